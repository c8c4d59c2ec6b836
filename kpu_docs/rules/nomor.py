"""The number of the decree against its day and its format rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kpu_docs import bahasa
from kpu_docs.model import Keputusan
from kpu_docs.nomor import Nomor
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._nomor_keputusan import PATH, of_a_committee, read, span_of
from kpu_docs.tata_naskah import TataNaskah

_AWAL, _AKHIR = date.min, date.max
_ZAMAN_LAIN = (
    ("A-", date(2018, 7, 1), _AKHIR, 'bentuk "/Kpts/" terlihat sampai 2017'),
    ("B-", _AWAL, date(2016, 12, 31), 'bentuk "-Kpt" dengan bulan Romawi baru terlihat sejak 2017'),
    ("B-", date(2022, 7, 1), _AKHIR, 'bentuk "-Kpt" dengan bulan Romawi terlihat sampai 2021'),
    ("C1", _AWAL, date(2021, 6, 30), "bentuk kode klasifikasi tanpa bulan baru terlihat pada Januari 2022"),
    ("C1", date(2023, 2, 1), _AKHIR, "bentuk kode klasifikasi tanpa bulan hanya terlihat pada Januari 2022"),
    ("C2", date(2018, 1, 1), date(2021, 6, 30), 'bentuk "n TAHUN yyyy" terlihat sampai 2017 dan sejak 2022'),
)
"""Shapes of numbers, and days at which none of them was seen. The days of change are not known: where two shapes meet,
months on both sides are left out.
"""


@rule(
    "salah",
    sumber="NUM-2: nomor urut mulai lagi setiap tahun, dan tahunnya tahun penetapan; semua keputusan yang dibaca",
    keyakinan="C",
)
def tahun_nomor_lain(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Tahun di dalam nomor ialah tahun penetapan.

    Pada keputusan yang ditetapkan Desember untuk tahun berikutnya pun nomornya bertahun penetapan.

    Salah:
        nomor: 22 TAHUN 2027
        ditetapkan: {di: Mojokerto, pada: 2026-12-01}
    Benar:
        nomor: 22 TAHUN 2026
        ditetapkan: {di: Mojokerto, pada: 2026-12-01}
    """
    number, day = read(keputusan), keputusan.ditetapkan.pada
    if number and day and number.tahun != day.year:
        end = len(number.teks)
        message = f"nomor bertahun {number.tahun}, padahal Keputusan ditetapkan {bahasa.tanggal(day)}"
        yield Remark(PATH, message, (end - 4, end), also=(("ditetapkan", "pada"),))


