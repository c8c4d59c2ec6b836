"""The decision: MEMUTUSKAN, Menetapkan, and the diktum from KESATU on."""

from __future__ import annotations

from collections.abc import Iterator

from kpu_docs import bahasa
from kpu_docs.blocks import Block, Pair, Pairs
from kpu_docs.compose.page import Page
from kpu_docs.isi_blocks import COLON, blocks, line, own, words


def memutuskan(page: Page) -> Iterator[Block]:
    """The word that opens the decision."""
    yield words("memutuskan", page.tata_naskah.kata.memutuskan, ("diktum",))


def menetapkan(page: Page) -> Iterator[Block]:
    """Kind and title of the decree in capitals, with a full stop; without REPUBLIK INDONESIA (DIK-4)."""
    keputusan, kata = page.keputusan, page.tata_naskah.kata
    asal = ("menetapkan",) if keputusan.menetapkan else ("tentang",)
    title = " ".join(keputusan.tentang.split())
    body = keputusan.satker.model_copy(update={"republik_indonesia": False}).name()
    maker = page.author.replace(page.body, body)
    if keputusan.menetapkan:
        text = line("isi", keputusan.menetapkan, asal)
    else:
        text = line("isi", f"{kata.keputusan} {maker} {kata.tentang} {title}.", asal, capitals=True, copied=True)
    pair = Pair(page.label(kata.menetapkan, asal), own(COLON, asal), (text,), asal)
    yield Pairs((pair,), asal, utama=True)


def diktum(page: Page) -> Iterator[Block]:
    """What is decided, labelled KESATU, KEDUA ... or as the office spells it."""
    pairs = []
    for at, one in enumerate(page.keputusan.diktum):
        asal = ("diktum", at)
        label = page.label(one.label or bahasa.diktum(at + 1), (*asal, "label") if one.label else asal)
        pairs.append(Pair(label, own(COLON, asal), blocks(one.isi, (*asal, "isi")), asal))
    yield Pairs(tuple(pairs), ("diktum",), utama=True)
