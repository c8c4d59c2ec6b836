"""The body of a decree in pieces as they stand on the page: each block belongs to one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kpu_docs.blocks import Block, Document, Paragraph, Section, Together
from kpu_docs.complaints import Complaint, InputError

_BY_ROLE = {
    "salinan": "tanda",
    "petikan": "tanda",
    "rancangan": "tanda",
    "kop": "kop",
    "alamat": "kop",
    "keputusan": "judul",
    "nomor": "judul",
    "tentang": "judul",
    "judul": "judul",
    "pembentuk": "pembentuk",
    "memutuskan": "memutuskan",
    "tanda_tangan": "tanda_tangan",
    "pengesahan": "pengesahan",
    "judul_tembusan": "tembusan",
}
_BY_ASAL = {"kantor": "kop", "tentang": "menetapkan"}
"""Blocks without a role of the page by what they are about, where that is called otherwise: the emblem, Menetapkan."""


def pieces(body: Section) -> Mapping[str, Sequence[Block]]:
    """The blocks of the body by piece, in their order."""
    found: dict[str, list[Block]] = {}
    name = ""
    for block in body.blocks:
        name = _piece(block) or name
        found.setdefault(name, []).append(block)
    return found


def refuse_several(document: Document) -> None:
    """Refuse the petikan of several persons in one document: a template holds one body.

    Raises:
        InputError: there are several.
    """
    if sum(not section.asal for section in document.sections) > 1:
        raise InputError(Complaint(("petikan",), "dengan templat ditulis satu per satu; sebut untuk siapa"))


def _piece(block: Block) -> str:
    """The piece that a block begins or belongs to; empty where it goes with the one before it."""
    if isinstance(block, (Paragraph, Together)):
        return _BY_ROLE.get(block.role, "")
    first = str(block.asal[0]) if block.asal else ""
    return _BY_ASAL.get(first, first)
