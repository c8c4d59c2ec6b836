"""The annexes: each a section of its own with head, title, content and signature."""

from __future__ import annotations

from collections.abc import Iterator

from kpu_docs import bahasa, markup
from kpu_docs.blocks import Asal, Block, Section, Space, Together
from kpu_docs.compose.page import Page
from kpu_docs.compose.penutup import ROLE, office, pengesahan, signature
from kpu_docs.isi_blocks import line, words
from kpu_docs.lampiran import KINDS, Lampiran


def sections(page: Page) -> Iterator[Section]:
    """One section for each annex."""
    rules = page.tata_naskah.lampiran
    for at, lampiran in enumerate(page.keputusan.lampiran):
        asal = ("lampiran", at)
        kind = KINDS[lampiran.jenis]
        orientation = lampiran.orientasi or kind.orientasi
        width, height = page.tata_naskah.paper(lampiran.kertas, landscape=orientation == "mendatar")
        content = kind.compose(lampiran.isi, (*asal, lampiran.jenis), page)
        yield Section(
            (*_head(page, at), *_title(lampiran, asal), *content, *_end(page, lampiran, asal)),
            width,
            height,
            page.tata_naskah.margins,
            asal,
            restart=(lampiran.nomor_halaman or rules.nomor_halaman) == "mulai_baru",
            bare=(lampiran.halaman_pertama or rules.halaman_pertama) == "polos",
        )


def _head(page: Page, at: int) -> Iterator[Block]:
    """Which annex of which decree, in capitals, without colons or end mark (LAM-2, LAM-3)."""
    rules, kata, keputusan = page.tata_naskah.lampiran, page.tata_naskah.kata, page.keputusan
    if not rules.kepala:
        return
    asal: Asal = ("lampiran", at)
    which = f" {bahasa.romawi(at + 1)}" if len(keputusan.lampiran) > 1 else ""
    role = "kepala_lampiran"
    yield Together(
        role,
        (
            words(role, f"{kata.lampiran}{which}", asal),
            words(role, f"{kata.keputusan} {page.author}".upper(), ("satker",)),
            words(role, "".join(run.text for run in page.number), ("nomor",)),
            *_about(page, role),
        ),
        asal,
    )


def _about(page: Page, role: str) -> Iterator[Block]:
    tentang = page.tata_naskah.kata.tentang
    title = " ".join(page.keputusan.tentang.split())
    if page.tata_naskah.lampiran.tentang_menyambung:
        yield line(role, f"{tentang} {title}", ("tentang",), capitals=True, copied=True)
    else:
        yield words(role, tentang, ("tentang",))
        yield line(role, title, ("tentang",), capitals=True, copied=True)


def _title(lampiran: Lampiran, asal: Asal) -> Iterator[Block]:
    if lampiran.judul:
        yield line("judul_lampiran", lampiran.judul, (*asal, "judul"), capitals=True)


def _end(page: Page, lampiran: Lampiran, asal: Asal) -> Iterator[Block]:
    if lampiran.tanda_tangan:
        yield Together(
            ROLE, (Space(ROLE, 1, asal), *_place_and_day(page), *signature(page, _office(page))), asal, attached=True
        )
    if page.tata_naskah.pengesahan.di_lampiran:
        yield from pengesahan(page)


def _place_and_day(page: Page) -> Iterator[Block]:
    """Only where an office repeats place and day in its annexes."""
    pattern = page.tata_naskah.lampiran.tempat_tanggal
    if pattern:
        text = pattern.replace("{tempat}", markup.plain(page.keputusan.place.text)).replace("{tanggal}", page.day)
        yield words(ROLE, text, ("ditetapkan",))
        yield Space(ROLE, 1, ("ditetapkan",))


def _office(page: Page) -> tuple[str, ...]:
    own_words = page.tata_naskah.lampiran.jabatan
    return (own_words,) if own_words else office(page)
