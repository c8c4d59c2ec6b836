"""The head of a plan on a sheet: which rows it takes, what each column is, and the grid of months or weeks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kpu_docs.complaints import InputError
from kpu_docs.inputs.xlsx import words
from kpu_docs.inputs.xlsx.sheet import EMPTY, Sheet

DEEPEST = 5
"""Rows that a head takes at most."""

_HOW = "lampiran ini memerlukan baris judul dengan kata seperti NO, KEGIATAN, SUB KEGIATAN, INDIKATOR, KET"

_UNKNOWN = (
    "judul kolom ini tidak dikenal pada rencana kerja (yang dikenal: "
    f"{', '.join(names[0] for names in words.LABELS.values())}, bulan atau minggu); "
    "ganti judulnya, atau sembunyikan kolomnya"
)


@dataclass(frozen=True)
class Head:
    """First and last row of the head, the columns of each label, and the columns of the grid. `titles` are the five
    headings as on the sheet if they are not the usual ones.

    `months` are the months (from 1) that the columns of the grid stand for, if it is the twelve months of a year;
    else `petak` is the grid as data, and each column has the name of its cell in `names`.
    """

    top: int
    bottom: int
    labels: dict[str, tuple[int, ...]]
    titles: tuple[str, ...]
    grid: tuple[int, ...]
    months: tuple[int, ...]
    petak: dict[str, Any]
    names: tuple[str, ...]


def find(sheet: Sheet) -> Head:
    """The head of a sheet.

    Raises:
        InputError: there is none, a column of it is not known, or its grid cannot be printed.
    """
    if sheet.width == 0:
        raise sheet.refuse(EMPTY)
    top = next((row for row in range(sheet.height) if len(_labels_in(sheet, row)) > 1), None)
    if top is None:
        raise sheet.refuse(f"judul tabel tidak ditemukan; {_HOW}")
    deepest = _deepest(sheet, top)
    grid = tuple(column for column in range(sheet.width) if _is_petak(sheet, top, deepest, column))
    bottom = max(deepest, *(sheet.area(top, column).bottom for column in _labels_in(sheet, top)))
    labels = _labels(sheet, top, bottom, grid)
    if not grid:
        raise sheet.refuse("kolom bulan (1-12, Jan-Des, I-XII) atau minggu tidak ditemukan pada judul tabel")
    if "kegiatan" not in labels and "sub_kegiatan" not in labels:
        raise sheet.refuse("kolom KEGIATAN tidak ditemukan pada judul tabel")
    if sheet.errors:
        raise InputError(*sheet.errors)
    titles = _titles(sheet, top, bottom, labels)
    found = tuple(words.month(sheet.peek(deepest, column)) or 0 for column in grid)
    levels = _levels(sheet, top, deepest, grid)
    if found == tuple(range(1, 13)) and len(levels) == 1:
        return Head(top, bottom, labels, titles, grid, found, {}, ())
    petak, names = _petak(sheet, top, deepest, grid, levels)
    return Head(top, bottom, labels, titles, grid, (), petak, names)


def repeated(sheet: Sheet, head: Head, row: int) -> bool:
    """Whether the head stands a second time in a row, as on the next printed page."""
    own = [role for role, columns in head.labels.items() if words.label(sheet.peek_own(row, columns[0])) == role]
    return len(own) > 1


def _labels_in(sheet: Sheet, row: int) -> list[int]:
    return [column for column in sheet.filled_in(row) if words.label(sheet.peek(row, column))]


def _deepest(sheet: Sheet, top: int) -> int:
    """The last row of the head: the last of names of months or weeks under labels that have no text there."""
    labels = _labels_in(sheet, top)
    deepest = top
    for row in range(top, min(top + DEEPEST, sheet.height)):
        own = [sheet.peek(row, column) for column in sheet.filled_in(row) if column not in labels]
        if row > top and any(sheet.peek_own(row, column) for column in labels if not _sublabel(sheet, row, column)):
            break
        if len({text for text in own if words.period(text)}) > 1:
            deepest = row
    return deepest


def _sublabel(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell under a label is a label itself (KEGIATAN over UTAMA and SUB KEGIATAN)."""
    return bool(words.label(sheet.peek_own(row, column)))


def _is_petak(sheet: Sheet, top: int, deepest: int, column: int) -> bool:
    text = sheet.peek_own(deepest, column)
    below_a_label = any(words.label(sheet.peek(row, column)) for row in range(top, deepest + 1))
    return words.period(text) and not below_a_label


