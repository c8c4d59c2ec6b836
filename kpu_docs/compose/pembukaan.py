"""The opening: the mark of a copy, kop, title, and the grounds from Menimbang to Memperhatikan."""

from __future__ import annotations

from collections.abc import Iterator

from kpu_docs import markup
from kpu_docs.blocks import Block, Item, List, Pair, Pairs, Paragraph, Picture
from kpu_docs.compose.page import Page
from kpu_docs.isi_blocks import COLON, blocks, line, marker, own, words
from kpu_docs.peraturan.mengingat import Tercetak, tercetak


def mark(page: Page) -> Iterator[Block]:
    """SALINAN or PETIKAN on a copy, RANCANGAN on a draft, nothing on the original."""
    kata = page.tata_naskah.kata
    marks = {"salinan": kata.salinan, "petikan": kata.petikan, "rancangan": kata.rancangan}
    if page.keputusan.naskah in marks:
        yield words(page.keputusan.naskah, marks[page.keputusan.naskah], ("naskah",))


def kop(page: Page) -> Iterator[Block]:
    """The emblem, if the office has one, the name of the body in its lines, and for PPK and PPS the address."""
    rules = page.tata_naskah.kop
    if rules.lambang:
        asal = ("kantor", "tata_naskah", "kop", "lambang")
        yield Picture(page.picture(rules.lambang, asal), rules.tinggi_lambang, f"Lambang {page.body}", asal)
    satker = page.keputusan.satker
    for text in satker.lines:
        yield words("kop", text.upper(), ("satker",))
    yield from _alamat(page)


def _alamat(page: Page) -> Iterator[Block]:
    """The address: where the data give one, and for PPK and PPS the office's; none on decrees of KPU (KOP-1)."""
    satker, kantor = page.keputusan.satker, page.keputusan.kantor
    lines, asal = satker.alamat, ("satker", "alamat")
    if not lines and kantor and satker.tingkat in ("kecamatan", "desa"):
        lines, asal = kantor.alamat, ("kantor", "alamat")
    for at, text in enumerate(lines):
        yield line("alamat", text, (*asal, at))


def judul(page: Page) -> Iterator[Block]:
    """KEPUTUSAN and its maker, number, TENTANG, and what it is about."""
    kata = page.tata_naskah.kata
    yield words("keputusan", f"{kata.keputusan} {page.author}".upper(), ("satker",))
    yield Paragraph("nomor", page.number, ("nomor",))
    yield words("tentang", kata.tentang, ("tentang",))
    yield line("judul", page.keputusan.tentang, ("tentang",), capitals=True)


def pembentuk(page: Page) -> Iterator[Block]:
    """The official in whose name the decree is made, with a comma."""
    who, asal = page.keputusan.pembentuk, ("pembentuk",)
    if who.baris:
        lines = [markup.runs(text, (*asal, "baris", at), capitals=True) for at, text in enumerate(who.baris)]
        runs = [run for at, line in enumerate(lines) for run in ((*own("\n", asal), *line) if at else line)]
        yield Paragraph("pembentuk", (*runs, *own(",", asal)), asal)
    else:
        yield words("pembentuk", f"{who.jabatan} {page.body}{page.acting},".upper(), asal)


def menimbang(page: Page) -> Iterator[Block]:
    """The considerations: lettered where there are several."""
    items = page.keputusan.menimbang
    asal = ("menimbang",)
    parts = tuple(blocks(item.isi, (*asal, at, "isi")) for at, item in enumerate(items))
    listed = tuple(Item(own(marker("a.", at), (*asal, at)), part, (*asal, at)) for at, part in enumerate(parts))
    yield _labelled(page, page.tata_naskah.kata.menimbang, asal, parts[0] if len(items) == 1 else (List(listed, asal),))


def mengingat(page: Page) -> Iterator[Block]:
    """The legal bases: numbered where there are several."""
    yield _bases(page, page.tata_naskah.kata.mengingat, tercetak(page.keputusan, "mengingat"))


def memperhatikan(page: Page) -> Iterator[Block]:
    """What else was taken into account, if anything."""
    if page.keputusan.memperhatikan:
        yield _bases(page, page.tata_naskah.kata.memperhatikan, tercetak(page.keputusan, "memperhatikan"))


def _bases(page: Page, label: str, items: tuple[Tercetak, ...]) -> Pairs:
    """Numbered as printed; their places are those in the data. What a key stands for is not typed there."""
    texts = tuple(line("isi", item.teks, item.asal, copied=item.kunci is not None) for item in items)
    listed = tuple(
        Item(own(marker("1.", at), item.asal[:2]), (text,), item.asal[:2])
        for at, (item, text) in enumerate(zip(items, texts, strict=True))
    )
    asal = items[0].asal[:1]
    return _labelled(page, label, asal, texts if len(items) == 1 else (List(listed, asal),))


def _labelled(page: Page, label: str, asal: tuple[str, ...], isi: tuple[Block, ...]) -> Pairs:
    return Pairs((Pair(page.label(label, asal), own(COLON, asal), isi, asal),), asal, utama=True)
