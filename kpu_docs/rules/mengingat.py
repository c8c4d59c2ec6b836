"""Mengingat: how its items end, and what stands in it twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs.complaints import shown
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._bunyi import end_mark
from kpu_docs.rules._dasar import dasar
from kpu_docs.rules._judul import sejudul
from kpu_docs.tata_naskah import TataNaskah


@rule("salah", sumber="MGT-1: dasar hukum diberi nomor; nomor itu dicetak sendiri", keyakinan="B")
def nomor_mengingat_tertulis(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Butir Mengingat ditulis tanpa nomornya.

    Nomor dicetak sendiri kalau butirnya lebih dari satu; yang ditulis tangan tercetak dua kali.

    Salah:
        mengingat:
          - 1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;
          - 2. Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;
    Benar:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;
          - Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;
    """
    for item in dasar(keputusan):
        if begin := item.pokok.mulai:
            yield Remark(item.path, "nomor butir Mengingat akan tercetak dua kali", (0, begin), "", safe=True)


@rule("salah", sumber="MGT-1: setiap dasar hukum diakhiri titik koma (pedoman UU 12/2011, DPR)", keyakinan="B")
def mengingat_tanpa_titik_koma(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Setiap butir Mengingat diakhiri titik koma, juga yang terakhir.

    Titik pada akhir butir terakhir dicari aturan `mengingat_diakhiri_titik`. Satu-satunya butir tidak diperiksa.

    Salah:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
          - Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;
    Salah:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan.
          - Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;
    Benar:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan; dan
          - uu-7-2017
    """
    last = len(keputusan.mengingat)
    for item in dasar(keputusan) if last > 1 else ():
        mark, span = end_mark(item.teks)
        if (
            not mark.endswith(";")
            and not re.search(r";\s*dan$", item.teks)
            and not (item.nomor == last and mark == ".")
        ):
            yield Remark(item.path, "butir Mengingat diakhiri titik koma", span, ";", safe=span is not None)


@rule(
    "saran",
    sumber="MGT-1: juga dasar hukum terakhir diakhiri titik koma; di kabupaten/kota kadang titik",
    keyakinan="B",
)
def mengingat_diakhiri_titik(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Butir terakhir Mengingat diakhiri titik koma, bukan titik, karena kalimatnya berlanjut sampai MEMUTUSKAN.

    Salah:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;
          - Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum.
    Benar:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;
          - Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;
    """
    last = dasar(keputusan)[-1]
    mark, span = end_mark(last.teks)
    if last.nomor > 1 and mark == ".":
        yield Remark(last.path, "Mengingat diakhiri titik koma, bukan titik", span, ";", safe=span is not None)


@rule("periksa", sumber="kelaziman: satu peraturan satu butir, dengan perubahannya (MGT-6, MGT-7)", keyakinan="C")
def peraturan_ganda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Satu peraturan disebut satu kali pada Mengingat.

    Kalau judulnya berlainan, nomor atau tahun salah satunya keliru.

    Salah:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;
          - Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;
          - uu-43-2009
    Salah:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;
          - Undang-Undang Nomor 43 Tahun 2009 tentang Pelayanan Publik;
    Benar:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;
          - Peraturan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 43 Tahun 2009 tentang
            Kearsipan;
    """
    seen: dict[str, tuple[int, str]] = {}
    for item in dasar(keputusan):
        read = item.pokok.peraturan
        if read.kunci is None:
            continue
        number, title = seen.setdefault(read.kunci, (item.nomor, read.tentang))
        if number == item.nomor:
            continue
        said = f"{item.pokok.nama} sudah disebut pada butir {number}"
        if not sejudul(title, read.tentang):
            said += f' dengan judul lain ("{shown(title)}"); periksa nomor dan tahun keduanya'
        yield Remark(item.path, said)
