"""Menimbang: how its items begin and end, and the letters that they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs.bahasa import huruf
from kpu_docs.complaints import DataPath
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._bunyi import end_mark, last_text
from kpu_docs.rules._penetapan import in_menimbang
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.texts import Teks

_LETTER = re.compile(r"\(?(?:[a-z]|\d{1,2})[.)]\s*(?=\S)", re.I)
_BAHWA = re.compile(r"[*\s]*(?P<bahwa>bahwa)\b", re.I)


def _first_texts(keputusan: Keputusan) -> Iterator[Teks]:
    """The text with which each item begins."""
    for at, item in enumerate(keputusan.menimbang):
        if item.isi[0].teks:
            yield Teks(("menimbang", at, "isi", 0, "teks"), item.isi[0].teks)


@rule(
    "salah",
    sumber="MEN-1: setiap pertimbangan didahului satu huruf (pedoman UU 12/2011, DPR); huruf itu dicetak sendiri",
    keyakinan="B",
)
def huruf_menimbang_tertulis(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Butir Menimbang ditulis tanpa hurufnya.

    Huruf a, b, c dicetak sendiri; yang ditulis tangan tercetak dua kali: "a. a. bahwa". Pertimbangan yang hanya satu
    tidak berhuruf.

    Salah:
        menimbang: [a. bahwa arsip perlu ditata;, b. bahwa perlu dibentuk tim;]
    Benar:
        menimbang: [bahwa arsip perlu ditata;, bahwa perlu dibentuk tim;]
    """
    for path, text in _first_texts(keputusan):
        letter = _LETTER.match(text)
        if letter:
            yield Remark(path, "huruf butir Menimbang akan tercetak dua kali", letter.span(), "", safe=True)


@rule("salah", sumber="MEN-1: setiap pertimbangan dibuka dengan kata bahwa (pedoman UU 12/2011, DPR)", keyakinan="B")
def menimbang_tanpa_bahwa(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Setiap butir Menimbang dibuka dengan kata bahwa.

    Salah:
        menimbang: [dalam rangka penataan arsip perlu dibentuk tim;]
    Benar:
        menimbang: [bahwa dalam rangka penataan arsip perlu dibentuk tim;]
    """
    for path, text in _first_texts(keputusan):
        start = _after_letter(text)
        if not _BAHWA.match(text, start):
            yield Remark(path, "butir Menimbang tidak dibuka dengan bahwa", (start, start), "bahwa ")


@rule("salah", sumber="MEN-1: pertimbangan dibuka dengan kata bahwa, huruf kecil", keyakinan="B")
def bahwa_berhuruf_kapital(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Kata bahwa pada awal butir Menimbang ditulis dengan huruf kecil.

    Salah:
        menimbang: [Bahwa arsip perlu ditata;]
    Benar:
        menimbang: [bahwa arsip perlu ditata;]
    """
    for path, text in _first_texts(keputusan):
        found = _BAHWA.match(text, _after_letter(text))
        if found and found["bahwa"] != "bahwa":
            yield Remark(path, "bahwa ditulis dengan huruf kecil", found.span("bahwa"), "bahwa", safe=True)


def _after_letter(text: str) -> int:
    letter = _LETTER.match(text)
    return letter.end() if letter else 0


@rule("salah", sumber="MEN-1: setiap pertimbangan diakhiri titik koma (pedoman UU 12/2011, DPR)", keyakinan="B")
def menimbang_tanpa_titik_koma(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Setiap butir Menimbang diakhiri titik koma.

    Titik pada akhir butir terakhir dicari aturan `menimbang_diakhiri_titik`.

    Salah:
        menimbang: [bahwa arsip perlu ditata., bahwa perlu dibentuk tim;]
    Salah:
        menimbang: [bahwa arsip perlu ditata]
    Benar:
        menimbang: [bahwa arsip perlu ditata;, bahwa perlu dibentuk tim.]
    """
    last = len(keputusan.menimbang) - 1
    for at, text in enumerate(_last_texts(keputusan)):
        if text and not re.search(r";\s*dan$", text.text):
            mark, span = end_mark(text.text)
            if not mark.endswith(";") and not (at == last and mark == "."):
                yield Remark(text.path, "butir Menimbang diakhiri titik koma", span, ";", safe=span is not None)


@rule(
    "saran",
    sumber="MEN-3: KPU RI dan pedoman DPR mengakhiri butir terakhir dengan titik koma; di kabupaten/kota sering titik",
    keyakinan="C",
)
def menimbang_diakhiri_titik(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Butir terakhir Menimbang diakhiri titik koma, bukan titik, karena kalimatnya berlanjut sampai MEMUTUSKAN.

    Salah:
        menimbang: [bahwa arsip perlu ditata;, bahwa perlu dibentuk tim.]
    Benar:
        menimbang: [bahwa arsip perlu ditata;, bahwa perlu dibentuk tim;]
    """
    text = [*_last_texts(keputusan)][-1]
    mark, span = end_mark(text.text) if text else ("", None)
    if text and mark == ".":
        yield Remark(text.path, "Menimbang diakhiri titik koma, bukan titik", span, ";", safe=span is not None)


def _last_texts(keputusan: Keputusan) -> Iterator[Teks | None]:
    """The text with which each item ends."""
    for at, item in enumerate(keputusan.menimbang):
        path: DataPath = ("menimbang", at, "isi")
        yield last_text(item.isi, path)


@rule(
    "periksa",
    sumber="MEN-2: butir terakhir berbunyi bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a ..., "
    "perlu menetapkan Keputusan ... tentang ... (pedoman UU 12/2011, DPR; KPU RI)",
    keyakinan="B",
)
def menimbang_tanpa_penutup(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Butir terakhir Menimbang menyebut apa yang perlu ditetapkan, kalau butirnya lebih dari satu.

    Salah:
        menimbang: [bahwa arsip perlu ditata;, bahwa untuk itu perlu dibentuk tim;]
    Benar:
        menimbang:
          - bahwa arsip perlu ditata;
          - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan Komisi
            Pemilihan Umum Kota Mojokerto tentang Contoh;
    Benar:
        menimbang: [bahwa arsip perlu ditata;]
    """
    last = len(keputusan.menimbang) - 1
    if last and not in_menimbang(keputusan):
        message = f"butir terakhir (huruf {huruf(last + 1)}) tidak menyebut Keputusan yang perlu ditetapkan"
        yield Remark(("menimbang", last), message)
