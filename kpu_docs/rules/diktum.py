"""The diktum: their labels, how they end, the lists in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs.bahasa import diktum, nomor_diktum
from kpu_docs.complaints import DataPath
from kpu_docs.isi import Daftar, Isi
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._bunyi import end_mark, last_text
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.texts import Teks

_TYPED = re.compile(r"[*\s]*(?P<label>[A-Za-z]+(?:\s+[A-Za-z]+){0,4})\s*:\s*")
_ITEM_MARK = re.compile(r"(?P<titik_koma>;)?\s*(?:dan/atau|dan|atau)?$")


@rule(
    "salah",
    sumber="DIK-5: diktum diberi label KESATU, KEDUA, KETIGA, dan seterusnya (Keputusan KPU 1442/2019)",
    keyakinan="I",
)
def label_diktum_tidak_urut(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Label diktum yang ditulis sendiri menurut urutannya.

    Label dicetak sendiri; menulisnya hanya perlu kalau ejaannya lain, misalnya KEDUABELAS.

    Salah:
        diktum: [Menetapkan contoh., {label: KETIGA, teks: Keputusan ini mulai berlaku pada tanggal ditetapkan.}]
    Salah:
        diktum: [{label: KE-1, teks: Menetapkan contoh.}]
    Benar:
        diktum: [{label: PERTAMA, teks: Menetapkan contoh.}, {label: Kedua, teks: Keputusan ini mulai berlaku.}]
    """
    for at, one in enumerate(keputusan.diktum):
        if one.label and nomor_diktum(one.label) != at + 1:
            message = f"label {one.label} berdiri di tempat {diktum(at + 1)}"
            yield Remark(("diktum", at, "label"), message, expected=diktum(at + 1))


@rule(
    "salah",
    sumber="DIK-5: setiap diktum diberi satu label (Keputusan KPU 1442/2019); label itu dicetak sendiri",
    keyakinan="I",
)
def label_diktum_tertulis(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Diktum ditulis tanpa labelnya.

    Label yang ditulis di awal diktum tercetak dua kali: "KESATU : KESATU : Menetapkan".

    Salah:
        diktum: ['KESATU: Menetapkan contoh.']
    Benar:
        diktum: [Menetapkan contoh.]
    Benar:
        diktum: ['Kedua belah pihak menyepakati:']
    """
    for at, one in enumerate(keputusan.diktum):
        typed = _TYPED.match(one.isi[0].teks)
        number = nomor_diktum(typed["label"]) if typed else None
        if typed and number:
            path: DataPath = ("diktum", at, "isi", 0, "teks")
            yield Remark(path, "label diktum akan tercetak dua kali", typed.span(), "", safe=number == at + 1)


@rule("salah", sumber="DIK-12: setiap diktum diakhiri titik", keyakinan="C")
def diktum_tanpa_titik(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Setiap diktum diakhiri titik.

    Diktum yang berakhir dengan tabel, baris rincian, kutipan, atau daftar nama tanpa tanda baca tidak diperiksa.

    Salah:
        diktum: [Menetapkan contoh]
    Salah:
        diktum:
          - teks: 'Tim bertugas:'
            daftar: [menata arsip; dan, melapor kepada Pengarah;]
    Benar:
        diktum: [Menetapkan contoh.]
    Benar:
        diktum:
          - teks: 'Membentuk Tim:'
            daftar: [Umpama Rekaan, Andai Saja]
    """
    for at, one in enumerate(keputusan.diktum):
        text = last_text(one.isi, ("diktum", at, "isi"))
        mark, span = end_mark(text.text) if text else (".", None)
        listed = text is not None and "daftar" in text.path
        if text and not mark.endswith(".") and (mark or not listed):
            yield Remark(text.path, "diktum diakhiri titik", span, ".", safe=span is not None)


@rule(
    "saran",
    sumber="DIK-9: butir daftar diakhiri titik koma (UU 12/2011 Lampiran II, untuk peraturan)",
    keyakinan="A",
)
def butir_tanpa_titik_koma(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Butir daftar dalam diktum, kecuali yang terakhir, diakhiri titik koma.

    Daftar yang butirnya semua tanpa tanda baca (nama orang, misalnya) dan butir yang berisi daftar lagi dibiarkan.

    Salah:
        diktum:
          - teks: 'Tim bertugas:'
            daftar: [mendata arsip, menata arsip; dan, melapor.]
    Benar:
        diktum:
          - teks: 'Tim bertugas:'
            daftar: [mendata arsip;, menata arsip; dan, melapor.]
    Benar:
        diktum:
          - teks: 'Membentuk Tim:'
            daftar: [Umpama Rekaan, Andai Saja, Misal Kesatu.]
    """
    for daftar, path in _lists(keputusan):
        texts = _item_texts(daftar, path)
        if any(text and (found := _ITEM_MARK.search(text.text)) and found["titik_koma"] for text in texts[:-1]):
            for text in texts[:-1]:
                ends = _ITEM_MARK.search(text.text) if text else None
                if text and ends and not ends["titik_koma"]:
                    mark, span = end_mark(text.text)
                    plain = mark in ("", ".", ",") and not ends[0].strip()
                    yield Remark(text.path, "butir daftar diakhiri titik koma", span, ";", safe=plain)


@rule(
    "saran",
    sumber="DIK-9: dan, atau, atau dan/atau di belakang butir sebelum yang terakhir (UU 12/2011 Lampiran II, untuk "
    "peraturan)",
    keyakinan="A",
)
def daftar_tanpa_kata_hubung(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Butir sebelum yang terakhir diakhiri titik koma dan kata hubung: dan, atau, dan/atau.

    Salah:
        diktum:
          - teks: 'Tim bertugas:'
            daftar: [mendata arsip;, menata arsip;, melapor.]
    Benar:
        diktum:
          - teks: 'Tim bertugas:'
            daftar: [mendata arsip;, menata arsip; dan, melapor.]
    """
    for daftar, path in _lists(keputusan):
        text = (None, *_item_texts(daftar, path))[-2]
        ends = _ITEM_MARK.search(text.text) if text else None
        if text and ends and ends["titik_koma"] and ends[0] == ";":
            yield Remark(text.path, "butir sebelum yang terakhir diakhiri titik koma dan kata hubung (dan, atau)")


def _item_texts(daftar: Daftar, path: DataPath) -> list[Teks | None]:
    """The text that ends each item; None for one that ends otherwise, or with a list."""
    texts = []
    for at, item in enumerate(daftar.butir):
        text = last_text(item.isi, (*path, "butir", at, "isi"))
        texts.append(text if text and not item.isi[-1].daftar else None)
    return texts


def _lists(keputusan: Keputusan) -> Iterator[tuple[Daftar, DataPath]]:
    """Every list of the diktum with its path; what is quoted is left out."""
    for at, one in enumerate(keputusan.diktum):
        yield from _lists_in(one.isi, ("diktum", at, "isi"))


def _lists_in(isi: tuple[Isi, ...], path: DataPath) -> Iterator[tuple[Daftar, DataPath]]:
    for at, one in enumerate(isi):
        if one.daftar:
            place = (*path, at, "daftar")
            yield one.daftar, place
            for n, item in enumerate(one.daftar.butir):
                yield from _lists_in(item.isi, (*place, "butir", n, "isi"))
