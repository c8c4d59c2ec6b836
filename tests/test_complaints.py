"""Complaints as they are printed, and the words for every fault the model can have."""

from __future__ import annotations

import pickle
import re
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError
from pydantic_core.core_schema import ErrorType

from kpu_docs.complaints import FALLBACK, MESSAGES, Complaint, InputError, in_indonesian, nearest, shown, spelt
from kpu_docs.model import Keputusan
from kpu_docs.tata_naskah import TataNaskah

JUNK: tuple[Any, ...] = (
    None, True, -1, 0, 1001, 1.5, float("nan"), float("inf"), "", " ", "a", "a\nb", "a\x07", "\ud800", "2,5",
    "9" * 5000, b"x", [], ["a"], [1] * 5, [[]], {}, {"a": "b"}, {1: "b"}, {"a b": {}}, object(), 10**400, 3 + 2j,
)  # fmt: skip


def parts(model: type[BaseModel], found: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """The model and every part of it."""
    if model not in found:
        found.add(model)
        for field in model.model_fields.values():
            waiting = [field.annotation]
            while waiting:
                kind = waiting.pop()
                waiting.extend(get_args(kind))
                if isinstance(kind, type) and issubclass(kind, BaseModel):
                    parts(kind, found)
    return found


def faults() -> list[Any]:
    """Every kind of fault that junk makes anywhere in the model."""
    found = []
    for model in parts(Keputusan, set()) | parts(TataNaskah, set()):
        spoilt = [*JUNK, *({name: junk} for name in model.model_fields for junk in JUNK), {"kunci_lain": "x"}]
        for value in spoilt:
            try:
                model.model_validate(value)
            except ValidationError as error:
                found.extend(error.errors())
    return found


def test_every_fault_of_the_model_has_words_of_ours() -> None:
    builtin = set(get_args(ErrorType))
    met = {fault["type"] for fault in faults()}
    assert {"missing", "extra_forbidden", "string_type", "literal_error", "model_type", "greater_than"} <= met
    assert met & builtin <= MESSAGES.keys() | {"literal_error"}


def test_the_words_are_never_those_of_pydantic() -> None:
    builtin = set(get_args(ErrorType))
    for fault in faults():
        message = in_indonesian(fault)
        assert message
        assert not re.search(r"\{[a-z_]*\}", message)
        assert fault["type"] not in builtin or message != fault["msg"]


def test_the_table_names_only_faults_there_are() -> None:
    assert MESSAGES.keys() <= set(get_args(ErrorType))


def test_a_fault_nobody_thought_of_is_still_answered_in_indonesian() -> None:
    assert in_indonesian({"type": "url_parsing", "msg": "Input should be a valid URL", "input": "x"}) == FALLBACK
    assert in_indonesian({"type": "tanggal", "msg": "harus tanggal", "input": "x"}) == "harus tanggal"


@pytest.mark.parametrize(
    ("complaint", "text"),
    [
        (Complaint((), "kosong"), "kosong"),
        (Complaint(("diktum", 0, "teks"), "kosong"), "diktum[1].teks: kosong"),
        (Complaint((2,), "kosong", "a"), "[3]: kosong (tertulis: a)"),
        (Complaint(("a",), "kosong", "b", "k.yaml", 3, 5), "k.yaml:3:5: a: kosong (tertulis: b)"),
        (Complaint((), "kosong", file="k.yaml", line=3), "k.yaml:3: kosong"),
        (Complaint((), "kosong", file="k.yaml"), "k.yaml: kosong"),
    ],
)
def test_what_is_unknown_is_left_out(complaint: Complaint, text: str) -> None:
    assert str(complaint) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a  b\n c", "a b c"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 59 + "…"),
        ("a\x1b[31m", "aU+001B[31m"),
        (True, "true"),
        (12, "12"),
        ("", None),
        ("  ", None),
        (None, None),
        (["a"], None),
        ({"a": 1}, None),
    ],
)
def test_values_are_one_short_line(value: Any, text: str | None) -> None:
    assert shown(value) == text


def test_the_middle_of_an_endless_path_is_left_out() -> None:
    assert spelt(("a", 0) * 12) == ".".join(["a[1]"] * 12)
    assert spelt(("a", 0) * 100) == ".".join([*["a[1]"] * 6, "…", *["a[1]"] * 6])


def test_a_key_that_is_no_word_can_be_printed() -> None:
    assert spelt(("", "a\nb")) == "''.a b"


@pytest.mark.parametrize(
    ("name", "near"),
    [("Menimbng", "menimbang"), ("meng", "mengingat"), ("men", None), ("lampiran", None), ("", None), (1, None)],
)
def test_the_nearest_word(name: Any, near: str | None) -> None:
    assert nearest(name, ("menimbang", "mengingat", "menetapkan")) == near


def test_an_error_travels_and_prints_one_complaint_a_line() -> None:
    error = InputError(Complaint(("a",), "satu"), Complaint(("b",), "dua", "x"))
    again = pickle.loads(pickle.dumps(error))
    assert str(again) == "a: satu\nb: dua (tertulis: x)"
    assert again.complaints == error.complaints
