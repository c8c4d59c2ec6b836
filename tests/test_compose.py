from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import kpu_docs as kpu
from kpu_docs import tata_naskah
from kpu_docs.blocks import (
    Asal,
    Block,
    Box,
    Cell,
    Document,
    Item,
    Pair,
    Pairs,
    Paragraph,
    Picture,
    Row,
    Table,
    Together,
    runs_of,
)
from kpu_docs.compose import compose
from kpu_docs.model import Keputusan
from kpu_docs.peraturan import tercetak
from tests.building import composed as blocks_of
from tests.building import decree, document, plan
from tests.paper import markers, printed, text

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*/keputusan.yaml"))
FULL: dict[str, Any] = {
    "kantor": {"pejabat": [{"jabatan": "kepala hukum", "nama": "Kepala Contoh"}]},
    "naskah": "salinan",
    "memperhatikan": "Berita Acara;",
    "tembusan": ["Satu;", "Dua."],
    "lampiran": plan({"kegiatan": "k", "bulan": "3"}),
}


def roles(document: Document) -> list[str]:
    """The places of the page in their order, each once; a pair of the left column by its label."""
    found: list[str] = []
    for section in document.sections:
        for block in section.blocks:
            for role in _roles(block):
                if role not in found[-1:]:
                    found.append(role)
    return found


def _roles(block: Block) -> Iterator[str]:
    if isinstance(block, (Paragraph, Together)):
        yield block.role
    elif isinstance(block, Pairs):
        yield from (text(pair.label) for pair in block.pairs)
    else:
        yield type(block).__name__


def test_the_parts_stand_in_the_order_of_the_paper() -> None:
    assert roles(document(**FULL)[0]) == [
        "salinan", "kop", "keputusan", "nomor", "tentang", "judul", "pembentuk",
        "Menimbang", "Mengingat", "Memperhatikan",
        "memutuskan", "Menetapkan", "KESATU", "KEDUA",
        "tanda_tangan", "pengesahan", "judul_tembusan", "List",
        "kepala_lampiran", "Table", "tanda_tangan",
    ]  # fmt: skip


# Where each word came from


def _resolves(asal: Asal, data: Any) -> bool:
    for step in asal:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return False
    return True


def _all_asal(piece: Any) -> Iterator[Asal]:
    """The origin of a piece and of everything in it."""
    yield piece.asal
    match piece:
        case Together(blocks=parts) | Box(blocks=parts) | Pair(isi=parts) | Item(isi=parts):
            yield from (asal for part in parts for asal in _all_asal(part))
        case Row(cells=cells):
            yield from (asal for cell in cells for asal in _all_asal(cell))
    for key in ("items", "pairs", "head", "rows"):
        yield from (asal for part in getattr(piece, key, ()) for asal in _all_asal(part))


def _origins(document: Document) -> set[Asal]:
    blocks = [block for section in document.sections for block in section.blocks]
    return {run.asal for block in blocks for run in runs_of(block)} | {
        asal for block in blocks for asal in _all_asal(block)
    }


DECREES: dict[str, Keputusan] = {path.parent.name: kpu.load(path) for path in EXAMPLES} | {
    "full": decree(**FULL),
    "least": decree(),
}


def _words_of_the_library(keputusan: Keputusan) -> set[Asal]:
    """Origins of what no author wrote: the signature as a whole, and the grid of months that a plan has by itself."""
    found: set[Asal] = {("tanda_tangan",)}
    for at, lampiran in enumerate(keputusan.lampiran):
        plan = getattr(lampiran, "rencana_kerja", None)
        if plan and plan.petak is None:
            place: Asal = ("lampiran", at, "rencana_kerja", "petak")
            found |= {place, (*place, "judul"), *((*place, "kolom", 0, "kolom", month) for month in range(12))}
    return found


@pytest.mark.parametrize("name", DECREES)
def test_every_origin_is_a_place_in_the_data(name: str) -> None:
    keputusan = DECREES[name]
    data = keputusan.model_dump()
    composed = blocks_of(keputusan)
    lost = {asal for asal in _origins(composed) if not _resolves(asal, data)}
    assert lost - _words_of_the_library(keputusan) == set()


