"""The number of the decree by itself: its shape, its serial, its classification."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs import nomor
from kpu_docs.model import Keputusan
from kpu_docs.nomor import NASKAH, klasifikasi
from kpu_docs.nomor.bentuk import KEPUTUSAN
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._nomor_keputusan import PATH, of_a_committee, read, span_of
from kpu_docs.satker import LEMBAGA
from kpu_docs.tata_naskah import TataNaskah

_BLANK = re.compile(r"\.{3,}|…|_{3,}|\{\{")
_LABEL = re.compile(r"nomor(?:\s*:\s*|\s+)", re.I)
_KLASIFIKASI = re.compile(r"/[A-Za-z]{2,4}(?:\.\d|/\d{1,2}[.-])")
_AROUND = re.compile(r"\s*([/.-])\s*")


@rule(
    "periksa",
    sumber="nomor pada 61 keputusan 2011-2024 yang dibaca; tidak ada daftar resmi",
    keyakinan="C",
)
def nomor_tidak_dikenal(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Nomor berbentuk seperti nomor Keputusan KPU pada salah satu zamannya.

    Yang dikenal: 16 TAHUN 2026; 5/HK.03.1/3576/2022; 38/HK.03.1-Kpt/3571/KPU-Kot/IX/2017; 43/Kpts/KPU/TAHUN 2016. Yang
    lain masih mungkin benar. Bentuk nomor PPK, PPS, dan KIP tidak diketahui semua: di sana hanya salah tulis di
    sekitar kode klasifikasi yang disebut. Nomor yang masih bertitik-titik tidak diperiksa di sini.

    Salah:
        nomor: 38/HK.03.1-Kpts/3576/KPUKot/IX/2017
    Salah:
        nomor: TAHUN 2026
    Salah:
        nomor: 5/SK/2026
    Salah:
        nomor: 5/HK.03.1-KEP/3576/KPU-Kot/I/2020
    Benar:
        nomor: 16 TAHUN 2026
    Benar:
        nomor: 38/HK.03.1-Kpt/3576/KPU-Kot/IX/2017
        ditetapkan: {di: Mojokerto, pada: 2017-09-11}
    Benar:
        satker: {lembaga: PPS, desa: Desa Sooko, induk: kabupaten-mojokerto}
        nomor: 01/PPS-SOOKO/I/2026
    Benar:
        nomor: ... TAHUN 2026
    """
    teks = keputusan.nomor
    unfilled = keputusan.naskah == "rancangan" and not teks[:1].isdigit()
    if not teks or _BLANK.search(teks) or unfilled:
        return
    try:
        number = nomor.parse(teks)
    except nomor.NomorKeliru as error:
        known = keputusan.satker.lembaga.lower() == LEMBAGA["KPU"].lower()
        if known or (error.keliru and _KLASIFIKASI.search(teks)):
            yield Remark(PATH, str(error).replace(f'"{teks}"', "nomor ini", 1), expected=error.usulan)
        return
    if number.naskah not in NASKAH:
        message = f'kode naskah "{number.naskah}" pada nomor tidak dikenal; nomor Keputusan memakai "Kpt"'
        yield Remark(PATH, message, span_of(number, number.naskah))


