"""The text of a scan: the seed decree arrives whole, lines are joined, tables of tabs are read."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import kpu_docs as kpu
from kpu_docs.inputs import InputError
from tests.reading.clerks import EXPECTED, MENETAPKAN, MENGINGAT

ROOT = Path(__file__).parents[2]
SEED = ROOT / "examples" / "mojokerto_2022" / "keputusan.yaml"

HEAD = "NO.\tKEGIATAN\tSUB KEGIATAN\tINDIKATOR KEBERHASILAN\tPELAKSANAAN (BULAN)" + "\t" * 12
MONTHS = "\t" * 4 + "\t".join(str(month) for month in range(1, 13))
"""The head of the plan as the scan has it; on later pages KET is moved to the right."""


def scanned() -> str:
    """The seed as its scan has it: pages, repeated heads, a row that lost its first cells, markup of a converter.

    Made of the example, which holds the seed word for word.
    """
    keputusan = kpu.load(SEED)
    lines = ["", "SALINAN", "", "KOMISI PEMILIHAN UMUM KOTA MOJOKERTO", ""]
    lines += ["KEPUTUSAN KOMISI PEMILIHAN UMUM KOTA MOJOKERTO", "", "NOMOR : 5/HK.03.1/3576/2022", "", "TENTANG", ""]
    title = re.sub(r" (WILAYAH BEBAS|DAN MELAYANI|TAHUN 2022)", r"\n\1", keputusan.tentang)
    lines += [f"**{title}**", "", "KETUA KOMISI PEMILIHAN UMUM KOTA MOJOKERTO,", ""]
    first, second = (item.isi[0].teks for item in keputusan.menimbang)
    lines += [f"- Menimbang** : a. {first}", f"- b. {second}"]
    for at, base in enumerate(keputusan.mengingat, start=1):
        text = base.teks.replace("Tahun 2020 Nomor 1236", "Tahun\n\n2020 Nomor 1236")
        lines.append(f"- Mengingat** : 1. {text}" if at == 1 else f"{at}. {text}")
        lines += [""] if at == 1 else []
    lines += ["", f"Memperhatikan : {keputusan.memperhatikan[0].teks}", "", "MEMUTUSKAN :", ""]
    author = "KEPUTUSAN KOMISI PEMILIHAN UMUM KOTA MOJOKERTO"
    lines += [f"Menetapkan : {author} TENTANG {keputusan.tentang}.", ""]
    for label, diktum in zip(("KESATU", "KEDUA"), keputusan.diktum, strict=True):
        lines += [f"{label} : {diktum.isi[0].teks}", "", " "]
    lines += ["Ditetapkan di : MOJOKERTO", "pada tanggal : 26 Januari 2022", "", "KETUA KOMISI PEMILIHAN UMUM"]
    lines += ["KOTA MOJOKERTO,", "", "ttd", "", "SAIFUL AMIN", "", "", ""]
    lines += [f"**{keputusan.lampiran[0].judul}**", "", *plan_rows(keputusan)]
    return "\n".join([*lines, "", "Mojokerto, 26 Januari 2022", "", "Ketua,", "ttd", "", "SAIFUL AMIN", ""])


def plan_rows(keputusan: kpu.Keputusan) -> list[str]:
    found = [f"{HEAD}KET", MONTHS]
    rows = 0
    annex: Any = keputusan.lampiran[0]
    for bagian in annex.rencana_kerja.bagian:
        separator = "\t" if bagian.nomor == "III." else " "
        found.append(f"{bagian.nomor}{separator}{bagian.judul}" + "\t" * 16)
        for kegiatan in bagian.kegiatan:
            for at, row in enumerate(kegiatan.sub_kegiatan):
                name = kegiatan.kegiatan if at == 0 else ""
                indikator = re.sub(r"\*(.+?)\*", r"<i>\1</i>", row.indikator)
                cells = f"\t{name}\t{row.sub_kegiatan}\t{indikator}"
                if row.sub_kegiatan == "2. Pembentukan Agen Perubahan.":
                    cells = f"{row.sub_kegiatan}\t\t{row.indikator}"
                found.append(cells + "\t" * 15 + row.keterangan)
                rows += 1
                if rows in (9, 17, 27, 36, 47):
                    found += ["", f"{HEAD}{chr(9) * (rows % 3)}KET", f"{MONTHS}\t\t"]
    return found


def bare(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"</?i>", "", text).upper())


def test_the_seed_arrives_whole(tmp_path: Path) -> None:
    path = tmp_path / "pindai.txt"
    path.write_text(scanned(), encoding="utf-8")
    data, report = kpu.read(path)
    read, seed = kpu.load(data), kpu.load(SEED)
    for part in ("naskah", "nomor", "tentang", "menimbang", "mengingat", "memperhatikan", "diktum", "lampiran"):
        assert getattr(read, part) == getattr(seed, part), part
    assert read.place.text == seed.place.text
    assert read.ditetapkan.pada == seed.ditetapkan.pada
    assert read.signer.pejabat == seed.signer.pejabat
    assert (report.unplaced, report.uncertain, report.changed) == ((), (), ())
    annex: Any = read.lampiran[0]
    assert sum(len(one.sub_kegiatan) for part in annex.rencana_kerja.bagian for one in part.kegiatan) == 53
    assert "5 kepala tabel yang berulang dihilangkan" in str(report)
    assert "2. Pembentukan Agen Perubahan." in str(report)


def test_words_of_the_seed_in_are_words_out(tmp_path: Path) -> None:
    path = tmp_path / "pindai.txt"
    path.write_text(scanned(), encoding="utf-8")
    printed = kpu.render_bytes(kpu.load(kpu.read(path).data), "txt").decode()
    repeated = Counter(bare(f"{HEAD}KET {MONTHS} " * 5))
    before, after = Counter(bare(scanned())), Counter(bare(printed))
    assert before - after == repeated
    assert not after - before


PLAIN = f"""KOMISI PEMILIHAN UMUM
KOTA MOJOKERTO

