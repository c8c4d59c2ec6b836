"""Which column of a table on a sheet is which, by the words of its heading."""

from __future__ import annotations

from collections.abc import Mapping

from kpu_docs.complaints import InputError, nearest
from kpu_docs.inputs.xlsx import words
from kpu_docs.inputs.xlsx.headings import Heading
from kpu_docs.inputs.xlsx.listing import Listing, listing
from kpu_docs.inputs.xlsx.sheet import Sheet

Known = Mapping[str, tuple[str, ...]]
"""For each field of a row the headings that it may have, in capitals, without points and signs; the usual one first."""

_REMEDY = "ganti judulnya, sembunyikan kolomnya, atau pakai `tabel`"
_MONEY = (" DALAM RUPIAH", " RUPIAH", " RP")


def table(sheet: Sheet, known: Known) -> Listing:
    """The table of a sheet whose head has headings that are known.

    Raises:
        InputError: there is no table, or two columns have the same heading.
    """
    return listing(sheet, lambda text: bool(exactly(text, known)))


def exactly(text: str, known: Known) -> str:
    """The field that has this heading, or nothing."""
    heading = _plain(text)
    return next((field for field, headings in known.items() if heading in headings), "")


def field(heading: Heading, known: Known) -> str:
    """The field of a column, or nothing. A heading of one level may go on behind the words that are known; the longest
    of them decide (`TANGGAL MULAI` is none of `TANGGAL`).
    """
    found = exactly(heading.text, known) or exactly(heading.levels[-1][0], known)
    if found or len(heading.levels) > 1:
        return found
    text = _plain(heading.text)
    begun = [(len(word), name) for name, headings in known.items() for word in headings if text.startswith(f"{word} ")]
    return max(begun)[1] if begun else ""


def fields(listed: Listing, known: Known, kind: str) -> dict[str, Heading]:
    """The columns of a table by field. One that is not known or is there twice is complained of.

    Raises:
        InputError: some of them are wrong.
    """
    found: dict[str, Heading] = {}
    for heading in listed.headings:
        name = field(heading, known)
        if name:
            add(listed.sheet, found, name, heading)
        else:
            unknown(listed.sheet, heading, known, kind)
    if listed.sheet.errors:
        raise InputError(*listed.sheet.errors)
    return found


def add(sheet: Sheet, found: dict[str, Heading], name: str, heading: Heading) -> None:
    """Take a column as that field, unless another one is."""
    if found.setdefault(name, heading) is not heading:
        other = sheet.address(*found[name].cell)
        sheet.wrong(
            *heading.cell, f"judul kolom ini berarti sama dengan sel {other}; ganti salah satunya", heading.text
        )


def unknown(sheet: Sheet, heading: Heading, known: Known, kind: str, advice: str = "") -> None:
    """Complain of a heading that is none of those known; `advice` is what else may be done."""
    near = nearest(_plain(heading.levels[-1][0]), [word.lower() for headings in known.values() for word in headings])
    usual = ", ".join(headings[0] for headings in known.values())
    hints = [f"mungkin maksudnya {near.upper()}"] if near else [_REMEDY, *([advice] if advice else [])]
    message = f"judul kolom ini tidak dikenal pada {kind} (yang dikenal: {usual}); {'; '.join(hints)}"
    sheet.wrong(*heading.cell, message, heading.text)


def numbered(listed: Listing, row: int, heading: Heading) -> str:
    """The number or code that begins a row, as it is written; what Excel made a date or a fraction of is complained
    of.
    """
    sheet, column = listed.sheet, heading.columns[0]
    number = sheet.number(row, column)
    if (number is not None and number != int(number)) or sheet.dated(row, column):
        sheet.wrong(row, column, words.AS_CODE, sheet.peek(row, column))
    return " ".join(listed.own(row, heading, exact=True).split())


def _plain(text: str) -> str:
    heading = words.normal(text)
    for ending in _MONEY:
        heading = heading.removesuffix(ending)
    return heading
