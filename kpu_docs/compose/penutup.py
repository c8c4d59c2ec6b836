"""The end: place and day, signature, certification of a copy, list of recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs import markup
from kpu_docs.blocks import Asal, Block, Item, List, Pair, Pairs, Paragraph, SignatureField, Space, Together
from kpu_docs.compose.page import Page
from kpu_docs.isi_blocks import COLON, line, marker, own, words
from kpu_docs.kantor import KEPALA_HUKUM
from kpu_docs.model import Holder

ROLE = "tanda_tangan"


def penutup(page: Page) -> Iterator[Block]:
    """Place, day and signature, on the right half."""
    space = Space(ROLE, 1, ("ditetapkan",))
    signed = signature(page, office(page), field(page))
    yield Together(ROLE, (space, *_place_and_day(page), space, *signed), ("penanda_tangan",), attached=True)


def _place_and_day(page: Page) -> Iterator[Block]:
    tata_naskah, place = page.tata_naskah, page.keputusan.place
    lines = (
        (tata_naskah.kata.ditetapkan_di, markup.runs(*place, capitals=tata_naskah.penutup.tempat_kapital), place.asal),
        (tata_naskah.kata.pada_tanggal, own(page.day, ("ditetapkan", "pada")), ("ditetapkan", "pada")),
    )
    if not tata_naskah.penutup.titik_dua:
        yield from (Paragraph(ROLE, (*own(f"{label} ", asal), *runs), asal) for label, runs, asal in lines)
    else:
        pairs = (
            Pair(own(label, asal), own(COLON, asal), (Paragraph(ROLE, runs, asal),), asal)
            for label, runs, asal in lines
        )
        yield Pairs(tuple(pairs), ("ditetapkan",))


def office(page: Page) -> tuple[str, ...]:
    """The lines of the signing office, ending with a comma."""
    keputusan = page.keputusan
    who = keputusan.penanda_tangan
    if who.baris:
        return (*who.baris[:-1], f"{who.baris[-1]},")
    first, *regions = keputusan.satker.lines
    title = keputusan.signer.pejabat.sebutan or who.jabatan
    status = f"{who.status} " if who.status else ""
    acting = page.acting.strip()
    lines = [f"{status}{title.upper()} {first.upper()}", *(region.upper() for region in (*regions, acting) if region)]
    return (*lines[:-1], f"{lines[-1]},")


def field(page: Page) -> SignatureField | None:
    """The field in which the original is signed electronically, named after the signer's office: TTD_KETUA.

    There is one for the whole file: a signature covers the annexes, too.
    """
    keputusan = page.keputusan
    if not page.tata_naskah.elektronik.kolom_tanda_tangan or keputusan.naskah != "asli":
        return None
    jabatan = keputusan.penanda_tangan.jabatan
    name = "_".join(re.findall("[A-Z0-9]+", jabatan.upper()))
    who = f"{markup.plain(keputusan.signer.pejabat.nama)}, {jabatan} {page.body}"
    return SignatureField(f"TTD_{name}", f"Tanda tangan elektronik {who}")


def signature(page: Page, lines: tuple[str, ...], field: SignatureField | None = None) -> Iterator[Block]:
    """The office, room for the signature (on a copy the word for it, for an e-office its own), the name in capitals
    (CLO-3).
    """
    asal = ("penanda_tangan",)
    yield from (words(ROLE, text, asal) for text in lines)
    mark = page.tata_naskah.kata.ttd if page.keputusan.copied else page.e_office.tanda_tangan if page.e_office else ""
    if mark:
        yield from (Space(ROLE, 1, asal), words(ROLE, mark, ("naskah",)), Space(ROLE, 1, asal))
    else:
        yield Space(ROLE, page.tata_naskah.tanda_tangan.ruang, asal, field)
    yield _name(ROLE, page.keputusan.signer, capitals=page.tata_naskah.tanda_tangan.nama_kapital)


def _name(role: str, holder: Holder, *, capitals: bool = False) -> Paragraph:
    return line(role, holder.pejabat.nama, (*holder.asal, "nama"), capitals=capitals)


def pengesahan(page: Page) -> Iterator[Block]:
    """On a copy: that it agrees with the original, certified by the head of law, with room for signature and stamp
    (AUT-1).
    """
    rules, keputusan = page.tata_naskah.pengesahan, page.keputusan
    adhoc = keputusan.satker.tingkat in ("kecamatan", "desa")  # PPK and PPS have no head of law
    if not (keputusan.copied and rules.ada) or (adhoc and not keputusan.certifier):
        return
    role, asal = "pengesahan", ("pengesah",)
    certifier = keputusan.certifier
    name = _name(role, certifier) if certifier else words(role, page.tata_naskah.kata.tanggal_kosong, asal)
    says = rules.bunyi_petikan if keputusan.naskah == "petikan" else rules.bunyi
    text = (words(role, one, asal) for one in (says, *_certifying_office(page)))
    yield Together(role, (Space(role, 1, asal), *text, Space(role, rules.ruang, asal), name), asal, attached=True)


def _certifying_office(page: Page) -> tuple[str, ...]:
    """The lines of the certifying office, ending with a comma; the head of law is named as the format rules do."""
    keputusan, rules = page.keputusan, page.tata_naskah.pengesahan
    who, certifier = keputusan.pengesah, keputusan.certifier
    if who.baris:
        return (*who.baris[:-1], f"{who.baris[-1]},")
    first, *regions = keputusan.satker.lines
    general = " JENDERAL" if keputusan.satker.tingkat == "ri" else ""
    own_title = "" if who.jabatan.lower() == KEPALA_HUKUM else who.jabatan
    title = (certifier.pejabat.sebutan if certifier else "") or own_title or rules.kepala
    status = f"{who.status} " if who.status else ""
    return (
        f"{rules.sekretariat}{general} {first.upper()}",
        *(region.upper() for region in regions),
        f"{status}{title},",
    )


def tembusan(page: Page) -> Iterator[Block]:
    """Who gets a copy, numbered where there are several."""
    role, asal = "tembusan", ("tembusan",)
    recipients = page.keputusan.tembusan
    if recipients:
        yield words("judul_tembusan", page.tata_naskah.kata.tembusan, asal)
        yield List(tuple(_recipient(role, text, at, len(recipients)) for at, text in enumerate(recipients)), asal)


def _recipient(role: str, text: str, at: int, count: int) -> Item:
    asal: Asal = ("tembusan", at)
    return Item(own(marker("1.", at) if count > 1 else "", asal), (line(role, text, asal),), asal)
