"""A template is somebody else's file: its tags name fields, and can do nothing else."""

from __future__ import annotations

import time
from typing import Any

import pytest
from jinja2 import nodes

from kpu_docs import tata_naskah
from kpu_docs.compose.page import Page
from kpu_docs.templating import sandbox
from kpu_docs.templating.fields import Isian, fields
from kpu_docs.templating.names import BILANGAN, FIELDS, TEKS
from kpu_docs.templating.reading import scan
from tests.building import composed, decree, plan
from tests.templating.making import complaints, filled, template, texts

REFUSED = [
    "''.__class__",
    "''.__class__.__mro__[1].__subclasses__()",
    "cycler.__init__.__globals__.os",
    "self.__init__",
    "nomor.__class__",
    "nomor['__class__']",
    "nomor.upper()",
    "nomor.runs",
    "satker['__init__']",
    "range(10)",
    "range(10**9)",
    "lipsum(n=100000)",
    "namespace()",
    "loop",
    "_isian",
    "nomor|attr('__class__')",
    "nomor|safe",
    "nomor|center(999999999)",
    "nomor|replace('a', 'b')",
    "menimbang|map(attribute='isi')",
    "'a' * 999999999",
    "2 ** 999999999",
    "[1, 2, 3]",
    "nomor is defined",
    "nomor[0]",
    "nomor[1:2]",
    "menimbang[nomor]",
    "diktum|join",
    "satker.baris|join(nomor)",
    "nomor if nomor",
    "nomor nomor",
    "none",
    "not nomor",
    "nomor == '5'",
    "'x' if 1 < 'a' else 'y'",
    "'x' if menimbang|length > nomor else 'y'",
    "'x' if 3 in nomor else 'y'",
    "'x' if nomor not in diktum else 'y'",
    "'x' if 1 < 2 < 'a' else 'y'",
    "nomor if tembusan else 3",
    "diktum ~ nomor",
    "diktum or nomor",
    "(nomor or 3)|upper",
    "3|upper",
    "menimbang|length|lower",
    "satker|upper",
    "satker.baris|join(3)",
]


@pytest.mark.parametrize("expression", REFUSED)
def test_what_is_no_field_is_refused_at_once(expression: str) -> None:
    began = time.monotonic()
    form = template(f"{{{{ {expression} }}}}")
    [one] = complaints(form)
    assert one.startswith('kop.docx: "{{ ')
    assert len(scan(form).wrong) == 1
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("loop", ["range(10**9)", "nomor", "satker", "'abc'", "menimbang|length", "lipsum()"])
def test_only_lists_are_looped_over(loop: str) -> None:
    [one] = complaints(template(f"{{% for a in {loop} %}}x{{% endfor %}}"))
    assert "x{% endfor %}" in one or "…" in one


def test_loops_within_loops_come_to_an_end() -> None:
    around = "".join(f"{{% for {name} in mengingat %}}" for name in "abcdef")
    form = template(around + "{% endfor %}" * 6)
    [one] = complaints(form, mengingat=[f"Undang-Undang Nomor {number} Tahun 2017;" for number in range(1, 41)])
    assert one.startswith('kop.docx: "{% for a in')
    assert one.endswith("perulangan lebih dari 100000 kali; kurangi perulangan di dalam perulangan")


