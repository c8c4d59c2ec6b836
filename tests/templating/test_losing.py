"""What the data hold and a template does not print is refused, with its place in the data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import kpu_docs as kpu
from tests.building import LEAST, decree, plan
from tests.templating.making import complaints, filled, letterhead, saved, texts

FIELDS = (
    "{{ tanda }} {{ nomor }} {{ tentang }} {{ pembentuk }}",
    "{% for a in menimbang %}{{ a.isi }}{% endfor %}",
    "{% for a in mengingat %}{{ a.isi }}{% endfor %}",
    "{{ menetapkan }} {% for d in diktum %}{{ d.label }}: {{ d.isi }} {% endfor %}",
    "{{ ditetapkan.di }} {{ ditetapkan.pada }} {{ penanda_tangan.jabatan }} {{ penanda_tangan.nama }}",
)


PRINTED = """
5 TAHUN 2026 Contoh KETUA KOMISI PEMILIHAN UMUM KOTA MOJOKERTO, bahwa satu;bahwa dua
Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;
KEPUTUSAN KOMISI PEMILIHAN UMUM KOTA MOJOKERTO TENTANG CONTOH. KESATU: Menetapkan contoh.
KEDUA: Keputusan ini mulai berlaku pada tanggal ditetapkan.
Mojokerto 5 Januari 2026 KETUA KOMISI PEMILIHAN UMUM KOTA MOJOKERTO, NAMA CONTOH
"""


def test_fields_alone_can_print_a_decree() -> None:
    made = texts(filled(saved(letterhead(*FIELDS)), menimbang=["bahwa *satu*;", "bahwa dua"]))
    assert " ".join(made).split() == PRINTED.split()


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"tembusan": ["Arsip"]}, "tembusan[1]"),
        ({"memperhatikan": "Berita Acara;"}, "memperhatikan[1]"),
        ({"lampiran": plan({"kegiatan": "k", "bulan": "3"})}, "lampiran"),
    ],
)
def test_what_a_template_leaves_out_is_refused(changes: dict[str, object], path: str) -> None:
    [one] = complaints(saved(letterhead(*FIELDS)), **changes)
    assert one.startswith(f"{path}")
    name = path.partition("[")[0]
    assert f"tidak tercetak oleh templat kop.docx; tambahkan misalnya {{{{p {name} }}}} di sana" in one


@pytest.mark.parametrize("without", range(5))
def test_every_line_of_fields_is_needed(without: int) -> None:
    lines = [line for at, line in enumerate(FIELDS) if at != without]
    assert complaints(saved(letterhead(*lines)), naskah="salinan")


def test_the_place_in_the_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "keputusan.json"
    file.write_text(json.dumps(LEAST | {"tembusan": ["Arsip"]}), encoding="utf-8")
    with pytest.raises(kpu.InputError, match=r"keputusan\.json:1:\d+: tembusan\[1\]: tidak tercetak oleh templat"):
        filled(saved(letterhead(*FIELDS)), kpu.load(file))


def test_capitals_and_line_breaks_of_a_template_lose_nothing() -> None:
    lines = ["{{ tentang|upper }}", *FIELDS[1:], "{{ nomor }}"]
    assert complaints(saved(letterhead(*lines)), tentang="Contoh\nDua *Kata* 2020-2024") == []
    assert decree().nomor


@pytest.mark.parametrize("sign", ["cr", "br", "tab"])
def test_words_of_a_template_may_stand_on_lines_of_their_own(sign: str) -> None:
    document = letterhead("", *FIELDS[:-1], "{{ ditetapkan.di }} {{ ditetapkan.pada }} {{ penanda_tangan.jabatan }}")
    run = f"<w:r {nsdecls('w')}><w:t>Nama</w:t><w:{sign}/><w:t>Contoh</w:t></w:r>"
    document.paragraphs[0]._p.append(parse_xml(run))
    assert complaints(saved(document)) == []
