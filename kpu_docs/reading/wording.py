"""What an office prints otherwise than its regime has it: only that goes into `kantor.toml`."""

from __future__ import annotations

from typing import Any

from kpu_docs import tata_naskah
from kpu_docs.model import Keputusan
from kpu_docs.reading.draft import Draft


def overlay(draft: Draft) -> dict[str, Any]:
    """The printed values of the format rules that differ from those of the decree's regime, as in `tata_naskah`."""
    rules = tata_naskah.of(Keputusan.model_validate(draft.data | {"kantor": draft.kantor}))
    found: dict[str, Any] = {}
    for path, printed in draft.kata.items():
        group, key = path.split(".")
        if getattr(getattr(rules, group), key) != printed:
            found.setdefault(group, {})[key] = printed
    return found