def _labels(sheet: Sheet, top: int, bottom: int, grid: tuple[int, ...]) -> dict[str, tuple[int, ...]]:
    """The columns of each label. A heading that is none of a plan is complained of."""
    found: dict[str, tuple[int, ...]] = {}
    for column in range(sheet.width):
        headings = [(row, sheet.peek_own(row, column)) for row in range(top, bottom + 1)]
        headings = [(row, text) for row, text in headings if text]
        if column in grid or (not headings and sheet.area(top, column).left == column):
            continue
        if not headings:  # the second column of a heading that is merged over two
            role = words.label(sheet.peek(top, column))
            if role:
                found[role] = (*found.get(role, ()), column)
            continue
        row, text = headings[-1]
        role = next((words.label(text) for _, text in reversed(headings) if words.label(text)), "")
        if role == "kegiatan" and role in found and "sub_kegiatan" not in found:
            role = "sub_kegiatan"
        if not role:
            sheet.wrong(row, column, _UNKNOWN, text)
        elif role in found:
            sheet.wrong(row, column, "judul kolom ini ada dua kali", text)
        found.setdefault(role, (column,))
    return found


def _titles(sheet: Sheet, top: int, bottom: int, labels: dict[str, tuple[int, ...]]) -> tuple[str, ...]:
    """The headings of the five labels, the usual words for those that are not there; nothing if all are usual."""
    from kpu_docs.lampiran.rencana_kerja import KOLOM

    found = []
    for role, usual in zip(words.LABELS, KOLOM, strict=True):
        columns = labels.get(role, ())[:1]
        texts = [sheet.text(row, at) for at in columns for row in range(top, bottom + 1) if sheet.peek_own(row, at)]
        heading = " ".join(texts[-1].split()) if texts else usual
        found.append(usual if words.normal(heading) == words.normal(usual) else heading)
    return () if tuple(found) == KOLOM else tuple(found)


def _levels(sheet: Sheet, top: int, deepest: int, grid: tuple[int, ...]) -> list[int]:
    """The rows of the head that tell columns of the grid apart; rows of one heading over all of it are its title."""
    return [row for row in range(top, deepest + 1) if len(set(_headings(sheet, row, grid))) > 1]


def _headings(sheet: Sheet, row: int, grid: tuple[int, ...]) -> list[tuple[str, int]]:
    """For each column of the grid its heading in a row and where that begins; an empty one is the one to its left."""
    found: list[tuple[str, int]] = []
    for column in grid:
        text = " ".join(sheet.peek(row, column).split())
        start = max(sheet.area(row, column).left, grid[0])
        found.append((text, start) if text else found[-1] if found else ("", column))
    return found


def _petak(
    sheet: Sheet, top: int, deepest: int, grid: tuple[int, ...], levels: list[int]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The grid as the data of a plan, and the name of each of its cells."""
    titles = [_headings(sheet, row, grid)[0][0] for row in range(top, deepest + 1) if row not in levels]
    if len(levels) > 2:
        message = "judul bulan dan minggu paling banyak dua tingkat (misalnya bulan di atas minggu)"
        sheet.wrong(levels[0], grid[0], message)
        raise InputError(*sheet.errors)
    groups = _headings(sheet, levels[0], grid) if len(levels) == 2 else [("", grid[0])] * len(grid)
    columns = [text for text, _ in _headings(sheet, deepest, grid)]
    kolom: list[dict[str, Any]] = []
    for at, (group, heading) in enumerate(zip(groups, columns, strict=True)):
        if at == 0 or group != groups[at - 1]:
            kolom.append({"judul": group[0], "kolom": []})
        kolom[-1]["kolom"].append(heading)
    names = tuple(f"{group[0]} {heading}".strip() for group, heading in zip(groups, columns, strict=True))
    _refuse_equal(sheet, deepest, grid, names)
    return {
        "judul": " ".join(dict.fromkeys(title for title in titles if title)) or "PELAKSANAAN",
        "kolom": kolom,
    }, names


def _refuse_equal(sheet: Sheet, row: int, grid: tuple[int, ...], names: tuple[str, ...]) -> None:
    first: dict[str, int] = {}
    for column, name in zip(grid, names, strict=True):
        if name.lower() in first:
            other = sheet.address(row, first[name.lower()])
            sheet.wrong(
                row, column, f"judul petak ini sama dengan sel {other}; bedakan, atau beri judul di atasnya", name
            )
        first.setdefault(name.lower(), column)
    if sheet.errors:
        raise InputError(*sheet.errors)
