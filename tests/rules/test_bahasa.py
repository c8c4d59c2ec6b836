"""Single sentences: those in which a rule about language finds something, and those that look odd and are right."""

from __future__ import annotations

import pytest

from kpu_docs import tata_naskah
from kpu_docs.rules import Remark, rules
from kpu_docs.texts import text_at
from tests.building import decree

PARTS = ("bahasa", "ejaan", "sisa", "singkatan", "tanda_baca")


def found(text: str, **changes: object) -> list[tuple[str, Remark, str]]:
    """The rules about language that doubt a diktum, what they say, and what stands there."""
    keputusan = decree(diktum=[text], **changes)
    form = tata_naskah.of(keputusan)
    asked = [rule for rule in rules().values() if rule.bagian in PARTS]
    remarks = [(rule.name, remark) for rule in asked for remark in rule.check(keputusan, form)]
    return [(name, one, text_at(keputusan, one.path)[slice(*(one.span or (0, 0)))]) for name, one in remarks]


@pytest.mark.parametrize(
    ("text", "rule", "written", "expected"),
    [
        ("Dan dan evaluasi.", "kata_ganda", "Dan dan", "Dan"),
        ("KOMISI PEMILIHAN UMUM UMUM KOTA", "kata_ganda", "UMUM UMUM", "UMUM"),
        ("oleh Wakil Bupati Wakil Bupati.", "kata_ganda", "Wakil Bupati Wakil Bupati", "Wakil Bupati"),
        ("telah diubah beberapa kali diubah", "kata_ganda", "diubah beberapa kali diubah", "beberapa kali diubah"),
        ("Setiap anggota anggota hadir.", "kata_ganda", "anggota anggota", None),
        ("Menetapkan menetapkan tim.", "kata_ganda", "Menetapkan menetapkan", "Menetapkan"),
        ("Biaya dibebankan dibebankan pada DIPA.", "kata_ganda", "dibebankan dibebankan", "dibebankan"),
        ("Peta RESIKO disusun.", "kata_tidak_baku", "RESIKO", "RISIKO"),
        ("Resikonya dinilai.", "kata_tidak_baku", "Resikonya", "Risikonya"),
        ("Perjanjian Kerjasama ini.", "kata_tidak_baku", "Kerjasama", "Kerja Sama"),
        ("Kerjasama ini dilanjutkan.", "kata_tidak_baku", "Kerjasama", "Kerja sama"),
        ("pada bulan nopember", "kata_tidak_baku", "nopember", "November"),
        ("mutasi antar jabatan", "kata_tidak_baku", "antar jabatan", "antarjabatan"),
        ("Peraturan Perundangan-Undangan", "salah_ketik", "Perundangan-Undangan", "Perundang-Undangan"),
        ("Arsip Dilingkungan KPU", "di_ke_keliru", "Dilingkungan", "di Lingkungan"),
        ("Diantaranya arsip.", "di_ke_keliru", "Diantaranya", "Di antaranya"),
        ("yang di tetapkan", "di_ke_keliru", "di tetapkan", "ditetapkan"),
        ("UNDANG – UNDANG", "kata_ulang_tanpa_tanda_hubung", "UNDANG – UNDANG", "UNDANG-UNDANG"),
        ("sekurang kurangnya dua", "kata_ulang_tanpa_tanda_hubung", "sekurang kurangnya", "sekurang-kurangnya"),
        ("KABUPATEN/KOTA,PANITIA", "spasi_kurang", ",", ", "),
        ("Umpama Rekaan, S.H.,M.H. hadir.", "spasi_kurang", ",", ", "),
        ("Tim ; panitia", "spasi_berlebih", " ", ""),
        ("arsip,, surat", "tanda_baca_ganda", ",,", ","),
        ("menurut “aturan itu.", "tidak_berpasangan", "“", None),
        ("Panitia) bekerja.", "tidak_berpasangan", ")", None),
        ("Nomor Tahun 2019", "isian_tertinggal", "Nomor ", None),
        ("Nama: ……", "isian_tertinggal", "…", None),
        ("Lorem ipsum.", "isian_tertinggal", "Lorem ipsum", None),
        ("KPU Kabupaten Sleman hadir", "satker_lain", "KPU Kabupaten Sleman", None),
        ("DPT KABUPATEN TOJO UNA-UNA", "satker_lain", "KABUPATEN TOJO UNA-UNA", None),
    ],
)
def test_what_is_found(text: str, rule: str, written: str, expected: str | None) -> None:
    name, remark, stands = found(text)[0]
    assert (name, stands, remark.expected) == (rule, written, expected)