@pytest.mark.parametrize("name", DECREES)
def test_every_text_of_the_data_is_printed(name: str) -> None:
    keputusan = DECREES[name]
    composed = blocks_of(keputusan)
    runs = (run for section in composed.sections for block in section.blocks for run in runs_of(block))
    shown = _letters(text(tuple(runs)))
    keys: dict[Asal, str] = {item.asal: item.teks for item in tercetak(keputusan) if item.kunci}
    for path, value in _texts(keputusan.model_dump(exclude=UNPRINTED, exclude_defaults=True)):
        for part in REFERENCE.split(keys.get(path, value)):
            assert _letters(part.replace("\\*", "*").replace("*", "")) in shown.replace("*", ""), path


def _letters(words: str) -> str:
    return "".join(words.upper().split())


REFERENCE = re.compile(r"\[\[.*?\]\]")
"""In a `naskah` the number of the part is printed in its place."""

UNPRINTED = {"kantor", "peraturan", "satker", "versi", "tata_naskah", "mengubah", "mencabut", "abaikan"}
"""Keys whose texts are chosen from or not printed at all."""


def _texts(data: Any, path: Asal = ()) -> Iterator[tuple[Asal, str]]:
    """The author's texts; not what chooses between forms, nor names that stand for columns or people."""
    choices = {
        "orientasi",
        "kertas",
        "nomor_halaman",
        "halaman_pertama",
        "rata",
        "penanda",
        "status",
        "naskah",
        "jenis",
        "kunci",
        "jumlah_dari",
        "kelompok",
        "subjumlah",
        "penomoran",
        "berkas",
        "alt",
    }
    if isinstance(data, str) and not choices & set(path):
        yield path, data
    elif isinstance(data, dict):
        yield from (
            found
            for key, value in data.items()
            if key not in ("bulan", "petak") or "sub_kegiatan" not in path
            for found in _texts(value, (*path, key))
        )
    elif isinstance(data, (list, tuple)):
        yield from (found for at, value in enumerate(data) for found in _texts(value, (*path, at)))


# The kinds of copy


@pytest.mark.parametrize(
    ("naskah", "mark", "ttd", "certified"),
    [("rancangan", "RANCANGAN", False, False), ("asli", None, False, False), ("salinan", "SALINAN", True, True)],
)
def test_kinds_of_copy(naskah: str, mark: str | None, ttd: bool, certified: bool) -> None:
    composed, _ = document(**FULL | {"naskah": naskah})
    paper = printed(composed)
    assert [*paper["salinan"], *paper["rancangan"]] == ([mark] if mark else [])
    for section in range(2):
        assert ("ttd." in printed(composed, section)["tanda_tangan"]) == ttd
    assert bool(paper["pengesahan"]) == certified


def test_a_copy_is_certified_with_office_and_name() -> None:
    assert printed(document(**FULL)[0])["pengesahan"] == [
        "Salinan sesuai dengan aslinya",
        "SEKRETARIAT KOMISI PEMILIHAN UMUM",
        "KOTA MOJOKERTO",
        "Kepala Subbagian Hukum dan Sumber Daya Manusia,",
        "Kepala Contoh",
    ]


@pytest.mark.parametrize(
    ("pengesah", "lines"),
    [
        (
            {"nama": "A", "jabatan": "Kepala Bagian"},
            ["SEKRETARIAT KOMISI PEMILIHAN UMUM", "KOTA MOJOKERTO", "Kepala Bagian,"],
        ),
        (
            {"nama": "A", "status": "Plt.", "jabatan": "kepala hukum"},
            [
                "SEKRETARIAT KOMISI PEMILIHAN UMUM",
                "KOTA MOJOKERTO",
                "Plt. Kepala Subbagian Hukum dan Sumber Daya Manusia,",
            ],
        ),
        ({"nama": "A", "baris": ["Sekretaris", "PPS Contoh"]}, ["Sekretaris", "PPS Contoh,"]),
    ],
)
def test_who_certifies_is_printed_as_written(pengesah: dict[str, Any], lines: list[str]) -> None:
    found = printed(document(**FULL | {"pengesah": pengesah})[0])["pengesahan"]
    assert found == ["Salinan sesuai dengan aslinya", *lines, "A"]


def test_the_secretariat_of_kpu_ri_is_general() -> None:
    paper = printed(document(**FULL | {"satker": "kpu-ri"})[0])
    assert paper["pengesahan"][1:3] == ["SEKRETARIAT JENDERAL KOMISI PEMILIHAN UMUM", "REPUBLIK INDONESIA"]


def test_without_a_head_of_law_there_are_dots_to_fill_in() -> None:
    assert printed(document(**FULL | {"kantor": None})[0])["pengesahan"][-1] == "..."


# The content


