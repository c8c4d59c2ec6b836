"""Nothing is lost and nothing is said twice: every leaf of the data stands in every format as often as `table` says."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import kpu_docs as kpu
from kpu_docs import tata_naskah
from tests.sentinels import table
from tests.sentinels.planting import Planted, Planter, leaves, raw
from tests.used_keys import every_key, keys
from tests.writers import docx_reading, html_reading, pdf_reading, tables

ROOT = Path(__file__).parents[2]
FILES = {file.parent.name: file for file in sorted(ROOT.glob("examples/*/keputusan.yaml"))}
FILES |= {file.stem: file for file in sorted(Path(__file__).parent.glob("keputusan/*.yaml"))}

each_decree = pytest.mark.parametrize("name", FILES)


class Read(NamedTuple):
    """A file read back: its words and what its pictures show, and the grids of its tables."""

    text: str
    grids: list[str]


@cache
def planted(name: str) -> tuple[kpu.Keputusan, Planter]:
    """A decree whose leaves are tokens."""
    planter = Planter(name, raw(FILES[name]))
    data = planter.plant()
    return kpu.load(data | {"kantor": data.get("kantor")}, base=FILES[name].parent), planter


def read(keputusan: kpu.Keputusan, format: str) -> Read:
    """A decree as it reads in a format."""
    data = kpu.render_bytes(keputusan, format)
    if format == "txt":
        text = data.decode()
        return Read(text, [line.strip() for line in text.splitlines() if re.fullmatch(r" *(\|[^| ]+)+\|", line)])
    if format == "html":
        pictures = [one.attributes["alt"] for one in html_reading.page(data).find("img")]
        found = tables.from_html(data)
        return Read(" ".join([*html_reading.words(data), *pictures]), drawn(found))
    if format == "pdf":
        root = pdf_reading.tree(pdf_reading.opened(data))
        pictures = [str(one.entries["Alt"]) for one in root.find("Figure")]
        return Read(" ".join([*pdf_reading.reading_order(data), *pictures]), drawn(tables.from_pdf(data)))
    pictures = docx_reading.pictures(data)
    shade = tata_naskah.of(keputusan).tabel.arsiran
    return Read(" ".join([*docx_reading.words(data), *pictures]), drawn(tables.from_docx(data, shade)))


def drawn(sheets: list[tables.Sheet]) -> list[str]:
    return [row for sheet in sheets for row in sheet.grids()]


def wanted(found: list[Planted]) -> Counter[str]:
    """How often each token has to be found; one that several leaves share, as often as it is printed for any."""
    counts: Counter[str] = Counter()
    for one in found:
        counts[one.printed] = max(counts[one.printed], one.times)
    return counts


@pytest.mark.parametrize("format", ["docx", "html", "pdf", "txt"])
@each_decree
def test_every_leaf_is_found_as_often_as_it_is_printed(name: str, format: str) -> None:
    keputusan, planter = planted(name)
    seen = read(keputusan, format)
    text = re.sub(r"\s+", " ", seen.text)
    grids = {one.printed for one in planter.planted if one.grid}
    places = {one.printed: one.path for one in planter.planted}
    wrong = {}
    for printed, count in wanted(planter.planted).items():
        if printed in grids:
            found = seen.grids.count(printed)
        else:
            found = len(re.findall(rf"(?<![\w.]){re.escape(printed)}(?![\w]|\.\d)", text, re.IGNORECASE))
        if found != count:
            wrong[f"{places[printed]}: {printed}"] = (found, count)
    assert wrong == {}
    assert "".join(seen.grids).count("#") == "".join(grids).count("#")


@each_decree
def test_every_leaf_is_planted_or_kept_for_a_reason(name: str) -> None:
    _, planter = planted(name)
    assert Counter(planter.paths) == Counter(leaves(planter.source))


def test_every_row_of_the_tables_is_needed() -> None:
    assert table.unused({(name, path) for name in FILES for path in planted(name)[1].paths}) == []


def test_the_decrees_use_every_key_of_the_schema() -> None:
    used = {key for name in FILES for key in keys(planted(name)[0])}
    assert every_key() - used == set()
