"""Official decrees (Keputusan) of KPU from structured data: load, check, render.

    import kpu_docs as kpu

    keputusan = kpu.load("keputusan.yaml")
    kpu.render(keputusan, "keputusan.docx")
    data = kpu.render_bytes(keputusan, "pdf")

The names below are imported when first used, so that ``import kpu_docs`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kpu_docs import nomor, peraturan, petikan
    from kpu_docs.batching import batch
    from kpu_docs.checking import check
    from kpu_docs.comparing import Change, diff
    from kpu_docs.findings import Finding
    from kpu_docs.inputs import InputError, load
    from kpu_docs.model import Keputusan
    from kpu_docs.reading import Reading, read
    from kpu_docs.rendering import render, render_bytes
    from kpu_docs.tahun import NextYear, next_year
    from kpu_docs.updating import Updated, update
    from kpu_docs.verifying import Difference, verify

__all__ = [
    "Change",
    "Difference",
    "Finding",
    "InputError",
    "Keputusan",
    "NextYear",
    "Reading",
    "Updated",
    "batch",
    "check",
    "diff",
    "load",
    "next_year",
    "nomor",
    "peraturan",
    "petikan",
    "read",
    "render",
    "render_bytes",
    "update",
    "verify",
]
__version__ = "0.1.0"

_HOMES = {
    "Change": "kpu_docs.comparing",
    "Difference": "kpu_docs.verifying",
    "Updated": "kpu_docs.updating",
    "Finding": "kpu_docs.findings",
    "InputError": "kpu_docs.inputs",
    "Keputusan": "kpu_docs.model",
    "NextYear": "kpu_docs.tahun",
    "Reading": "kpu_docs.reading",
    "batch": "kpu_docs.batching",
    "check": "kpu_docs.checking",
    "diff": "kpu_docs.comparing",
    "load": "kpu_docs.inputs",
    "next_year": "kpu_docs.tahun",
    "read": "kpu_docs.reading",
    "render": "kpu_docs.rendering",
    "render_bytes": "kpu_docs.rendering",
    "update": "kpu_docs.updating",
    "verify": "kpu_docs.verifying",
}


def __getattr__(name: str) -> Any:
    if name in ("nomor", "peraturan", "petikan"):
        return import_module(f"kpu_docs.{name}")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
