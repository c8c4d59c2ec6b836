"""The edits of an update made in the text of the YAML file, as far as the decree then says what Word says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kpu_docs import inputs
from kpu_docs.complaints import DataPath, InputError
from kpu_docs.editing import Edit, Put, UnwritableError, edited
from kpu_docs.inputs import yaml
from kpu_docs.inputs.source import source_of
from kpu_docs.reading import LAST, ORDER
from kpu_docs.updating.sides import Side, side
from kpu_docs.updating.taking import Taken

_UNFAITHFUL = "tidak dapat ditulis dengan sendirinya"


def settled(text: str, taken: Sequence[Taken], before: Side, outstanding: Callable[[Side], int]) -> tuple[str, Side]:
    """The text with the edits, and the side that it is. What cannot be written, or would not be printed as in Word,
    gets a reason instead.

    `outstanding` counts what differs between a side and the Word file, calculated figures aside.
    """
    count = outstanding(before)

    def tried(wanted: Sequence[Taken]) -> tuple[str, Side] | None:
        try:
            made = edited(text, [*_combined(wanted)], (*ORDER, *LAST))
            data = yaml.read(made)
            keputusan = inputs.load(data, base=source_of(before.keputusan).base)
        except (UnwritableError, InputError):
            return None
        after = side(keputusan, data, before.keputusan.naskah)
        better = sum(not one.calculated for one in wanted)
        return (made, after) if outstanding(after) <= count - better else None

    wanted = [one for one in taken if not one.reason]
    whole = tried(wanted) if wanted else (text, before)
    if whole is None:
        for one in wanted:
            one.reason = "" if tried([one]) else _UNFAITHFUL
        wanted = [one for one in wanted if not one.reason]
        whole = tried(wanted) if wanted else (text, before)
    for one in wanted if whole is None else ():
        one.reason = _UNFAITHFUL
    return whole or (text, before)


def _combined(taken: Sequence[Taken]) -> Sequence[Edit]:
    """All edits; of values for one path the last counts, but a text that gets further parts keeps its new words."""
    values: dict[DataPath, Put] = {}
    others: list[Edit] = []
    for edit in (edit for one in taken for edit in one.edits):
        if not isinstance(edit, Put):
            others += [] if edit in others else [edit]
            continue
        pair = [values[edit.path], edit] if edit.path in values else [edit]
        texts = [one.value for one in pair if isinstance(one.value, str)]
        parts = [one.value for one in pair if isinstance(one.value, Mapping)]
        if texts and parts:
            edit = Put(edit.path, {**parts[0], next(iter(parts[0])): texts[0]})
        values[edit.path] = edit
    return [*values.values(), *others]