def test_a_text_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "SIGNS", 20_000)
    form = template("{% for a in diktum %}{{ tentang }}{% endfor %}")
    [one] = complaints(form, tentang="panjang " * 2_000)
    assert "juta huruf" in one


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{{ nomr }}", '"nomr" tidak dikenal; mungkin maksudnya nomor (tertulis: {{ nomr }})'),
        ("{{ satker.nam }}", '"nam" tidak dikenal; mungkin maksudnya nama'),
        ("{{ satker.x }}", '"x" tidak dikenal; yang ada: nama, baris, alamat'),
        ("{{ nomor.x }}", '"x" tidak ada di dalam teks'),
        ("{{ satker }}", "ini beberapa isian (nama, baris, alamat), bukan satu teks; tulis misalnya {{ satker.nama }}"),
        ("{{ diktum }}", "ini sebuah daftar, bukan satu teks; ulangi dengan {%p for butir in diktum %}"),
        ("{% for a in diktum %}{{ a }}{% endfor %}", "ini beberapa isian (label, isi)"),
        ("{% for a in diktum %}{{ a.penanda }}{% endfor %}", '"penanda" tidak dikenal; yang ada: label, isi'),
        ("{% for nomor in diktum %}{% endfor %}", 'nama "nomor" sudah berarti lain'),
        ("{% for a, b in diktum %}{% endfor %}", "perulangan ditulis {% for butir in menimbang %}"),
        ("{% for a in diktum recursive %}{% endfor %}", "perulangan ditulis"),
        ("{{ diktum[5].isi }}", "butir yang disebut di sini tidak ada di Keputusan ini"),
        ("{{ nomor|besar }}", 'saringan "besar" tidak dikenal; yang ada: upper, lower, first, last, length, join'),
        ("{{ nomor|first }}", 'saringan "first" tidak untuk teks'),
        ("{{ diktum|upper }}", 'saringan "upper" tidak untuk sebuah daftar'),
    ],
)
def test_a_wrong_name_is_told_with_what_there_is(line: str, said: str) -> None:
    [one] = complaints(template(line))
    assert said in one


def test_what_a_form_needs_works() -> None:
    lines = {
        "{{ nomor|lower }}, {{ satker.baris|join(' / ') }}": "5 tahun 2026, KOMISI PEMILIHAN UMUM / KOTA MOJOKERTO",
        "{{ diktum[0].label }} {{ (diktum|last).label }} {{ diktum|length }}": "KESATU KEDUA 2",
        "{% if tembusan and not lampiran %}a{% elif lampiran %}b{% else %}c{% endif %}": "c",
        "{% for d in diktum if d.label %}{{ d.label }}{% if not loop.last %}, {% endif %}{% endfor %}": "KESATU, KEDUA",
        "{% if diktum|length > 2 %}a{% endif %}{{ nomor or 'x' }}": "5 TAHUN 2026",
        "{% for d in diktum %}{% if loop.index >= 2 %}{{ d.label }}{% endif %}{% endfor %}": "KEDUA",
        "{% for t in tembusan %}{{ t.isi }}{% else %}tanpa tembusan{% endfor %}": "tanpa tembusan",
        "{{ ‘{’ ~ nomor ~ “}” }} {{ 'ada' if tembusan else 'tidak ada' }}": "{5 TAHUN 2026} tidak ada",
    }
    made = texts(filled(template(*lines)))
    assert made[: len(lines)] == list(lines.values())


def test_the_sandbox_stands_behind_the_reading() -> None:
    made = sandbox.environment()
    assert made.globals == {}
    assert made.tests == {}
    assert made.autoescape is True
    assert isinstance(made.parse("{{ ''.__class__ }}"), nodes.Template)
    unread = made.from_string("{{ ''.__class__ }}")
    with pytest.raises(Exception, match=r"unsafe|undefined"):
        unread.render({sandbox.RUN: sandbox.Run()})


def shape(value: Any) -> Any:
    if isinstance(value, Isian):
        return TEKS
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    [first, *others] = [shape(inner) for inner in value]
    assert all(other == first for other in others)
    return [first]


def test_fields_have_the_shapes_that_tags_are_read_by() -> None:
    keputusan = decree(
        satker={"lembaga": "PPK", "kecamatan": "Magersari", "induk": "kota-mojokerto", "alamat": ["Jalan"]},
        memperhatikan=["Berita Acara;"],
        tembusan=["Arsip"],
        lampiran=plan({"kegiatan": "Rapat", "bulan": "3"}),
    )

    def no_picture(*_: Any) -> bytes:
        raise AssertionError

    found = fields(composed(keputusan), Page(keputusan, tata_naskah.of(keputusan), no_picture))
    assert shape(found) == FIELDS
    assert BILANGAN not in str(FIELDS)