KEPUTUSAN KOMISI PEMILIHAN UMUM KOTA MOJOKERTO
NOMOR 5 TAHUN 2024
TENTANG
PENATAAN ARSIP
TAHUN 2024

KETUA KOMISI PEMILIHAN UMUM KOTA MOJOKERTO,

Menimbang      : a.  bahwa arsip perlu di-
                     tata setiap tahun;
                 b.  bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam
                     huruf a, perlu menetapkan Keputusan tentang Penataan
- 2 -
                     Arsip Tahun 2024;
Mengingat      : 1.  {MENGINGAT[0].replace("Undang-Undang", "Undang-" + chr(10) + "Undang")}
                 2.  {MENGINGAT[1]}

MEMUTUSKAN:
Menetapkan     : {MENETAPKAN}
KESATU         : Menetapkan Penataan Arsip Tahun 2024.
KEDUA          : Keputusan ini mulai berlaku
                 pada tanggal ditetapkan.

Ditetapkan di Mojokerto
pada tanggal 8 Januari 2024
KETUA KOMISI PEMILIHAN UMUM
KOTA MOJOKERTO,

SAIFUL AMIN
"""


def test_lines_and_words_broken_by_the_page_are_joined(tmp_path: Path) -> None:
    path = tmp_path / "surat.txt"
    path.write_text(PLAIN, encoding="utf-8")
    data, report = kpu.read(path)
    assert {key: data[key] for key in EXPECTED} == EXPECTED
    assert 'kata yang terpenggal disambung: "di-" dan "tata" menjadi "ditata"' in str(report)
    assert 'disambung: "Undang-" dan "Undang" menjadi "Undang-Undang"' in str(report)
    assert 'nomor halaman dihilangkan: "- 2 -"' in str(report)


def test_what_a_scan_misread_stays(tmp_path: Path) -> None:
    path = tmp_path / "surat.txt"
    path.write_text(PLAIN.replace("setiap tahun", "set1ap tahvn"), encoding="utf-8")
    assert kpu.read(path).data["menimbang"][0] == "bahwa arsip perlu ditata set1ap tahvn;"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding_is_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "surat.txt"
    path.write_bytes(PLAIN.replace("Pemilihan Umum (", "Pemilihan Umum \u2013 (").encode(encoding))
    assert "Umum \u2013 (" in kpu.read(path).data["mengingat"][1]


@pytest.mark.parametrize(
    ("content", "message"), [(b" \n", "berkas ini kosong"), (b"\x7fELF\0\0", "ini bukan berkas teks")]
)
def test_what_is_no_text_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "surat.txt"
    path.write_bytes(content)
    with pytest.raises(InputError, match=message):
        kpu.read(path)


def test_halves_of_a_number_and_of_a_repeated_word_keep_their_hyphen(tmp_path: Path) -> None:
    text = PLAIN.replace(
        "tata setiap tahun;",
        "tata setiap tahun menurut Keputusan 442/HK.03-\n Kpt/2020-\n 2024 dan peraturan perundang-\n undangan;",
    )
    path = tmp_path / "surat.txt"
    path.write_text(text, encoding="utf-8")
    first = kpu.read(path).data["menimbang"][0]
    assert first.endswith("Keputusan 442/HK.03-Kpt/2020-2024 dan peraturan perundang-undangan;")


def test_signs_that_are_no_text_are_marked_and_told(tmp_path: Path) -> None:
    path = tmp_path / "surat.txt"
    path.write_text(PLAIN.replace("setiap tahun", "setiap\x02tahun\u0090"), encoding="utf-8")
    data, report = kpu.read(path)
    assert data["menimbang"][0] == "bahwa arsip perlu ditata setiap\ufffdtahun\ufffd;"
    assert "2 huruf tidak dapat dibaca, ditulis \ufffd; ketik ulang menurut berkasnya" in report.uncertain