@rule(
    "salah",
    sumber="NUM-1: kata NOMOR dicetak di depan nomor pada setiap keputusan yang dibaca; di sini dicetak sendiri",
    keyakinan="C",
)
def label_nomor_terulang(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Nomor ditulis tanpa kata NOMOR.

    Kata itu dan titik duanya dicetak sendiri; yang ditulis lagi tercetak dua kali: "NOMOR NOMOR : 16 TAHUN 2026".

    Salah:
        nomor: 'NOMOR : 16 TAHUN 2026'
    Benar:
        nomor: 16 TAHUN 2026
    """
    label = _LABEL.match(keputusan.nomor)
    if label:
        yield Remark(PATH, "kata NOMOR tercetak dua kali", label.span(), "", safe=True)


@rule(
    "saran",
    sumber='spasi di sekitar "/" pada tiga keputusan yang dibaca; nomor lain semuanya rapat',
    keyakinan="C",
)
def nomor_berspasi(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Bagian-bagian nomor ditulis rapat, tanpa spasi di sekitar garis miring, titik, dan tanda hubung.

    Salah:
        nomor: 04/HK.03. 1-Kpt/3576/ KPU-Kot/I/2020
    Benar:
        nomor: 04/HK.03.1-Kpt/3576/KPU-Kot/I/2020
    """
    number = read(keputusan)
    if number and number.catatan:
        yield Remark(PATH, "; ".join(number.catatan), expected=_AROUND.sub(r"\1", number.teks), safe=True)


@rule(
    "saran",
    sumber="TTL-1, NUM-1: judul dengan huruf kapital; NOMOR 42 TAHUN 2023 (S4), NOMOR 19 TAHUN 2023 (S8)",
    keyakinan="C",
)
def kata_tahun_tidak_kapital(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Kata TAHUN di dalam nomor ditulis dengan huruf kapital, seperti judul di bawahnya.

    Di dalam kalimat tetap ditulis "Nomor 16 Tahun 2026".

    Salah:
        nomor: 16 Tahun 2026
    Benar:
        nomor: 16 TAHUN 2026
    """
    word = re.search("tahun", keputusan.nomor, re.I)
    number = read(keputusan)
    if number and number.pola == "C2" and word and word[0] != "TAHUN":
        yield Remark(PATH, "kata TAHUN pada nomor ditulis dengan huruf kapital", word.span(), "TAHUN", safe=True)


@rule(
    "salah",
    sumber="NUM-3: kode naskah di dalam nomor menyebut naskahnya, BA pada berita acara, SD pada surat dinas",
    keyakinan="C",
)
def nomor_naskah_lain(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Nomor Keputusan bukan nomor berita acara atau surat.

    Nomor berita acara rapat pleno mudah tertempel sebagai nomor Keputusan yang ditetapkan di dalamnya.

    Salah:
        nomor: 63/PK.01-BA/3576/2026
    Salah:
        nomor: 60/PL.02.7-SD/03/KPU/I/2021
    Benar:
        nomor: 60/PL.02.7-Kpt/03/KPU/I/2021
    """
    try:
        number = nomor.parse(keputusan.nomor)
    except nomor.NomorKeliru:
        return
    if number.naskah != KEPUTUSAN and number.naskah in NASKAH:
        message = f'nomor ini nomor {NASKAH[number.naskah]} ("{number.naskah}"), bukan nomor Keputusan'
        yield Remark(PATH, message, span_of(number, number.naskah))


@rule("salah", sumber="NUM-2: nomor urut mulai lagi setiap tahun, dari 1", keyakinan="C")
def nomor_urut_nol(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Nomor urut mulai dari 1.

    Nol biasanya isian sementara yang tertinggal. Nomor yang belum diketahui dikosongkan; titik-titik dicetak sendiri.

    Salah:
        nomor: 0 TAHUN 2026
    Benar:
        nomor: ''
    """
    number = read(keputusan)
    if number and not int(number.urut):
        yield Remark(PATH, "nomor urut 0; kosongkan nomor yang belum diketahui")


@rule(
    "saran",
    sumber='NUM-2: nomor Keputusan tanpa nol di depan; "02 TAHUN 2015", "05/PL.02.7-Kpt/..." dan serupa sampai 2021',
    keyakinan="C",
)
def nomor_berawalan_nol(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Nomor urut sejak 2022 ditulis tanpa nol di depan.

    Sebelum 2022 banyak kantor menulis 03 atau 023: nomor dari waktu itu tidak diperiksa.

    Salah:
        nomor: 05 TAHUN 2026
    Benar:
        nomor: 5 TAHUN 2026
    Benar:
        nomor: 05/PL.02.7-Kpt/3576/KPU-Kot/I/2021
        ditetapkan: {di: Mojokerto, pada: 2021-01-21}
    """
    number = read(keputusan)
    if number is None or of_a_committee(keputusan) or number.tahun < 2022:
        return
    plain = number.urut.lstrip("0")
    if plain not in ("", number.urut):
        start = number.teks.index(number.urut)
        yield Remark(PATH, "nomor urut ditulis tanpa nol di depan", (start, start + len(number.urut)), plain)


@rule(
    "periksa",
    sumber="kelompok kode klasifikasi arsip pada nomor 2017-2026 dan daftar KPU Kabupaten Belu (2026); "
    "PI.01.5 tertulis untuk PL.01.5 pada satu keputusan",
    keyakinan="D",
)
def kode_klasifikasi_meragukan(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Kode klasifikasi di dalam nomor termasuk kelompok yang dikenal (HK, PL, PP ...), dan bukan kode berita acara.

    Tidak satu pun daftar kode yang terbaca lengkap, jadi angka di belakang kelompoknya tidak diperiksa. PK.01 dipakai
    pada nomor berita acara rapat pleno.

    Salah:
        nomor: 61/PI.01.5-Kpt/3576/KPU-Kot/X/2018
    Salah:
        nomor: 37/PK.01/3576/2022
    Benar:
        nomor: 61/PL.01.5-Kpt/3576/KPU-Kot/X/2018
    Benar:
        nomor: 5/HK.03.1/3576/2022
    """
    number = read(keputusan)
    if number is None or number.klasifikasi is None:
        return
    code = number.klasifikasi
    span = span_of(number, code)
    groups = sorted({known.partition(".")[0] for _, codes in klasifikasi.semua() for known in codes})
    if code.partition(".")[0] not in groups:
        yield Remark(PATH, f'kelompok kode klasifikasi "{code}" tidak dikenal; yang dikenal: {", ".join(groups)}', span)
    elif number.pola == "C1" and code.startswith("PK.01"):
        yield Remark(PATH, f'kode klasifikasi "{code}" dipakai pada nomor berita acara rapat pleno', span)