def test_lists_count_by_depth_and_by_their_own_sign() -> None:
    deep: dict[str, Any] = {"teks": "paling dalam"}
    for _ in range(5):
        deep = {"teks": "berikut:", "daftar": [deep]}
    dashes = {"teks": "f:", "daftar": {"penanda": "-", "butir": ["g", "h"]}}
    letters = {"teks": "i:", "daftar": {"penanda": "a.", "butir": ["x"] * 27}}
    found = [list(markers(_pair(document(diktum=[one])[0], "KESATU"))) for one in (deep, dashes, letters)]
    assert found[0] == ["1.", "a.", "1)", "a)", "1."]
    assert found[1] == ["-", "-"]
    assert found[2][:2] + found[2][-2:] == ["a.", "b.", "z.", "aa."]


def _pair(document: Document, label: str) -> Pair:
    pairs = (pair for block in document.sections[0].blocks if isinstance(block, Pairs) for pair in block.pairs)
    return next(pair for pair in pairs if text(pair.label) == label)


def _words(document: Document, label: str) -> str:
    return " ".join(run.text for run in runs_of(_pair(document, label)))


def test_detail_lines_stand_beside_colons() -> None:
    composed, _ = document(diktum=[{"teks": "Tim:", "rincian": [{"Ketua": "A"}, {"Anggota": "B"}, {"Anggota": "C"}]}])
    assert _words(composed, "KESATU") == "KESATU : Tim: Ketua : A Anggota : B Anggota : C"


def test_a_small_table_stands_inside_a_diktum() -> None:
    tabel = {"kolom": ["Nama", {"judul": "Jumlah", "rata": "kanan"}], "baris": [["Boks", 14]]}
    assert (
        _words(document(diktum=[{"teks": "Isi:", "tabel": tabel}])[0], "KESATU") == "KESATU : Isi: Nama Jumlah Boks 14"
    )


def test_a_quoted_diktum_keeps_its_label() -> None:
    quoted = {"teks": "diubah sehingga berbunyi:", "berbunyi": [{"label": "KEDUA", "teks": "Isi baru."}]}
    assert _words(document(diktum=[quoted])[0], "KESATU") == "KESATU : diubah sehingga berbunyi: KEDUA : Isi baru."


def test_what_is_amended_or_revoked_is_held_as_data_and_prints_nothing() -> None:
    with_data: dict[str, Any] = {
        "mengubah": {"nomor": "1 TAHUN 2024", "tanggal": "2 Januari 2024"},
        "mencabut": ["9 TAHUN 2025"],
    }
    with pytest.raises(ValueError, match="mencabut"):
        decree(**with_data)
    with_data["mencabut"] = [{"nomor": "9 TAHUN 2025", "tentang": "Tim"}, {"nomor": "8 TAHUN 2025"}]
    keputusan = decree(**with_data)
    assert [acuan.nomor for acuan in keputusan.mencabut] == ["9 TAHUN 2025", "8 TAHUN 2025"]
    assert str(keputusan.mengubah[0].tanggal) == "2024-01-02"
    rules = tata_naskah.of(keputusan)
    assert compose(keputusan, rules) == compose(decree(), rules)


# The annexes


@pytest.mark.parametrize(("count", "heads"), [(1, ["LAMPIRAN"]), (2, ["LAMPIRAN I", "LAMPIRAN II"])])
def test_one_annex_bears_no_number(count: int, heads: list[str]) -> None:
    composed, _ = document(lampiran=plan({"kegiatan": "k"}) * count)
    papers = [printed(composed, at + 1)["kepala_lampiran"] for at in range(count)]
    assert [paper[0] for paper in papers] == heads
    assert papers[0][1:] == ["KEPUTUSAN KOMISI PEMILIHAN UMUM KOTA MOJOKERTO", "NOMOR 5 TAHUN 2026", "TENTANG CONTOH"]


def test_an_annex_has_its_own_paper_and_page_numbers() -> None:
    [content] = plan({"kegiatan": "k"})
    choices = {"orientasi": "tegak", "kertas": "A4", "nomor_halaman": "mulai_baru", "halaman_pertama": "polos"}
    composed, _ = document(lampiran=[content, content | choices])
    body, wide, upright = composed.sections
    assert (body.width, body.height) == (215.9, 330.2)
    assert (wide.width, wide.height, wide.restart, wide.bare) == (330.2, 215.9, False, False)
    assert (upright.width, upright.height, upright.restart, upright.bare) == (210.0, 297.0, True, True)


