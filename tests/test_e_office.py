"""The words by which an e-office finds what it fills in: each in one piece, and only on the original."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from docx import Document

from kpu_docs import InputError, load, render_bytes
from kpu_docs.tata_naskah import sourced
from tests.building import LEAST, decree
from tests.writers.pdf_reading import opened, pieces

SRIKANDI = {"tata_naskah": {"elektronik": {"e_office": "srikandi"}}}
EMPTY: dict[str, Any] = {
    "kantor": SRIKANDI,
    "nomor": "",
    "ditetapkan": {"di": "Mojokerto"},
    "lampiran": {"judul": "Judul", "naskah": {"isi": ["Isi."]}},
}
NUMBER, DAY, SIGNATURE = "${nomor_naskah}", "${tanggal_naskah}", "${ttd_pengirim}"


def text(**changes: Any) -> str:
    return render_bytes(decree(**changes), "txt").decode()


def test_they_stand_where_number_day_and_signature_will() -> None:
    lines = [line.strip() for line in text(**EMPTY).splitlines() if line.strip()]
    assert lines.count(f"NOMOR {NUMBER}") == 2  # the annex says it again
    assert lines.count(f"pada tanggal {DAY}") == 1
    assert lines.count(SIGNATURE) == 2
    assert lines[lines.index(SIGNATURE) + 1] == "NAMA CONTOH"
    assert not any("..." in line for line in lines)


def test_what_is_known_stays() -> None:
    found = text(kantor=SRIKANDI)
    assert "NOMOR 5 TAHUN 2026" in found
    assert "pada tanggal 5 Januari 2026" in found
    assert (NUMBER in found, DAY in found, SIGNATURE in found) == (False, False, True)


@pytest.mark.parametrize("naskah", ["rancangan", "salinan"])
def test_a_draft_and_a_copy_do_not_go_to_the_e_office(naskah: str) -> None:
    assert "${" not in text(**EMPTY, naskah=naskah)


def test_there_are_none_unless_an_e_office_is_named() -> None:
    assert "${" not in text(**EMPTY | {"kantor": None})


def test_each_is_one_run_of_the_docx() -> None:
    document = Document(BytesIO(render_bytes(decree(**EMPTY), "docx")))
    runs = [run.text for paragraph in document.paragraphs for run in paragraph.runs]
    for word, times in ((NUMBER, 2), (DAY, 1), (SIGNATURE, 2)):
        assert sum(word in run for run in runs) == times
        assert sum(word in paragraph.text for paragraph in document.paragraphs) == times


def test_each_is_one_piece_of_text_of_the_pdf() -> None:
    file: pikepdf.Pdf = opened(render_bytes(decree(**EMPTY), "pdf"))
    found = pieces(file)
    for word, times in ((NUMBER, 2), (DAY, 1), (SIGNATURE, 2)):
        assert sum(word in piece for piece in found) == times


def test_an_office_adds_its_own_system() -> None:
    own = {"e_office": {"kami": {"nomor": "[[no]]", "tanggal": "[[tgl]]", "tanda_tangan": "[[ttd]]"}}}
    found = text(**EMPTY | {"kantor": {"tata_naskah": {"elektronik": {"e_office": "kami"}, **own}}})
    assert [word in found for word in ("NOMOR [[no]]", "pada tanggal [[tgl]]", "[[ttd]]")] == [True] * 3


@pytest.mark.parametrize(
    ("own", "message"),
    [
        pytest.param({"elektronik": {"e_office": "srikndi"}}, "yang ada: srikandi", id="unknown"),
        pytest.param(
            {"elektronik": {"e_office": "srikandi", "kolom_tanda_tangan": "ya"}}, "menandatangani sendiri", id="both"
        ),
        pytest.param({"e_office": {"srikandi": {"nomor": "nomor naskah"}}}, "tidak sesuai pola", id="two words"),
    ],
)
def test_what_cannot_be_is_said(own: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        load(LEAST | {"kantor": {"tata_naskah": own}})


def test_what_is_known_of_the_system_says_where_from() -> None:
    values = [value for value in sourced("kpu-2023") if value.path.startswith("e_office.srikandi.")]
    assert [value.value for value in values] == [NUMBER, DAY, SIGNATURE]
    assert {value.keyakinan for value in values} == {"D"}
    assert all("di luar KPU" in value.sumber for value in values)
