"""Catchwords (kata penyambung): how a page begins, to be said at the foot of the page before."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kpu_docs.blocks import Cell, Item, Pair, Paragraph
from kpu_docs.layout.items import Image, Page, Text
from kpu_docs.tata_naskah import Gaya

_NUMBER = re.compile(r"\W*(?:[\d.]+|[IVXLCDM]+|[A-Za-z])\W*")


def opening(page: Page, gaya: Mapping[str, Gaya]) -> str:
    """The first word of a page; what is repeated there, such as the head of a table, does not count.

    The number of an item or a row comes before it ("5. Peraturan"), a label stands for it ("Mengingat", "KEDUA
    BELAS"). Nothing where the page begins with a picture, or with a heading: a new part (CAT-1, CAT-2).
    """
    before: list[str] = []
    for item in page.items:
        if isinstance(item, Image):
            return ""
        if not isinstance(item, Text) or item.owner is None:
            continue
        words = [word for line in item.lines for word in line.text.split()]
        match item.owner:
            case Paragraph(role=role) if gaya[role].kerangka:
                return ""
            case Pair(label=label) if label:
                return " ".join((*before, *words))
            case Item():
                before += words
            case Cell() if not before and _NUMBER.fullmatch(" ".join(words)):
                before += words
            case Paragraph() | Cell() if words:
                return " ".join((*before, words[0]))
    return " ".join(before)
