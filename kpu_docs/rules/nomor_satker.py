"""The number of the decree against the office, and against who makes the decree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs import satker
from kpu_docs.model import Keputusan
from kpu_docs.nomor import Nomor
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._nomor_keputusan import PATH, read, span_of
from kpu_docs.satker import Satker
from kpu_docs.tata_naskah import TataNaskah

_TINGKAT = {"kabupaten": "Kab", "kota": "Kot"}
_SEKRETARIAT = ("SJ", "Setjen", "Sek-Kab", "Sek-Kot")
_KODE = {"HK.03.1": "ketua", "HK.03.2": "sekretaris"}


@rule(
    "periksa",
    sumber="H4-1, H4-2: nomor 2017-2021 menyebut badannya, Prov, KPU-Kab, atau KPU-Kot; begitu pula bentuk sebelumnya",
    keyakinan="C",
)
def lembaga_nomor_lain(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Badan yang disebut di dalam nomor ialah yang menetapkan.

    Nomor PPK dan PPS dibandingkan dengan KPU di atasnya. Yang bertindak selaku badan lain tidak diperiksa.

    Salah:
        nomor: 38/HK.03.1-Kpt/3576/KPU-Kab/IX/2017
    Salah:
        nomor: 17/HK.03.1-Kpt/35/Prov/VIII/2017
    Benar:
        nomor: 38/HK.03.1-Kpt/3576/KPU-Kot/IX/2017
    """
    number, office = read(keputusan), _office(keputusan.satker)
    if number is None or number.badan is None or not _compared(keputusan) or number.tingkat == office.tingkat:
        return
    body, _, level = number.badan.partition("-")
    span = span_of(number, number.badan)
    known = span and number.regim and level in _TINGKAT.values() and office.tingkat in _TINGKAT
    expected = f"{body}-{_TINGKAT[office.tingkat]}" if known else None
    message = f'nomor memakai "{number.badan}", padahal yang menetapkan {office.name(republik_indonesia=True)}'
    yield Remark(PATH, message, span, expected)


@rule(
    "periksa",
    sumber="H4-4: kode wilayah ialah kode kantornya pada semua nomor yang dibaca; bahwa kode itu dari Kementerian "
    "Dalam Negeri, bukan BPS, belum dipastikan (NUM-6)",
    keyakinan="C",
)
def wilayah_nomor_lain(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Kode wilayah di dalam nomor ialah kode kantor yang menetapkan: provinsi dua angka, kabupaten dan kota empat.

    Kode lama (2011-2017) tidak dibandingkan, begitu pula kode di Papua dari sebelum provinsi-provinsi barunya. Kalau
    kode kantor tidak diketahui, yang dibandingkan hanya tingkatnya: angka ketiga kode kota ialah 7.

    Salah:
        nomor: 5/HK.03.1/3516/2022
    Salah:
        satker: provinsi-jawa-timur
        nomor: 17/HK.03.1-Kpt/61/Prov/VIII/2017
    Salah:
        satker: {lembaga: KPU, tingkat: kota, wilayah: Kota Contoh}
        nomor: 5/HK.03.1/3516/2022
    Benar:
        nomor: 5/HK.03.1/3576/2022
    Benar:
        nomor: 17/Kpts/KPU-Kota-012.329248/TAHUN 2015
    Benar:
        satker: kpu-ri
        nomor: 238/PL.01/14/2022
    """
    number, office = read(keputusan), _office(keputusan.satker)
    if number is None or number.wilayah is None or number.regim is None or not _compared(keputusan):
        return
    if number.tingkat not in (None, office.tingkat):
        return  # another body altogether, which is said already
    written, code = number.wilayah, _code(office)
    if office.tingkat == "ri" and len(written) == 2:
        return  # a unit of KPU RI
    renumbered = code[:1] == "9" and written[:2] in ("91", "92")
    fits = written == code or renumbered if code else (number.tingkat_wilayah or "provinsi") == office.tingkat
    if not fits:
        span = span_of(number, written)
        of = f" ({satker.table()[written]['wilayah']})" if written in satker.table() else ""
        message = f"kode wilayah {written}{of} pada nomor bukan kode {office.name(republik_indonesia=True)}"
        yield Remark(PATH, message, span, code if span and code else None)


def _office(body: Satker) -> Satker:
    """The office itself, or that above a committee."""
    return _office(body.induk) if body.induk else body


def _compared(keputusan: Keputusan) -> bool:
    """Whether it is known which office the number names."""
    acting = keputusan.pembentuk.selaku
    return not acting and _office(keputusan.satker).tingkat not in ("kecamatan", "desa")


def _code(office: Satker) -> str:
    """The code of an office, two digits for a province, four for a kabupaten or kota; empty if it is not known."""
    code = re.sub(r"\D", "", office.kode)
    return code if len(code) == (2 if office.tingkat == "provinsi" else 4) else ""


@rule(
    "periksa",
    sumber="HK.03.1 untuk Keputusan KPU, HK.03.2 untuk Keputusan sekretariat (daftar KPU Kabupaten Belu, 2026)",
    keyakinan="D",
)
def pembentuk_nomor_lain(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Nomor Keputusan sekretariat dipakai Sekretaris, dan nomor Keputusan KPU dipakai Ketua.

    SJ, Setjen, Sek-Kab, dan Sek-Kot menyebut sekretariat, kode klasifikasi apa pun di depannya; selain itu HK.03.1 kode
    Keputusan KPU, dan HK.03.2 kode Keputusan sekretariat.

    Salah:
        nomor: 5/HK.03.2/3576/2022
    Salah:
        nomor: 245/SDM.05.5-Kpt/05/SJ/IV/2018
        satker: kpu-ri
    Salah:
        pembentuk: Sekretaris
        nomor: 5/HK.03.1/3576/2022
    Benar:
        pembentuk: Sekretaris
        nomor: 5/HK.03.2/3576/2022
    Benar:
        nomor: 5/HK.03.1/3576/2022
    """
    number, who = read(keputusan), keputusan.pembentuk
    title = " ".join(who.baris or (who.jabatan,))
    officials = {word for word in ("ketua", "sekretaris") if re.search(rf"\b{word}\b", title, re.I)}
    part, official = _maker(number) if number else ("", "")
    if number and official and officials and official not in officials:
        message = f'"{part}" pada nomor dipakai pada Keputusan {official.title()}, padahal yang menetapkan {title}'
        yield Remark(PATH, message, span_of(number, part))


def _maker(number: Nomor) -> tuple[str, str]:
    """The part of a number that says which official makes the decree, and that official; empty if there is none."""
    if number.badan in _SEKRETARIAT:
        return number.badan, "sekretaris"
    return number.klasifikasi or "", _KODE.get(number.klasifikasi or "", "")
