"""Our own Word files, read again, give the data they were made of, as far as paper can hold them."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import kpu_docs as kpu
from kpu_docs import markup
from kpu_docs.blocks import Column, Picture, Row, Run, Table
from kpu_docs.model import Keputusan
from tests.building import LEAST, composed, decree
from tests.generating.decrees import decrees
from tests.generating.texts import written
from tests.reading.clerks import words

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(ROOT.glob("examples/*/keputusan.yaml"))
WITHOUT_PICTURE = [path for path in EXAMPLES if path.parent.name != "naskah_contoh"]
"""The picture of that one is not taken; a test of its own compares its parts."""

each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)

NOT_ON_PAPER: dict[str, str] = {
    "abaikan": "which rules are not asked",
    "mengubah": "data about another decree",
    "mencabut": "data about another decree",
    "urutkan": "the bases stand in the order in which they were put",
    "peraturan": "the office's own rules are printed where they are cited",
}
"""Keys whose value cannot be known from what is printed, and why."""

CALCULATED = {
    "kunci_contoh": ("mengingat",),  # keys became citations
    "naskah_contoh": ("lampiran",),  # [[kunci]] became numbers; the picture is not taken
    "tabel_contoh": ("lampiran",),  # sums, kinds of value, ya and tidak are figures, texts and ticks in print
    "tim_contoh": ("lampiran",),  # NARAHUBUNG UNTUK is known as a column of a team by nobody
}
"""Examples of which some keys are printed as something else; what is printed is compared for these, too."""


def again(keputusan: Keputusan, folder: Path) -> Keputusan:
    """The decree as it is read from its own Word file; nothing in it differs from the file."""
    data, report = kpu.read(kpu.render(keputusan, folder / "keputusan.docx"))
    assert report.unplaced == ()
    assert report.uncertain == ()
    return kpu.load(data)


def known(keputusan: Keputusan, *left_out: str) -> Any:
    """What of a decree stands on paper. Capitals are not told from small letters: titles and names are in capitals."""
    data = keputusan.model_dump(mode="json", exclude={*NOT_ON_PAPER, "kantor", "ditetapkan", *left_out})
    del data["penanda_tangan"]["nama"]  # in the decree or in kantor.toml
    for annex in data.get("lampiran", ()):
        if annex["rencana_kerja"]:
            _named_by_columns(keputusan, annex["rencana_kerja"], data["lampiran"].index(annex))
    return [_small(data), keputusan.place.text, keputusan.ditetapkan.pada, keputusan.signer.pejabat.nama.lower()]


def _small(data: Any) -> Any:
    if isinstance(data, dict):  # the share of the width is in twips on paper
        return {key: _small(part) for key, part in data.items() if key != "lebar"}
    if isinstance(data, list):
        return [_small(one) for one in data]
    return markup.plain(data).lower() if isinstance(data, str) and "*)" in data else _lower(data)


def _lower(data: Any) -> Any:
    return data.lower() if isinstance(data, str) else data


def _named_by_columns(keputusan: Keputusan, plan: dict[str, Any], at: int) -> None:
    """A month may be called 3 or Maret, several one by one or 3-5: only which columns they are stands on paper."""
    annex: Any = keputusan.lampiran[at]
    model = annex.rencana_kerja
    for bagian, held in zip(model.bagian, plan["bagian"], strict=True):
        for kegiatan, activity in zip(bagian.kegiatan, held["kegiatan"], strict=True):
            for row, cells in zip(kegiatan.sub_kegiatan, activity["sub_kegiatan"], strict=True):
                for key in ("bulan", "petak"):
                    columns = model.grid.held(getattr(row, key))
                    cells[key] = sorted((column, text) for column, (_, text) in columns.items())


def printed(keputusan: Keputusan) -> list[Any]:
    """All blocks without their places, widths and pictures, neighbouring runs of one look as one."""
    return [_bare(section.blocks) for section in composed(keputusan).sections]


def _bare(piece: Any) -> Any:
    if isinstance(piece, tuple):
        if piece and all(isinstance(one, Run) for one in piece):
            return "".join(run.text for run in piece).lower()
        return [_bare(one) for one in piece if not isinstance(one, (Picture, Column))]
    if isinstance(piece, Table):
        return [_bare(piece.head), _bare(piece.rows)]
    if isinstance(piece, Row):
        return [(_bare(cell.runs), cell.rowspan, cell.marked) for cell in piece.cells if cell.runs or cell.marked]
    fields = getattr(piece, "__dataclass_fields__", None)
    return piece if fields is None else [_bare(getattr(piece, name)) for name in fields if name not in ("asal", "at")]


@each_example
def test_an_example_gives_its_data_again(path: Path, tmp_path: Path) -> None:
    keputusan = kpu.load(path)
    left_out = CALCULATED.get(path.parent.name, ())
    assert known(again(keputusan, tmp_path), *left_out) == known(keputusan, *left_out)


@pytest.mark.parametrize("path", WITHOUT_PICTURE, ids=lambda path: path.parent.name)
def test_an_example_prints_the_same_again(path: Path, tmp_path: Path) -> None:
    keputusan = kpu.load(path)
    assert printed(again(keputusan, tmp_path)) == printed(keputusan)


_WORDS = st.text("abcdefghij KLM,()*/'\":#{}-&<>0123456789", min_size=1, max_size=40)


def _sentence(begins: str, ends: str) -> st.SearchStrategy[str]:
    """A text as it may stand in a decree: words, with anything that a file format could stumble over between them."""
    return _WORDS.map(lambda text: f"{begins} {' '.join(text.split())} {ends}").map(lambda text: " ".join(text.split()))


_ITEM = st.one_of(
    _sentence("menata", "arsip;"),
    st.fixed_dictionaries(
        {
            "teks": _sentence("menata", "sebagai berikut:"),
            "daftar": st.lists(_sentence("boks", "lama;"), min_size=1, max_size=3),
        }
    ),
)
_DIKTUM = st.one_of(
    _sentence("Menetapkan", "arsip."),
    st.fixed_dictionaries({"teks": _sentence("Tim", "bertugas:"), "daftar": st.lists(_ITEM, min_size=1, max_size=3)}),
    st.fixed_dictionaries(
        {
            "teks": _sentence("Tim", "terdiri atas:"),
            "rincian": st.dictionaries(
                st.sampled_from(["Ketua", "Wakil Ketua", "Anggota"]), _sentence("Umpama", "Rekaan"), min_size=1
            ),
        }
    ),
)


@given(
    menimbang=st.lists(_sentence("bahwa", "arsip;"), min_size=1, max_size=4),
    mengingat=st.lists(_sentence("Undang-Undang", "arsip;"), min_size=1, max_size=4),
    diktum=st.lists(_DIKTUM, min_size=1, max_size=5),
    naskah=st.sampled_from(["asli", "salinan", "rancangan"]),
    pada=st.sampled_from(["2026-01-05", ""]),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_decree_gives_its_data_again(
    tmp_path: Path, menimbang: Any, mengingat: Any, diktum: Any, naskah: str, pada: str
) -> None:
    texts = {"menimbang": menimbang, "mengingat": mengingat, "diktum": diktum, "naskah": naskah}
    keputusan = decree(**texts, ditetapkan={"di": "Mojokerto", "pada": pada})
    data, _ = kpu.read(kpu.render(keputusan, tmp_path / "keputusan.docx"))
    assert _plain(kpu.load(data)) == _plain(keputusan)


@given(data=decrees)
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_word_of_any_decree_is_lost(data: Any, tmp_path: Path) -> None:
    no_word_is_lost(data, tmp_path)


@pytest.mark.slow
@given(data=decrees)
@settings(max_examples=150, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
def test_no_word_of_many_more_is_lost(data: Any, tmp_path: Path) -> None:
    no_word_is_lost(data, tmp_path)


def no_word_is_lost(data: Any, tmp_path: Path) -> None:
    """Names, titles and texts of any signs, all kinds of annex. A repeated head is left out, and told."""
    path = kpu.render(kpu.load(written(data), base=ROOT / "examples" / "naskah_contoh"), tmp_path / "keputusan.docx")
    again, report = kpu.read(path)
    kpu.render(kpu.load(again), tmp_path / "lagi.docx")
    if "kepala tabel yang berulang dihilangkan" not in str(report):
        lost = _bare_words(path) - _bare_words(tmp_path / "lagi.docx")
        assert not lost


def _bare_words(path: Path) -> Counter[str]:
    """The words of a Word file, whatever their capitals, signs and breaks."""
    text = " ".join(words(Document(str(path)))).upper()
    # A no-break hyphen that was typed comes back as one of Word, which is no text.
    return Counter(re.findall(r"\w+", re.sub("[\u00ad\u200b\u2011]", "", text)))


def _plain(keputusan: Keputusan) -> Any:
    """The texts of a decree without markup, and how they belong together."""
    held = keputusan.model_dump(mode="json", include={"menimbang", "mengingat", "diktum", "naskah", "nomor", "tentang"})
    return [_unmarked(held), keputusan.ditetapkan.pada, keputusan.place.text]


def _unmarked(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _unmarked(part) for key, part in data.items()}
    if isinstance(data, list):
        return [_unmarked(one) for one in data]
    return markup.plain(data).lower() if isinstance(data, str) else data


def test_prose_with_a_picture_keeps_its_parts_and_says_that_the_picture_is_missing(tmp_path: Path) -> None:
    keputusan = kpu.load(ROOT / "examples" / "naskah_contoh" / "keputusan.yaml")
    data, report = kpu.read(kpu.render(keputusan, tmp_path / "keputusan.docx"))
    annexes: list[Any] = [kpu.load(data).lampiran[0], keputusan.lampiran[0]]
    read, naskah = (annex.naskah for annex in annexes)
    parts = [(called, part.judul.lower()) for _, part, _, called in read.parts()]
    assert parts == [(called, part.judul.lower()) for _, part, _, called in naskah.parts()]
    assert data["lampiran"][0]["naskah"]["bab"][2]["isi"][1]["kotak"]["isi"][0]["rincian"]["Nama"] == ""
    assert any(note.startswith('gambar "Tiga kotak berurutan') for note in report.notes)


@pytest.mark.slow
def test_a_file_saved_by_libreoffice_reads_the_same(tmp_path: Path) -> None:
    keputusan = kpu.load(ROOT / "examples" / "kabupaten_contoh" / "keputusan.yaml")
    path = kpu.render(keputusan, tmp_path / "keputusan.docx")
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:Office Open XML Text", "--outdir"]
    subprocess.run([*command, str(tmp_path / "saved"), str(path)], check=True, capture_output=True, timeout=120)
    assert kpu.load(kpu.read(tmp_path / "saved" / path.name).data) == kpu.load(kpu.read(path).data)


ISSUERS: dict[str, dict[str, Any]] = {
    "RI": {"satker": "kpu-ri"},
    "provinsi": {"satker": "provinsi-jawa-timur"},
    "Aceh": {"satker": "11"},
    "kabupaten in Aceh": {"satker": "kabupaten-aceh-besar"},
    "secretary": {"pembentuk": "Sekretaris", "penanda_tangan": {"jabatan": "Sekretaris", "nama": "ANDAI SAJA"}},
    "in another capacity": {
        "pembentuk": {"jabatan": "Sekretaris", "selaku": "Kuasa Pengguna Anggaran"},
        "penanda_tangan": {"jabatan": "Sekretaris", "nama": "ANDAI SAJA"},
    },
    "acting": {"penanda_tangan": {"jabatan": "Ketua", "nama": "Andai Saja, S.H.", "status": "Plt."}},
    "open": {"nomor": "", "ditetapkan": {"di": "Mojokerto"}},
    "draft": {"naskah": "rancangan"},
    "one recipient": {"naskah": "salinan", "tembusan": ["Ketua KPU;"]},
    "older": {"nomor": "38/HK.03.1-Kpt/3576/KPU-Kot/IX/2019", "ditetapkan": {"di": "Mojokerto", "pada": "2019-09-03"}},
    "joined labels": {
        "diktum": [*(f"isi ke-{at}." for at in range(1, 12)), {"label": "KEDUABELAS", "isi": "Keputusan ini berlaku."}]
    },
    "other words": {"menetapkan": "KEPUTUSAN KPU TENTANG LAIN."},
    "title in lines": {"tentang": "Baris Satu\nBaris Dua"},
    "quoted diktum": {
        "diktum": [
            {
                "teks": "Mengubah Diktum KEDUA, sehingga berbunyi:",
                "berbunyi": [{"label": "KEDUA", "isi": "Biaya lain."}],
            },
            "Keputusan ini mulai berlaku.",
        ]
    },
    "text after a list": {
        "diktum": [
            [
                {"teks": "Tim bertugas:", "daftar": [["menata arsip;", "termasuk yang lama;"], "melapor."]},
                "Tim bekerja sampai selesai.",
            ],
            "Keputusan ini mulai berlaku.",
        ]
    },
    "item that begins with a sign": {
        "diktum": [
            {"teks": "Tim:", "daftar": [{"daftar": ["satu;", "dua;"]}, "3. bukan butir.", "- tiga."]},
            "Berlaku.",
        ]
    },
    "parts without BAB": {
        "lampiran": {
            "judul": "N",
            "naskah": {
                "subbab": [
                    {"judul": "Umum", "isi": ["teks.", {"teks": "daftar:", "daftar": ["satu;", "dua."]}]},
                    {"judul": "Khusus", "isi": "x."},
                ]
            },
        }
    },
}


@pytest.mark.parametrize("name", ISSUERS)
def test_issuers_and_forms_come_back(name: str, tmp_path: Path) -> None:
    keputusan = decree(**ISSUERS[name])
    assert known(again(keputusan, tmp_path)) == known(keputusan)


def test_what_an_office_prints_its_own_way_is_found(tmp_path: Path) -> None:
    own = {
        "kata": {"nomor": "NOMOR : {nomor}", "ttd": "ttd", "memutuskan": "MEMUTUSKAN :"},
        "penutup": {"titik_dua": True, "tempat_kapital": True},
    }
    people = [{"jabatan": "ketua", "nama": "UMPAMA REKAAN"}]
    office = {"satker": "kota-mojokerto", "tempat": "Mojokerto", "pejabat": people, "tata_naskah": own}
    least = {key: part for key, part in LEAST.items() if key not in ("satker", "penanda_tangan")}
    keputusan = Keputusan.model_validate(
        least | {"kantor": office, "naskah": "salinan", "ditetapkan": {"pada": "2026-01-05"}}
    )
    data, _ = kpu.read(kpu.render(keputusan, tmp_path / "keputusan.docx"))
    assert {key: data["kantor"]["tata_naskah"][key] for key in own} == own