@rule(
    "periksa",
    sumber="angka Romawi di dalam nomor 2017-2021 ialah bulan penetapan; disimpulkan dari nomor yang dibaca",
    keyakinan="C",
)
def bulan_nomor_lain(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Bulan Romawi di dalam nomor ialah bulan penetapan.

    Salah:
        nomor: 38/HK.03.1-Kpt/3576/KPU-Kot/IX/2017
        ditetapkan: {di: Mojokerto, pada: 2017-11-09}
    Benar:
        nomor: 38/HK.03.1-Kpt/3576/KPU-Kot/XI/2017
        ditetapkan: {di: Mojokerto, pada: 2017-11-09}
    """
    number, day = read(keputusan), keputusan.ditetapkan.pada
    if number and day and number.bulan and number.tahun == day.year and number.bulan != day.month:
        roman = bahasa.romawi(number.bulan)
        message = f'bulan "{roman}" pada nomor, padahal Keputusan ditetapkan {bahasa.tanggal(day)}'
        yield Remark(PATH, message, span_of(number, roman), also=(("ditetapkan", "pada"),))


@rule(
    "periksa",
    sumber="nomor diberikan ketika Keputusan ditetapkan; tidak ada sumber tertulis",
    keyakinan="M",
)
def nomor_tanpa_tanggal(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Keputusan yang sudah bernomor sudah bertanggal pula.

    Naskah asli boleh dicetak sebelum keduanya diketahui, atau dengan tanggal saja. Pada rancangan tidak diperiksa.

    Salah:
        nomor: 16 TAHUN 2026
        ditetapkan: {di: Mojokerto}
    Benar:
        nomor: ''
        ditetapkan: {di: Mojokerto}
    Benar:
        nomor: ''
    """
    if keputusan.naskah == "asli" and read(keputusan) and not keputusan.ditetapkan.pada:
        yield Remark(("ditetapkan", "pada"), "Keputusan ini sudah bernomor, tetapi tanggalnya belum diisi")


@rule(
    "periksa",
    sumber="masa setiap bentuk nomor pada keputusan 2011-2024 yang dibaca (NUM-WHEN); "
    "hari peralihannya tidak diketahui",
    keyakinan="C",
)
def bentuk_nomor_lain_zaman(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Bentuk nomor sesuai dengan waktu penetapannya.

    Sampai 2017 "43/Kpts/KPU/TAHUN 2016", 2017-2021 "38/HK.03.1-Kpt/3571/KPU-Kot/IX/2017", Januari 2022
    "5/HK.03.1/3576/2022", sejak 2022 "16 TAHUN 2026". Di sekitar peralihannya keduanya dibiarkan.

    Salah:
        nomor: 5/HK.03.1/3576/2024
        ditetapkan: {di: Mojokerto, pada: 2024-03-04}
    Salah:
        nomor: 38/HK.03.1-Kpt/3576/KPU-Kot/IX/2023
        ditetapkan: {di: Mojokerto, pada: 2023-09-04}
    Salah:
        nomor: 16 TAHUN 2019
        ditetapkan: {di: Mojokerto, pada: 2019-03-04}
    Benar:
        nomor: 5/HK.03.1/3576/2022
        ditetapkan: {di: Mojokerto, pada: 2022-01-26}
    Benar:
        nomor: 02 TAHUN 2015
        ditetapkan: {di: Mojokerto, pada: 2015-04-20}
    """
    number = read(keputusan)
    doubt = _out_of_time(keputusan, number) if number else ""
    if number and doubt:
        now = f'; sejak 2022 nomor berbentuk "{int(number.urut)} TAHUN {number.tahun}"' if number.tahun > 2021 else ""
        yield Remark(PATH, f"{doubt}{now}")


def _out_of_time(keputusan: Keputusan, number: Nomor) -> str:
    """What is odd about the shape of a number on the day of the decree; nothing where day and number disagree."""
    day = keputusan.ditetapkan.pada
    if day is None or day.year != number.tahun or of_a_committee(keputusan):
        return ""
    return next((say for pola, a, z, say in _ZAMAN_LAIN if number.pola.startswith(pola) and a <= day <= z), "")


@rule(
    "periksa",
    sumber="NUM-1: 2018-2022 dicetak NOMOR dengan titik dua, sejak 2023 tanpa; tata naskah dipilih di data",
    keyakinan="C",
)
def nomor_lain_tata_naskah(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Tata naskah yang dipilih sesuai dengan bentuk nomornya.

    Tanpa pilihan, tata naskah mengikuti bentuk nomor.

    Salah:
        tata_naskah: kpu-2019
        nomor: 16 TAHUN 2026
    Benar:
        tata_naskah: kpu-2019
        nomor: 38/HK.03.1-Kpt/3576/KPU-Kot/IX/2017
        ditetapkan: {di: Mojokerto, pada: 2017-09-11}
    """
    number = read(keputusan)
    if number is None or number.regim in (None, tata_naskah.nama) or of_a_committee(keputusan):
        return
    # Before 2018 a few offices numbered like today.
    if number.tahun > 2017 and not _out_of_time(keputusan, number):
        chosen = ("tata_naskah",) if keputusan.tata_naskah else ("kantor", "tata_naskah", "dasar")
        message = f"bentuk nomor ini bentuk {number.regim}, tetapi tata naskah yang dipilih {tata_naskah.nama}"
        yield Remark(PATH, message, also=(chosen,))
