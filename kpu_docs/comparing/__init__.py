"""Two decrees compared as decrees: clauses, citations, activities and months, not lines.

    for change in diff("2025/keputusan.yaml", "2026/keputusan.docx"):
        print(change)                      # Menimbang huruf b: semula "…", menjadi "…"

Each decree becomes its units (`units`), `alignment` says which became which, `changes` what differs, `table` puts that
into a document of three columns.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from typing import Any

from kpu_docs import inputs
from kpu_docs.comparing.alignment import aligned
from kpu_docs.comparing.changes import Change, changes
from kpu_docs.comparing.units import units
from kpu_docs.complaints import Complaint, InputError
from kpu_docs.model import Keputusan

__all__ = ["Change", "as_json", "both", "diff", "left_over"]

Decree = Keputusan | Mapping[str, Any] | str | os.PathLike[str]

LEFT_OVER_NOTE = (
    "ada baris yang tidak mendapat tempat; baris itu dibandingkan sebagai lampiran terakhir (lihat `kpu-docs import`)"
)


def diff(a: Decree, b: Decree) -> list[Change]:
    """What is different in the second decree, from top to bottom; nothing if they say the same.

    A decree is a `Keputusan`, data, a data file, or a document that `read` understands. What kind of copy it is does
    not count, nor do letters and numbers that follow from the order.

    Raises:
        InputError: one of them cannot be read.
    """
    before, after = both(a, b)
    return list(changes(aligned(units(before), units(after))))


def both(a: Decree, b: Decree) -> tuple[Keputusan, Keputusan]:
    """Two decrees from whatever holds them (see `diff`).

    Raises:
        InputError: one of them cannot be read; what is wrong with both is said at once.
    """
    found: list[Keputusan] = []
    wrong: list[Complaint] = []
    for decree in (a, b):
        try:
            found.append(_understood(decree))
        except InputError as error:
            wrong += error.complaints
    if wrong:
        raise InputError(*wrong)
    return found[0], found[1]


def left_over(keputusan: Keputusan) -> bool:
    """Whether its last annex holds what a document says without having a place for it."""
    from kpu_docs.reading import LEFT_OVER

    return bool(keputusan.lampiran) and keputusan.lampiran[-1].judul == LEFT_OVER


def _understood(decree: Decree) -> Keputusan:
    if isinstance(decree, Keputusan):
        return decree
    if not isinstance(decree, Mapping):
        from kpu_docs.reading import is_document, read

        if is_document(decree):
            return inputs.load(read(decree).data)
    return inputs.load(decree)


def as_json(changes: Sequence[Change]) -> str:
    """The changes as a JSON list."""
    return json.dumps([change.as_dict() for change in changes], ensure_ascii=False, indent=2)
