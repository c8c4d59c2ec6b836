"""How a template looks beside the TataNaskah: paper, margins, letter; its styles, its fonts, what is left in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from kpu_docs import tata_naskah
from kpu_docs.blocks import Document
from kpu_docs.inputs.source import OFFICE, office_of
from kpu_docs.kantor import Kantor
from kpu_docs.layout.columns import Columns
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.templating.pages import size
from kpu_docs.templating.reading import STYLES, Scan
from kpu_docs.templating.styles import missing
from kpu_docs.templating.tags import Spot
from kpu_docs.templating.xml import value
from kpu_docs.wordfile.faults import place
from kpu_docs.wordfile.fields import instructions
from kpu_docs.wordfile.names import DOCUMENT, A, w
from kpu_docs.wordfile.package import Element, number, parsed
from kpu_docs.writers.docx.package import styled

Look = tuple[str, Spot, str]
"""How bad it is, where, and what."""

_NEAR = 1.0
"""Differences of paper and margins up to this (mm) are not told."""

_STYLED = tuple(map(w, ("pStyle", "rStyle", "tblStyle")))
_CLOCKS = re.compile(r"\s*(DATE|TIME|SAVEDATE|PRINTDATE|CREATEDATE|FILENAME|USERNAME|AUTHOR)\b", re.I)


def looks(found: Scan, folder: Path) -> Iterator[Look]:
    """What differs from the format rules of the office in that folder, or may look otherwise elsewhere."""
    try:
        office = office_of(folder)
        overlay = Kantor.model_validate(office.data()).tata_naskah if office else {}
    except ValidationError:
        overlay = {}
        yield "periksa", Spot(OFFICE, ""), "isinya keliru, jadi bentuk dibandingkan dengan tata naskah baku"
    rules = tata_naskah.overlaid(str(overlay.get("dasar", tata_naskah.DEFAULT)), overlay)
    document = parsed(found.package[DOCUMENT])
    styles = parsed(found.package[STYLES])
    yield from _pages(document, rules)
    yield from _letter(found, styles, rules)
    yield from _styles(document, styles, rules)
    yield from _fonts(found, styles, rules)
    yield from _left(found, document)


def _pages(document: Element, rules: TataNaskah) -> Iterator[Look]:
    section = next(document.iter(w("sectPr")), None)
    if section is None:
        return
    width, height, margins = size(section)
    wanted = rules.paper()
    spot = Spot("", "halaman pertama")
    if abs(width - wanted[0]) > _NEAR or abs(height - wanted[1]) > _NEAR:
        yield (
            "periksa",
            spot,
            f"kertas {width:.1f} x {height:.1f} mm, menurut tata naskah {wanted[0]:.1f} x {wanted[1]:.1f} mm",
        )
    names = {"left": "kiri", "right": "kanan", "top": "atas", "bottom": "bawah"}
    for key, name in names.items():
        own, rule = getattr(margins, key), getattr(rules.margins, key)
        if abs(own - rule) > _NEAR:
            yield "periksa", spot, f"pinggir {name} {own:.1f} mm, menurut tata naskah {rule:.1f} mm"


def _letter(found: Scan, styles: Element, rules: TataNaskah) -> Iterator[Look]:
    """Letter and size of plain text."""
    defaults = styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    normal = next(
        (one for one in styles.iter(w("style")) if one.get(w("type")) == "paragraph" and one.get(w("default"))), None
    )
    chain = [normal.find(w("rPr")) if normal is not None else None, defaults]
    names = (_font(found, properties) for properties in chain)
    name = next((name for name in names if name), "")
    half = next((half_points for properties in chain if (half_points := number(value(properties, "sz"), 0))), 20)
    spot = Spot("", "gaya Normal")
    if name and name != rules.huruf.nama:
        yield "periksa", spot, f"huruf {name}, menurut tata naskah {rules.huruf.nama}"
    language = next((text for properties in chain if (text := value(properties, "lang"))), "")
    if language != "id-ID":
        told = f"bahasa {language}" if language else "bahasa tidak disebut"
        yield "saran", spot, f"{told}: pilih Indonesia, agar ejaan dan pembaca layar benar"
    if half / 2 != rules.huruf.ukuran:
        yield "periksa", spot, f"ukuran huruf {half / 2:g}, menurut tata naskah {rules.huruf.ukuran:g}"


def _font(found: Scan, properties: Element | None) -> str:
    """The letter that properties name, itself or by the theme."""
    theme = value(properties, "rFonts", "asciiTheme")
    part = found.package.get("word/theme/theme1.xml")
    if theme and part:
        group = "majorFont" if theme.startswith("major") else "minorFont"
        latin = next(parsed(part).iter(f"{{{A}}}{group}"), None)
        named = latin.find(f"{{{A}}}latin") if latin is not None else None
        return named.get("typeface", "") if named is not None else ""
    return value(properties, "rFonts", "ascii")


def _styles(document: Element, styles: Element, rules: TataNaskah) -> Iterator[Look]:
    known = {one.get(w("styleId")) for one in styles.iter(w("style"))}
    told: set[str] = set()
    for reference in document.iter(*_STYLED):
        name = reference.get(w("val"), "")
        if name not in known | told:
            told.add(name)
            yield (
                "periksa",
                Spot("", place(reference)),
                f'gaya "{name}" dipakai tetapi tidak ada; tampak seperti gaya Normal',
            )
    ours = styled(rules, Columns.of(Document((), "", "", ""), rules))
    if names := missing(styles, parsed(ours[STYLES])):
        shown = ", ".join(names) if len(names) < 6 else f"{', '.join(names[:5])} dan {len(names) - 5} lainnya"
        yield "saran", Spot("", "gaya"), f"tidak ada {shown}: bagian utuh memakai bentuk menurut tata naskah"


def _fonts(found: Scan, styles: Element, rules: TataNaskah) -> Iterator[Look]:
    """Fonts that another computer may not have: neither that of the format rules nor embedded."""
    table = found.package.get("word/fontTable.xml")
    fonts = parsed(table).iter(w("font")) if table else ()
    usual = {one.get(w("name")) for one in fonts if any("embed" in str(inner.tag) for inner in one)} | {
        rules.huruf.nama
    }
    roots = [parsed(found.package[name]) for name in dict.fromkeys((DOCUMENT, *(part.name for part in found.parts)))]
    used = {one.get(w("val")) for root in roots for one in root.iter(*_STYLED)}
    worn = [one for one in styles.iter(w("style")) if one.get(w("styleId")) in used or one.get(w("default"))]
    places: dict[str, Spot] = {}
    for root in (*worn, *roots):
        for look in root.iter(w("rPr")):
            if (name := _font(found, look)) not in places:
                places[name] = Spot("", f"gaya {value(root, 'name')}" if root in worn else place(look))
    for name, spot in places.items():
        if name and name not in usual:
            yield "saran", spot, f"huruf {name} tidak tertanam: komputer yang tidak memilikinya memakai huruf lain"


def _left(found: Scan, document: Element) -> Iterator[Look]:
    """Comments, and fields that say something else each time the file is opened."""
    for comment in document.iter(w("commentReference")):
        yield "periksa", Spot("", place(comment)), "komentar ini ikut ke setiap Keputusan; hapus"
    for name in dict.fromkeys((DOCUMENT, *(one.name for one in found.parts))):
        for text in instructions(parsed(found.package[name])):
            if clock := _CLOCKS.match(text):
                yield "periksa", Spot(name, ""), f"bidang {clock[1].upper()} berubah sendiri; ganti dengan tag"
