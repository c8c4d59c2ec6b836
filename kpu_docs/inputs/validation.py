"""From data to a Keputusan, or to everything that is wrong with them, one complaint for one mistake."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from pydantic import BaseModel, ValidationError

from kpu_docs import bahasa
from kpu_docs.collector import paused
from kpu_docs.complaints import (
    COLON,
    MESSAGES,
    UNKNOWN_KEY,
    Complaint,
    DataPath,
    InputError,
    in_indonesian,
    nearest,
    shown,
)
from kpu_docs.fields import taken_apart
from kpu_docs.inputs.keys import accepts, keys, model_at
from kpu_docs.inputs.places import value_at, written
from kpu_docs.inputs.source import Source
from kpu_docs.model import Keputusan

MISPLACED_KEY = "tidak berlaku di sini; tuliskan pada bagian di dalamnya"

_LABELLED = (
    "tulis setiap butir di baris sendiri, diawali tanda - dan tanpa labelnya; label dicetak sendiri menurut urutannya"
)
MOST_KEYS = 12
"""Up to how many known keys are listed for an unknown one that is like none of them."""

_KEY = re.compile(r"[a-z_]{2,}")
_LABEL = re.compile(r"[a-z]|\d+|[IVXL]+")


@dataclass(frozen=True)
class _Fault:
    """A fault of pydantic, or one of the several that a validator of ours found below a field."""

    kind: str
    path: DataPath
    message: str
    value: Any = None


def keputusan_of(
    data: Mapping[str, Any],
    source: Source,
    office: Mapping[str, Any] | InputError | None,
    unread: Mapping[DataPath, InputError] | None = None,
    cells: Sequence[Complaint] = (),
) -> Keputusan:
    """The decree of these data, with its office (`kantor.toml`) or with what makes that file unreadable.

    `unread` are the parts of the data whose own files (sheets) cannot be read, each with what is wrong; `cells` are the
    complaints about cells of sheets that were read.

    Raises:
        InputError: the data are no decree, or the office's file or a sheet is wrong.
    """
    unread = unread or {}
    broken = office.complaints if isinstance(office, InputError) else ()
    wrong = (*broken, *(complaint for error in unread.values() for complaint in error.complaints), *cells)
    # An office that is no mapping at all is one fault by itself, and nothing else is said to be missing because of it.
    whole = data if office is None else {**data, "kantor": () if broken else office}
    try:
        with paused():
            keputusan = Keputusan.model_validate(whole)
    except ValidationError as error:
        faults = _without_echoes(_expanded(error), whole, bool(broken))
        faults = [one for one in faults if not any(one.path[: len(path)] == path for path in unread)]
        said = {(one.file, one.lembar, one.sel) for one in cells}
        found = _complaints(_one_for_each_mistake(faults, whole), source, whole)
        raise InputError(*wrong, *(one for one in found if (one.file, one.lembar, one.sel) not in said)) from None
    if wrong:
        raise InputError(*wrong)
    keputusan._source = source
    return keputusan


def _expanded(error: ValidationError) -> list[_Fault]:
    found: list[_Fault] = []
    for fault in error.errors(include_url=False):
        path: DataPath = tuple(fault["loc"])
        if below := taken_apart(fault):
            found.extend(_Fault("", *one) for one in below)
        else:
            message, value = _message(fault, path), None if fault["type"] == "missing" else fault["input"]
            found.append(_Fault(fault["type"], path, message, _as_text(value) if message == COLON else value))
    return found


def _message(fault: Any, path: DataPath) -> str:
    model = model_at(path) if fault["type"] == "model_type" and fault["input"] else None
    if model is None:
        return in_indonesian(fault)
    if accepts(model, ["x"]):
        return MESSAGES["tuple_type"]
    return f"harus berisi kunci dan isi; kuncinya: {', '.join(model.model_fields)}"


def _as_text(value: Any) -> Any:
    """The text that YAML read as a mapping."""
    if isinstance(value, Mapping) and value and all(isinstance(text, str) for text in value.values()):
        return f"{next(iter(value))}: {next(iter(value.values()))}"
    return value


def _without_echoes(faults: list[_Fault], data: Mapping[str, Any], broken: bool) -> list[_Fault]:
    """Without what is told elsewhere: of an unreadable office, of the office's body a second time, of a list that is
    empty only because its items are wrong.
    """
    faults = [one for one in faults if one.kind != "too_short" or not any(_below(other, one) for other in faults)]
    if broken:
        faults = [fault for fault in faults if fault.path[:1] != ("kantor",)]
    if "satker" not in data and data.get("kantor") is not None:
        kept: tuple[DataPath, ...] = () if broken else (("satker",),)
        faults = [fault for fault in faults if fault.path[:1] != ("satker",) or fault.path in kept]
    return faults


def _below(fault: _Fault, other: _Fault) -> bool:
    return len(fault.path) > len(other.path) and fault.path[: len(other.path)] == other.path


def _one_for_each_mistake(faults: list[_Fault], data: Mapping[str, Any]) -> list[_Fault]:
    """A text that became a mapping, or a misspelt key, is several faults of the model and one of the clerk."""
    unknown: dict[DataPath, list[_Fault]] = {}
    for fault in faults:
        if fault.message == UNKNOWN_KEY:
            unknown.setdefault(fault.path[:-1], []).append(fault)
    texts: dict[DataPath, _Fault] = {}
    hints: dict[DataPath, _Fault] = {}
    supplied: set[DataPath] = set()
    for parent, misspelt in unknown.items():
        model, node = model_at(parent), value_at(data, parent)
        if model and isinstance(node, Mapping) and _looks_like_text(node) and accepts(model, "x"):
            texts[parent] = _text_again(parent, node)
        elif model:
            supplied |= _supplied(misspelt, model)
            hints |= {fault.path: _with_nearest_key(fault, model) for fault in misspelt}
    kept = (
        hints.get(fault.path, fault)
        for fault in faults
        if not any(fault.path[:length] in texts for length in range(len(fault.path) + 1))
        and not (fault.kind == "missing" and fault.path in supplied)
    )
    return [*kept, *texts.values()]


def _looks_like_text(node: Mapping[Any, Any]) -> bool:
    return bool(node) and all(_is_label(key) or not _KEY.fullmatch(str(key)) for key in node)


def _is_label(key: Any) -> bool:
    text = str(key).strip().rstrip(".)")
    return bahasa.nomor_diktum(text) is not None or bool(_LABEL.fullmatch(text))


def _text_again(path: DataPath, node: Mapping[Any, Any]) -> _Fault:
    if all(_is_label(key) for key in node):
        return _Fault("", path, _LABELLED, next(iter(node)))
    return _Fault("", path, COLON, _as_text(node))


def _supplied(unknown: list[_Fault], model: type[BaseModel]) -> set[DataPath]:
    """What is misspelt is not missing; nor is the part of the model that a short spelling is folded into."""
    found: set[DataPath] = set()
    for fault in unknown:
        if near := nearest(fault.path[-1], keys(model)):
            fields = [near] if near in model.model_fields else model.model_fields
            found |= {(*fault.path[:-1], key) for key in fields}
    return found


def _with_nearest_key(fault: _Fault, model: type[BaseModel]) -> _Fault:
    known = keys(model)
    if fault.path[-1] in known:  # known only where a short spelling is folded into a part of it
        return _Fault("unknown", fault.path, MISPLACED_KEY, fault.value)
    near = nearest(fault.path[-1], known)
    others = f"; yang ada: {', '.join(known)}" if len(known) <= MOST_KEYS else ""
    return _Fault("unknown", fault.path, UNKNOWN_KEY + (f", mungkin maksudnya {near}" if near else others), fault.value)


def _complaints(faults: list[_Fault], source: Source, data: Mapping[str, Any]) -> list[Complaint]:
    found = []
    for fault, place in zip(faults, source.find(fault.path for fault in faults), strict=True):
        path = place.path if place.file else written(data, fault.path)
        if fault.kind == "missing":
            path = (*path, fault.path[-1])
        line, column = (place.key if fault.kind == "unknown" else place.text) or (None, None)
        sel = (fault.kind == "unknown" and place.sel_kunci) or place.sel
        here = (place.file, line, column, place.lembar, sel)
        found.append(Complaint(path or fault.path, fault.message, shown(fault.value), *here))
    mine = source.decree.file if source.decree else ""
    return sorted(dict.fromkeys(found), key=lambda one: (one.file != mine, _row(one), one.column or 0))


def _row(one: Complaint) -> int:
    """The line of a complaint, or the row of its cell."""
    return one.line or int(one.sel.lstrip(ascii_uppercase) or 0)
