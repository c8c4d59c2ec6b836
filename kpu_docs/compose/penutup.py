"""The end: place and day, signature, certification of a copy, list of recipients."""

from __future__ import annotations

from collections.abc import Iterator

from kpu_docs.blocks import Asal, Block, Item, List, Pair, Pairs, Paragraph, Space, Together
from kpu_docs.compose.isi import marker
from kpu_docs.compose.page import COLON, Page, line, own

ROLE = "tanda_tangan"


def penutup(page: Page) -> Iterator[Block]:
    """Place, day and signature, on the right half."""
    space = Space(ROLE, 1, ("ditetapkan",))
    yield Together(ROLE, (space, *_place_and_day(page), space, *signature(page, office(page))), ("penanda_tangan",))


def _place_and_day(page: Page) -> Iterator[Block]:
    tata_naskah = page.tata_naskah
    di = page.keputusan.ditetapkan.di
    place = di.upper() if tata_naskah.penutup.tempat_kapital else di
    lines = (
        (tata_naskah.kata.ditetapkan_di, place, ("ditetapkan", "di")),
        (tata_naskah.kata.pada_tanggal, page.day, ("ditetapkan", "pada")),
    )
    if not tata_naskah.penutup.titik_dua:
        yield from (line(ROLE, f"{label} {text}", asal) for label, text, asal in lines)
    else:
        pairs = (
            Pair(own(label, asal), own(COLON, asal), (line(ROLE, text, asal),), asal) for label, text, asal in lines
        )
        yield Pairs(tuple(pairs), ("ditetapkan",))


def office(page: Page) -> tuple[str, ...]:
    """The lines of the signing office, ending with a comma."""
    keputusan = page.keputusan
    who = keputusan.penanda_tangan
    if who.baris:
        return (*who.baris[:-1], f"{who.baris[-1]},")
    first, *regions = keputusan.satker.lines
    title = keputusan.signer.sebutan or who.jabatan
    status = f"{who.status} " if who.status else ""
    acting = page.acting.strip()
    lines = [f"{status}{title.upper()} {first.upper()}", *(region.upper() for region in (*regions, acting) if region)]
    return (*lines[:-1], f"{lines[-1]},")


def signature(page: Page, lines: tuple[str, ...]) -> Iterator[Block]:
    """The office, room for the signature (on a copy the word for it), the name in capitals (CLO-3)."""
    asal = ("penanda_tangan",)
    yield from (line(ROLE, text, asal) for text in lines)
    if page.copied:
        yield from (Space(ROLE, 1, asal), line(ROLE, page.tata_naskah.kata.ttd, ("naskah",)), Space(ROLE, 1, asal))
    else:
        yield Space(ROLE, page.tata_naskah.tanda_tangan.ruang, asal)
    yield line(ROLE, page.keputusan.signer.nama, (*asal, "nama"), capitals=True)


def pengesahan(page: Page) -> Iterator[Block]:
    """On a copy: that it agrees with the original, certified by the head of law, with room for signature and stamp
    (AUT-1).
    """
    rules, keputusan = page.tata_naskah.pengesahan, page.keputusan
    adhoc = keputusan.satker.tingkat in ("kecamatan", "desa")  # PPK and PPS have no head of law
    if not (page.copied and rules.ada) or (adhoc and not keputusan.certifier):
        return
    role, asal = "pengesahan", ("pengesah",)
    certifier = keputusan.certifier
    first, *regions = keputusan.satker.lines
    general = " JENDERAL" if keputusan.satker.tingkat == "ri" else ""
    title = certifier.sebutan if certifier and certifier.sebutan else rules.kepala
    lines = (
        rules.bunyi,
        f"{rules.sekretariat}{general} {first.upper()}",
        *(region.upper() for region in regions),
        f"{title},",
    )
    blocks: list[Block] = [line(role, text, asal) for text in lines]
    blocks.append(Space(role, rules.ruang, asal))
    blocks.append(line(role, certifier.nama if certifier else page.tata_naskah.kata.tanggal_kosong, asal))
    yield Together(role, (Space(role, 1, asal), *blocks), asal)


def tembusan(page: Page) -> Iterator[Block]:
    """Who gets a copy, numbered where there are several."""
    role, asal = "tembusan", ("tembusan",)
    recipients = page.keputusan.tembusan
    if recipients:
        lines = tuple(_recipient(role, text, at, len(recipients)) for at, text in enumerate(recipients))
        heading = Paragraph(role, own(page.tata_naskah.kata.tembusan, asal), asal)
        yield Together(role, (Space(role, 1, asal), heading, List(lines, asal)), asal)


def _recipient(role: str, text: str, at: int, count: int) -> Item:
    asal: Asal = ("tembusan", at)
    return Item(own(marker("1.", at) if count > 1 else "", asal), (line(role, text, asal),), asal)
