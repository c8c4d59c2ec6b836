"""The style sheet: the values of the TataNaskah as variables, a rule for each role, a page for each paper; the rest of
it, which no value changes, is `style.css`.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from kpu_docs.blocks import Document, Margins
from kpu_docs.layout.columns import MM, Columns
from kpu_docs.layout.watermark import extent
from kpu_docs.tata_naskah import TataNaskah

_SCOPE = ".kpu-keputusan"
_ALIGN = {"kiri": "left", "tengah": "center", "kanan": "right", "penuh": "var(--kpu-penuh)"}

Paper = tuple[float, float, Margins]
"""Width and height of a sheet and its margins (mm)."""


def papers(document: Document) -> dict[Paper, str]:
    """The papers of the sections, each with its class, which is also the name of its page."""
    found = dict.fromkeys((section.width, section.height, section.margins) for section in document.sections)
    return {paper: f"kpu-kertas-{at}" for at, paper in enumerate(found, start=1)}


def sheet(document: Document, tata_naskah: TataNaskah) -> str:
    """The whole style sheet. All of it but the named pages stands below one class."""
    variables = "".join(f"  --kpu-{name}: {value};\n" for name, value in _variables(document, tata_naskah).items())
    roles = "".join(_role(role, tata_naskah) for role in tata_naskah.gaya)
    pages = "".join(_page(paper, name) for paper, name in papers(document).items())
    furniture = _foot(tata_naskah) if document.footer else ""
    if document.watermark:
        furniture += _watermark(document, tata_naskah)
    return f"{_SCOPE} {{\n{variables}}}\n{roles}{pages}{_fixed()}{furniture}"


@cache
def _fixed() -> str:
    text = (files(__package__) / "style.css").read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/\n*", "", text, flags=re.S)


def _variables(document: Document, tata_naskah: TataNaskah) -> dict[str, str]:
    huruf, kolom, tabel, kotak = tata_naskah.huruf, tata_naskah.kolom, tata_naskah.tabel, tata_naskah.kotak
    lampiran, margins = tata_naskah.lampiran, tata_naskah.margins
    columns = Columns.of(document, tata_naskah)
    body = tata_naskah.paper()[0] - margins.left - margins.right
    return {
        "huruf": _string(huruf.nama),
        "ukuran": f"{huruf.ukuran:g}pt",
        "jarak": f"{tata_naskah.pitch('isi'):g}pt",
        "titik-dua": f"{columns.colon / MM:.4g}mm",
        "teks": f"{columns.text / MM:.4g}mm",
        "gantung": f"{kolom.gantung:g}mm",
        # As far from the right margin on a wide annex page as on the body's.
        "tanda-tangan": f"{body * (1 - tata_naskah.tanda_tangan.kiri):.4g}mm",
        "jarak-tanda-tangan": f"{tata_naskah.pitch('tanda_tangan'):g}pt",
        "kepala-bagian": f"{100 * (1 - lampiran.kepala_kiri):.4g}%",
        "kepala-lebar": f"{lampiran.kepala_lebar:g}mm",
        "pengesahan": f"{tata_naskah.pengesahan.lebar:g}mm",
        "garis": f"{tabel.garis:g}pt",
        "jarak-tabel": f"{huruf.jarak_tabel:g}pt",
        "bantalan": f"{tabel.bantalan:g}mm",
        "sesudah-tabel": f"{tabel.sesudah:g}pt",
        "arsiran": f"#{tabel.arsiran}",
        "arsiran-bagian": f"#{tabel.arsiran_bagian}",
        "garis-kotak": f"{kotak.garis:g}pt",
        "bantalan-kotak": f"{kotak.bantalan:g}mm",
        "sesudah-kotak": f"{kotak.sesudah:g}pt",
    }


def _string(text: str) -> str:
    """A CSS string; signs that could end it or the style sheet are escaped (CSS Syntax 3, 4.3.7)."""
    return '"' + re.sub(r"[^\w -]", lambda sign: f"\\{ord(sign[0]):x} ", text) + '"'


def _role(role: str, tata_naskah: TataNaskah) -> str:
    gaya = tata_naskah.gaya[role]
    rules = [
        f"margin: {gaya.sebelum:g}pt 0 {gaya.sesudah:g}pt",
        f"line-height: {tata_naskah.pitch(role):g}pt",
        f"text-align: {_ALIGN[gaya.rata]}",
    ]
    if gaya.baris == "tabel":
        rules.append(f"font-size: {tata_naskah.size(role):g}pt")
    if gaya.tebal:
        rules.append("font-weight: bold")
    if gaya.lanjut:
        rules.append("break-after: avoid")
    return f"{_SCOPE} .kpu-gaya-{role} {{ {'; '.join(rules)} }}\n"


def _page(paper: Paper, name: str) -> str:
    width, height, margins = paper
    edges = " ".join(f"{edge:g}mm" for edge in (margins.top, margins.right, margins.bottom, margins.left))
    return (
        f"@page {name} {{ size: {width:g}mm {height:g}mm; margin: {edges} }}\n"
        f"{_SCOPE} .{name} {{ page: {name}; max-width: {width:g}mm; padding: {edges} }}\n"
    )


def _foot(tata_naskah: TataNaskah) -> str:
    return (
        f"{_SCOPE} .kpu-kaki {{ margin: 1em 0 0; line-height: var(--kpu-jarak-tabel); text-align: center; "
        f"font-size: {tata_naskah.huruf.ukuran_tabel:g}pt }}\n"
    )


def _watermark(document: Document, tata_naskah: TataNaskah) -> str:
    """On paper alone, on every page, behind the text: what is fixed there is repeated.

    It is as high as the lowest page, lest a part of it go on on the next.
    """
    lowest = min(document.sections, key=lambda section: section.text_height)
    size = extent(document.watermark, lowest).size
    return (
        f"@media print {{\n{_SCOPE} {{ isolation: isolate }}\n"
        f"{_SCOPE}::before {{ content: {_string(document.watermark)}; position: fixed; inset: 0 0 auto; z-index: -1; "
        f"height: {lowest.text_height:g}mm; display: grid; place-content: center; font-size: {size:.4g}pt; "
        f"line-height: 1; white-space: nowrap; color: #{tata_naskah.tanda_air.warna}; rotate: -45deg; "
        "print-color-adjust: exact }\n}\n"
    )
