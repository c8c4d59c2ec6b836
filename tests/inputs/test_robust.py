"""Whatever is read, the answer is a Keputusan or an InputError."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kpu_docs as kpu
from kpu_docs.isi import DEEPEST, PARTS
from kpu_docs.rendering import formats
from tests.inputs.decrees import DECREE, data

PIECES = (*"-:?[]{}'\"\\*&!|>#%@`,\n\t \r", "- ", ": ", " #", "---\n", "? ", "tentang: ", "*a", "&a ", "\u2028", "é")
KEYS = (*kpu.Keputusan.model_fields, *PARTS, "isi", "label", "kolom", "baris", "judul", "di", "pada", "lembaga", "A b")

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=20).map("".join)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["3576", "ya"])
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=10,
)


def read(source: Path | dict[str, Any]) -> None:
    with suppress(kpu.InputError):
        assert isinstance(kpu.load(source), kpu.Keputusan)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts)
@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_any_text(suffix: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / f"keputusan{suffix}"
    file.write_text(text, encoding="utf-8", newline="")
    read(file)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts)
def test_any_office(text: str, tmp_path: Path) -> None:
    file = tmp_path / "keputusan.yaml"
    file.write_text(DECREE, encoding="utf-8")
    file.with_name("kantor.toml").write_text(text, encoding="utf-8", newline="")
    read(file)


@settings(max_examples=200, deadline=None)
@given(changes=st.dictionaries(st.sampled_from(KEYS), values, max_size=4))
def test_any_data(changes: dict[str, Any]) -> None:
    read(data() | changes)


def test_a_decree_with_any_byte_spoilt(tmp_path: Path) -> None:
    file = tmp_path / "keputusan.yaml"
    dice = random.Random(1)
    for at in range(0, len(DECREE), 3):
        spoilt = bytearray(DECREE.encode())
        spoilt[at] = dice.randrange(256)
        file.write_bytes(spoilt)
        read(file)


def test_lists_are_as_deep_as_can_be_printed() -> None:
    def nested(levels: int) -> dict[str, Any]:
        item: dict[str, Any] = {"teks": "paling dalam"}
        for _ in range(levels - 1):
            item = {"teks": "a", "daftar": [item]}
        return data(diktum=[item, "b"])

    keputusan = kpu.load(nested(DEEPEST))
    for format in formats():
        assert kpu.render_bytes(keputusan, format)
    for levels in (DEEPEST + 1, 150, 300):
        with pytest.raises(kpu.InputError, match="terlalu dalam"):
            kpu.load(nested(levels))


def test_accounts_within_accounts_without_end() -> None:
    account: dict[str, Any] = {"uraian": "x", "jumlah": "1"}
    for _ in range(220):
        account = {"uraian": "u", "rincian": [account]}
    keputusan = kpu.load(data(lampiran={"judul": "x", "anggaran": {"rincian": [account]}}))
    for read in (kpu.check, lambda decree: kpu.render_bytes(decree, "txt")):
        with pytest.raises(kpu.InputError, match="tersarang terlalu dalam"):
            read(keputusan)


def test_data_that_hold_themselves() -> None:
    endless: dict[str, Any] = {"teks": "a"}
    endless["daftar"] = [endless]
    with pytest.raises(kpu.InputError, match="terlalu dalam"):
        kpu.load(data(diktum=[endless]))