@pytest.mark.parametrize(
    "text",
    [
        "Anggota KPPS pada TPS 001 Desa Karang Tengah Kecamatan Karang Tengah ditetapkan.",
        "Formulir Model C.HASIL-PPWP, Model D.HASIL KABKO-DPR, dan Model BB.1-KWK diisi oleh KPPS.",
        "Bakal calon dinyatakan Memenuhi Syarat (MS) atau Tidak Memenuhi Syarat (TMS); yang TMS diganti.",
        "Pembayaran Rp. 1.000.000,- (satu juta rupiah) per orang/bulan dibebankan pada DIPA TA 2024.",
        "Ketua KPU Kabupaten/Kota dan Sekretaris KPU Provinsi/KIP Aceh hadir pukul 09.00 WIB s.d. selesai.",
        "Alamat: Jl. Raya Km. 5, RT.01/RW.02, Telp. (0321) 123456, surel arsip@contoh.go.id.",
        "Tim dipimpin oleh Drs. H. ABDUL KADIR, M.Si dan I GEDE PUTU, S.H. sejak awal.",
        "a.) menyusun rencana; b.) melaksanakan; c) melaporkan; dan 12) menutup.",
        "Nilai dihitung dengan rumus (A + B) x C, yaitu 5 : 2 = 2,5.",
        "Panitia Pemilihan Kecamatan Kecamatan Magersari dan Perangkat Daerah Daerah Istimewa Yogyakarta diundang.",
        "Rapat di Kecamatan Kota Kudus, Kecamatan Kota Kota Mojokerto, dan di DI Yogyakarta.",
        "Rapat dihadiri oleh TP PKK dan Forkopimda pada Jumat, 14 Februari 2025, H-3, 3 x 24 jam.",
        "Kegiatan (mis. bimtek, rakor, dll.) dilaksanakan pada bulan Januari-Maret, April, dst.",
        "Peserta berasal dari SMAN 1, SMKN 2, dan UIN; laman www.contoh.kpu.go.id,tautan/a,b;c.",
        "Honorarium sesuai dengan Surat Menteri Keuangan Nomor S-647/MK.02/2022 dan 5/HK.06-SD/3576/2026.",
        "Daerah Pemilihan MOJOKERTO 1 meliputi Kecamatan Kranggan; alokasinya 8 kursi.",
        "Alat peraga kampanye (APK) dan bahan kampanye (BK): APK 5 buah, BK 3 jenis.",
        "Arsip dibawa keluar, dibagikan, ditempatkan, diantar, dan dikeluarkan untuk kedua kalinya.",
        "Arsip warisan Kabupaten Maluku Tenggara Barat dan Kabupaten/Kota lain ditata.",
        "Laporan dibuat dalam lima rangkap; LIMA rangkap itu diserahkan.",
        "Pedoman menurut Undang-\nUndang ditetapkan.",
        "Pihak penanda tangan menandatangani pertanggungjawaban yang ditindaklanjuti bersama-sama.",
        'Harganya 14" dan \'(tertib)\' serta "jujur" tertulis *di dalam* laman contoh.id.',
    ],
)
def test_what_is_right(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Tugas masing masing anggota.", "kata_ulang_tanpa_tanda_hubung"),
        ("Penggantian antar waktu dan antarwaktu.", "kata_tidak_baku"),
    ],
)
def test_a_fault_is_told_once(text: str, rule: str) -> None:
    assert [name for name, *_ in found(text)] == [rule]


def test_abbreviations_are_told_together_and_those_that_look_alike_are_named() -> None:
    text = "Pejabat Pengelola Informasi dan Dokumentasi (PPID) menyusun laporan SPIP kepada PPIP lewat SPIP."
    [(_, remark, _)] = found(text)
    assert remark.message == "singkatan tanpa kepanjangan: SPIP, PPIP (mirip PPID)"
    assert len(remark.also) == 1


def test_sample_forms_are_laid_out_in_their_own_way() -> None:
    box = {"kotak": {"isi": ["Tempat,  tanggal lahir : ........ ( ) baru (", {"rincian": {"Nama": ""}}]}}
    assert found("Menetapkan formulir.", lampiran={"naskah": {"isi": [box]}}) == []


def test_a_committee_belongs_to_the_region_of_the_office_above_it() -> None:
    pps = {"lembaga": "PPS", "desa": "Kelurahan Wates", "kecamatan": "Magersari", "induk": "kota-mojokerto"}
    assert found("KPU Kota Mojokerto menerima salinan.", satker=pps) == []
    assert [name for name, *_ in found("KPU Kota Kediri menerima salinan.", satker=pps)] == ["satker_lain"]


def test_an_office_that_is_written_out_has_no_known_province() -> None:
    own = {"lembaga": "KPU", "tingkat": "kabupaten", "wilayah": "Kabupaten Contoh"}
    assert found("KPU Kabupaten Contoh dan KPU Provinsi Jawa Timur hadir.", satker=own) == []
    assert [name for name, *_ in found("KPU Kabupaten Sleman hadir.", satker=own)] == ["satker_lain"]


def test_the_national_office_may_name_every_other() -> None:
    assert found("KPU Kabupaten Sleman hadir.", satker="kpu-ri") == []


def test_rows_of_names_are_not_compared() -> None:
    rows = [["Suka Maju", "KPU Kota Kediri"], ["Sukamaju", "Ujung Ujung"]]
    assert found("Menetapkan daftar.", lampiran={"tabel": {"kolom": ["DESA", "KPU"], "baris": rows}}) == []