def test_the_format_rules_say_how_annexes_are_numbered_that_do_not_say_it() -> None:
    [content] = plan({"kegiatan": "k"})
    own = content | {"nomor_halaman": "lanjut", "halaman_pertama": "bernomor"}
    overlay = {"lampiran": {"nomor_halaman": "mulai_baru", "halaman_pertama": "polos"}}
    composed, _ = document(lampiran=[content, own], kantor={"tata_naskah": overlay})
    assert [(section.restart, section.bare) for section in composed.sections[1:]] == [(True, True), (False, False)]


def test_an_annex_may_go_without_signature() -> None:
    [content] = plan({"kegiatan": "k"})
    assert printed(document(lampiran=[content | {"tanda_tangan": "tidak"}])[0], 1)["tanda_tangan"] == []


def test_an_office_words_the_end_of_its_annexes() -> None:
    overlay = {"lampiran": {"kepala": False, "tempat_tanggal": "{tempat}, {tanggal}", "jabatan": "Ketua,"}}
    composed, _ = document(**FULL | {"naskah": "asli", "kantor": {"tata_naskah": overlay}})
    paper = printed(composed, 1)
    assert paper["kepala_lampiran"] == []
    assert paper["tanda_tangan"] == ["Mojokerto, 5 Januari 2026", "Ketua,", "NAMA CONTOH"]


def test_a_place_that_an_annex_repeats_is_read_as_on_page_one() -> None:
    overlay = {"lampiran": {"tempat_tanggal": "{tempat}, {tanggal}"}}
    day = {"di": r"Mojo\*kerto", "pada": "2026-01-05"}
    composed, _ = document(**FULL | {"ditetapkan": day, "kantor": {"tata_naskah": overlay}})
    assert "Mojo*kerto, 5 Januari 2026" in printed(composed, 1)["tanda_tangan"]


def test_an_emblem_stands_above_the_kop() -> None:
    keputusan = decree(kantor={"tata_naskah": {"kop": {"lambang": "kpu.png"}}})
    asked = []

    def picture(name: str, asal: Asal) -> bytes:
        asked.append((name, asal))
        return b"PNG"

    blocks = compose(keputusan, tata_naskah.of(keputusan), picture).sections[0].blocks
    assert asked == [("kpu.png", ("kantor", "tata_naskah", "kop", "lambang"))]
    assert isinstance(blocks[0], Picture)
    assert blocks[0].alt == "Lambang Komisi Pemilihan Umum Kota Mojokerto"


@pytest.mark.parametrize(
    ("naskah", "watermark", "footer"),
    [("rancangan", "DRAF", ""), ("asli", "", ""), ("salinan", "", "jdih.kpu.go.id")],
)
def test_a_draft_has_a_watermark_and_a_published_copy_a_foot(naskah: str, watermark: str, footer: str) -> None:
    composed, _ = document(naskah=naskah, kantor={"tata_naskah": {"jdih": {"alamat": "jdih.kpu.go.id"}}})
    assert (composed.watermark, composed.footer) == (watermark, footer)
    assert document(naskah=naskah)[0].footer == ""


def test_the_properties_name_number_and_title() -> None:
    composed, _ = document(tentang="Rencana *Kerja*\nTahun 2026")
    assert composed.title == (
        "Keputusan Komisi Pemilihan Umum Kota Mojokerto Nomor 5 TAHUN 2026 tentang Rencana Kerja Tahun 2026"
    )
    assert composed.subject == "Rencana Kerja Tahun 2026"


def test_labels_are_bold_only_where_the_office_wants_them() -> None:
    overlay = {"label": {"tebal": ["Menimbang"]}}
    composed, _ = document(kantor={"tata_naskah": overlay})
    assert [_pair(composed, label).label[0].bold for label in ("Menimbang", "Mengingat")] == [True, False]


def test_a_composed_table_leaves_no_place_of_its_grid_open() -> None:
    composed, _ = document(
        lampiran=plan({"kegiatan": "a", "sub_kegiatan": [{"indikator": "x"}] * 3}, {"kegiatan": "b"})
    )
    [table] = [block for block in composed.sections[1].blocks if isinstance(block, Table)]
    cells: list[Cell] = [cell for row in (*table.head, *table.rows) for cell in row.cells]
    places = len(table.columns) * (len(table.head) + len(table.rows))
    assert sum(cell.colspan * cell.rowspan for cell in cells) == places
    assert all(a.asal != b.asal for a, b in pairwise(table.rows))
