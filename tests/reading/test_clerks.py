"""Word files made in the ways of clerks: each gives the data it says, and no word is lost or added."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import kpu_docs as kpu
from kpu_docs.reading import LEFT_OVER
from tests.reading import clerks

DUTIES = {"teks": "Tim bertugas:", "daftar": [{"teks": "menata:", "daftar": ["berkas; dan", "boks;"]}, "melapor."]}
OFFICE = {"satker": "kota-mojokerto", "tempat": "Mojokerto", "pejabat": [{"jabatan": "ketua", "nama": "SAIFUL AMIN"}]}
OTHER_HEAD = f"LAMPIRAN\nKEPUTUSAN {clerks.BODY}\nNOMOR 5 TAHUN 2024\nTANGGAL 8 JANUARI 2024\nTENTANG HAL LAIN\nDAFTAR"
MONTHS = ["JAN", "FEB", "MAR", "APR", "MEI", "JUN", "JUL", "AGS", "SEP", "OKT", "NOV", "DES"]

OWN: dict[str, dict[str, Any]] = {
    "automatic numbers": {"diktum": [DUTIES, clerks.DIKTUM[1][1]]},
    "text boxes": {
        "naskah": "salinan",
        "lampiran": [{"judul": "TATA CARA", "tanda_tangan": "tidak", "naskah": {"isi": "Arsip ditata menurut abjad."}}],
    },
    "signature beside": {"naskah": "salinan"},
    "furniture": {"naskah": "salinan"},
    "labels alone": {
        "diktum": [{"label": "PERTAMA", "isi": clerks.DIKTUM[0][1]}, clerks.DIKTUM[1][1]],
        "lampiran": [
            {
                "judul": "RENCANA AKSI",
                "tanda_tangan": "tidak",
                "rencana_kerja": {
                    "kolom": ["NO", "KEGIATAN", "SUB KEGIATAN", "INDIKATOR", "KET"],
                    "petak": {"judul": "BULAN", "kolom": MONTHS},
                    "bagian": [
                        {
                            "kegiatan": [
                                {
                                    "nomor": "1.",
                                    "kegiatan": "Pendataan",
                                    "sub_kegiatan": [
                                        {
                                            "sub_kegiatan": "Daftar boks",
                                            "indikator": "Ada daftar",
                                            "petak": ["NOV", "DES"],
                                        }
                                    ],
                                }
                            ]
                        }
                    ],
                },
            }
        ],
    },
    "other forms": {
        "naskah": "salinan",
        "nomor": "5/HK.03.1/3576/2022",
        "penanda_tangan": {"jabatan": "Ketua", "baris": ["KETUA"]},
        "tembusan": ["KPU Provinsi Jawa Timur;", "Arsip."],
    },
    "changes": {"diktum": [f"{clerks.DIKTUM[0][1]} Baru.", clerks.DIKTUM[1][1]]},
    "plan": {
        "lampiran": [
            {
                "judul": "RENCANA KERJA\nTAHUN 2024",
                "rencana_kerja": {
                    "kolom": ["NO", "KEGIATAN", "SUB KEGIATAN", "INDIKATOR", "KET"],
                    "petak": {"judul": "BULAN", "kolom": [str(month) for month in range(1, 13)]},
                    "bagian": [
                        {
                            "kegiatan": [
                                {
                                    "nomor": "1.",
                                    "kegiatan": "Pendataan",
                                    "sub_kegiatan": [
                                        {"sub_kegiatan": "Daftar boks", "indikator": "Ada daftar", "petak": "1-2"},
                                        {
                                            "sub_kegiatan": "Daftar berkas",
                                            "indikator": "Ada berkas",
                                            "petak": "3-4",
                                            "keterangan": "tentatif",
                                        },
                                    ],
                                },
                                {
                                    "nomor": "2.",
                                    "kegiatan": "Laporan",
                                    "sub_kegiatan": [
                                        {"sub_kegiatan": "Laporan akhir", "indikator": "Terkirim", "petak": "12"}
                                    ],
                                },
                            ]
                        }
                    ],
                },
            }
        ]
    },
    "team": {
        "lampiran": [
            {
                "judul": "SUSUNAN TIM",
                "susunan_tim": {
                    "anggota": [
                        {"nama": "Umpama Rekaan", "jabatan": "Sekretaris", "kedudukan": "Ketua"},
                        {"nama": "Misal Kesatu", "jabatan": "Staf", "kedudukan": "Anggota"},
                    ]
                },
            }
        ]
    },
    "prose": {
        "lampiran": [
            {
                "judul": "PEDOMAN",
                "tanda_tangan": "tidak",
                "naskah": {
                    "bab": [
                        {"judul": "PENDAHULUAN", "isi": "Pedoman ini acuan."},
                        {"judul": "PENUTUP", "isi": "Hal lain diatur kemudian."},
                    ]
                },
            },
            {
                "judul": "DAFTAR BOKS",
                "tanda_tangan": "tidak",
                "tabel": {
                    "kolom": [
                        {"judul": "RUANG", "gabung": "ya"},
                        {"judul": "BOKS", "kolom": [{"judul": "LAMA"}, {"judul": "BARU"}]},
                    ],
                    "baris": [
                        {"ruang": "Satu", "lama": "12", "baru": "3"},
                        {"ruang": "Satu", "lama": "14", "baru": "5"},
                        {"ruang": "Dua", "lama": "20"},
                    ],
                    "catatan": ["Catatan: dihitung awal tahun."],
                },
            },
        ]
    },
    "own words": {
        "pembentuk": {"baris": ["DENGAN RAHMAT TUHAN YANG MAHA ESA", f"KETUA {clerks.BODY}"]},
        "diktum": [
            [
                "Menetapkan hal berikut:",
                {"teks": "tanpa tanda, dengan \u2022 di tengah", "rincian": {"Nama": "SAIFUL AMIN"}},
                "(3) bukan daftar yang dikenal",
            ],
            clerks.DIKTUM[1][1],
        ],
        "lampiran": [
            {"judul": OTHER_HEAD, "tanda_tangan": "tidak", "naskah": {"isi": "Isi daftar menyusul."}},
            {"judul": LEFT_OVER, "tanda_tangan": "tidak", "naskah": {"isi": ["NIP 19700101 199503 1 001"]}},
        ],
    },
    "ticks": {
        "lampiran": [
            {
                "judul": "KELENGKAPAN",
                "tanda_tangan": "tidak",
                "tabel": {
                    "kolom": [{"judul": "RUANG"}, {"judul": "DAFTAR"}, {"judul": "BOKS"}],
                    "baris": [
                        {"ruang": "Satu", "daftar": "\N{CHECK MARK}", "boks": "ada"},
                        {"ruang": "Dua", "daftar": "belum", "boks": "ada"},
                    ],
                },
            }
        ]
    },
}
"""What the files say beyond `clerks.EXPECTED`."""

WORDING: dict[str, dict[str, Any]] = {
    "spaces": {"kata": {"memutuskan": "M E M U T U S K A N :"}},
    "furniture": {"pengesahan": {"ada": False}, "jdih": {"alamat": "jdih.kpu.go.id/jatim/kota-mojokerto"}},
    "labels alone": {"kata": {"memutuskan": "MEMUTUSKAN"}},
    "other forms": {
        "kata": {"pada_tanggal": "Pada tanggal", "ttd": "ttd", "tembusan": "Tembusan Yth. :", "salinan": ""},
        "penutup": {"titik_dua": True, "tempat_kapital": True},
        "pengesahan": {"ada": False},
    },
    "team": {"lampiran": {"jabatan": "Ketua,", "tempat_tanggal": "{tempat}, {tanggal}"}},
    "own words": {"lampiran": {"kepala": False}},
}
"""What the office prints its own way there."""

LOST = {
    "furniture": "b. bahwa . . . - 2 - MEMUTUSKAN . . . jdih.kpu.go.id/jatim/kota-mojokerto",
    # The head that the second table repeats, and the signs that mark a month.
    "plan": "NO KEGIATAN SUB KEGIATAN INDIKATOR BULAN KET 1 2 3 4 5 6 7 8 9 10 11 12 v v \N{CHECK MARK}",
}
"""Words that belong to a page or only mark a cell: left out, and told."""

ADDED = {
    "automatic numbers": "a. b. 1. 2. 1. 2. a. b.",
    "prose": "BAB I BAB II",
    "other forms": "KOMISI PEMILIHAN UMUM KOTA MOJOKERTO",  # the kop
    "own words": LEFT_OVER.upper(),
    "ticks": "\N{CHECK MARK}",
}
"""Words that stand in no text of the file: what Word writes by itself, and our own heading."""

each_file = pytest.mark.parametrize("name", clerks.MADE)


def read(name: str, folder: Path) -> kpu.Reading:
    path = folder / "lama.docx"
    path.write_bytes(clerks.saved(clerks.MADE[name]()))
    return kpu.read(path)


@each_file
def test_it_says_what_was_typed(name: str, tmp_path: Path) -> None:
    data, _ = read(name, tmp_path)
    office = OFFICE | ({"tata_naskah": WORDING[name]} if name in WORDING else {})
    if name in ("text boxes", "signature beside"):
        head = {"jabatan": "kepala hukum", "sebutan": "Kepala Bagian", "nama": "Budi"}
        office = office | {"pejabat": [*OFFICE["pejabat"], head]}
    assert data == {"versi": "1", **clerks.EXPECTED, "kantor": office} | OWN.get(name, {})


@each_file
def test_words_in_are_words_out(name: str, tmp_path: Path) -> None:
    data, _ = read(name, tmp_path)
    before = Counter(clerks.words(clerks.MADE[name]()))
    after = Counter(clerks.words(Document(BytesIO(kpu.render_bytes(kpu.load(data), "docx")))))
    assert before - after == Counter(LOST.get(name, "").split())
    assert after - before == Counter(ADDED.get(name, "").split())


MOVED = {
    "text boxes": "the certification stands below the signature",
    "signature beside": "the certification stands below the signature",
    "other forms": "a kop is printed",
    "plan": "signs of months are marks",
    "own words": "a line without a place stands at the end",
}
"""Files whose lines are printed in another order, or otherwise, and why."""


@pytest.mark.parametrize("name", [name for name in clerks.MADE if name not in MOVED])
def test_words_keep_their_order(name: str, tmp_path: Path) -> None:
    assert read(name, tmp_path).report.changed == ()


@each_file
def test_what_was_printed_reads_the_same(name: str, tmp_path: Path) -> None:
    data, _ = read(name, tmp_path)
    kpu.render(kpu.load(data), tmp_path / "baru.docx")
    assert kpu.load(kpu.read(tmp_path / "baru.docx").data) == kpu.load(data)


def test_what_was_left_out_or_taken_on_trust_is_reported(tmp_path: Path) -> None:
    changes = str(read("changes", tmp_path).report)
    assert "perubahan yang dilacak Word dianggap diterima semua (1 disisipkan, 1 dihapus)" in changes
    assert 'komentar tidak diambil (Kasubbag): "Sudah diparaf?"' in changes
    furniture = str(read("furniture", tmp_path).report)
    for line in ('kata penyambung dihilangkan: "b. bahwa . . ."', 'nomor halaman dihilangkan: "- 2 -"', "alamat JDIH"):
        assert line in furniture
    plan = str(read("plan", tmp_path).report)
    assert "1 kepala tabel yang berulang dihilangkan" in plan
    assert 'di berkas "… Ada daftar v v"' in plan
    strange = read("own words", tmp_path).report
    assert strange.unplaced == ("NIP 19700101 199503 1 001",)


LINES = (
    "SALINAN", "KEPUTUSAN BUPATI", "NOMOR 5", "TENTANG", "JUDUL", "KETUA,", "Menimbang : a. bahwa x;", "b. bahwa y;",
    "Mengingat\t:\t1.\tUU;", "2. UU dua", "MEMUTUSKAN:", "Menetapkan : KEPUTUSAN X", "KESATU : Menetapkan.",
    "KEDUA\t:\tKeputusan", "Ditetapkan di X", "pada tanggal 3 Mei 2024", "pada tanggal ...", "ttd", "NAMA ORANG",
    "Salinan sesuai dengan aslinya", "SEKRETARIAT", "Tembusan:", "- c", "LAMPIRAN II", "BAB I", "A. Umum", "Nama: B",
    "teks [[kunci]] {{ a }}", "**", "*a*", "(1) x", ":", "II. X", "Dengan\nbaris baru", "Kepala,", "x\ty", "", "v",
)  # fmt: skip
"""Lines of decrees, to be put together in any order."""

_LINE = st.sampled_from(LINES)
_TABLE = st.lists(st.lists(_LINE, min_size=3, max_size=3), min_size=1, max_size=3, unique_by=tuple)
_PIECES = st.lists(st.one_of(_LINE, _LINE, _LINE, _TABLE, st.none()), max_size=25)


@given(pieces=_PIECES, ruled=st.booleans(), whole=st.booleans())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(pieces=[[["", "KEPUTUSAN BUPATI", "**"]], [["", "TENTANG", "x"], ["x", "x", "x"]]], ruled=False, whole=False)
def test_whatever_a_file_holds_it_is_read_and_no_word_is_lost(
    pieces: list[Any], ruled: bool, whole: bool, tmp_path: Path
) -> None:
    no_word_is_lost(pieces, ruled, whole, tmp_path)


@pytest.mark.slow
@given(pieces=_PIECES, ruled=st.booleans(), whole=st.booleans())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_so_are_many_more(pieces: list[Any], ruled: bool, whole: bool, tmp_path: Path) -> None:
    no_word_is_lost(pieces, ruled, whole, tmp_path)


def no_word_is_lost(pieces: list[Any], ruled: bool, whole: bool, tmp_path: Path) -> None:
    document = clerks.whole() if whole else Document()
    for at, piece in enumerate(pieces):
        if piece is None:
            document.add_section()
        elif isinstance(piece, str):
            document.add_paragraph(piece)
        else:
            table = document.add_table(0, 3)
            table.style = "Table Grid" if ruled else None
            for first, *others in piece:  # no two heads are the same
                clerks.row(table, f"{first} {at}", *others)
    document.save(str(tmp_path / "apa.docx"))
    data, _ = kpu.read(tmp_path / "apa.docx")
    printed = Document(BytesIO(kpu.render_bytes(kpu.load(data), "docx")))
    lost = _bare(document) - _bare(printed)
    assert not {word for word in lost if word != "V"}  # which alone in a cell is a mark


def _bare(document: Docx) -> Counter[str]:
    return Counter(re.findall(r"\w+", " ".join(clerks.words(document)).upper()))


def test_a_letter_is_no_decree_but_every_line_is_kept(tmp_path: Path) -> None:
    document = Document()
    for text in ("SURAT TUGAS", "Nomor: 12/ST/2024", "Yang bertugas: Umpama Rekaan", "1. berangkat; dan", "2. pulang."):
        document.add_paragraph(text)
    document.save(str(tmp_path / "surat.docx"))
    data, report = kpu.read(tmp_path / "surat.docx")
    kpu.load(data)
    assert data["lampiran"][-1]["naskah"]["isi"] == [
        "SURAT TUGAS",
        "Nomor: 12/ST/2024",
        "Yang bertugas: Umpama Rekaan",
        "1. berangkat; dan",
        "2. pulang.",
    ]
    assert "judul KEPUTUSAN tidak ditemukan" in str(report)


def test_a_paper_without_end_has_no_orientation(tmp_path: Path) -> None:
    document = clerks.whole()
    [size] = document.element.body.iter(qn("w:pgSz"))
    size.set(qn("w:w"), "9" * 5000)
    document.save(str(tmp_path / "lebar.docx"))
    assert kpu.load(kpu.read(tmp_path / "lebar.docx").data).menimbang
