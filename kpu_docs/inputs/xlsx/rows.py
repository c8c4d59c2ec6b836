"""Which rows of a sheet belong to the table: from below the head to the signature."""

from __future__ import annotations

from kpu_docs.inputs.xlsx import heads, words
from kpu_docs.inputs.xlsx.heads import Head
from kpu_docs.inputs.xlsx.sheet import Sheet

_BELOW = "di bawah bagian tanda tangan (baris {baris}) masih ada baris tabel; pindahkan ke atasnya"
_ENDED = 'tabel dianggap berakhir sebelum baris {baris} ("{teks}"); baris itu dan seterusnya tidak dibaca'


def data_rows(sheet: Sheet, head: Head) -> list[int]:
    """The rows of the table. Empty rows and heads that are repeated are left out; the end of the table is a note."""
    rows: list[int] = []
    row = head.bottom + 1
    if row < sheet.height and words.counting([sheet.peek(row, column) for column in sheet.filled_in(row)]):
        row += 1
    after_empty = False
    while row < sheet.height:
        if heads.repeated(sheet, head, row):
            row += head.bottom - head.top + 1
            continue
        if _unused(sheet, head, row):
            after_empty = True
        elif _ends(sheet, head, row, after_empty):
            _end(sheet, head, row)
            break
        else:
            rows.append(row)
            _refuse_outside(sheet, head, row)
            after_empty = False
        row += 1
    return rows


def _unused(sheet: Sheet, head: Head, row: int) -> bool:
    return sheet.empty(row) and not any(sheet.fill(row, column) for column in head.grid)


def _ends(sheet: Sheet, head: Head, row: int, after_empty: bool) -> bool:
    """Whether the signature begins in a row: its words, in a row without marks and without an activity."""
    texts = sheet.filled_in(row)
    if not texts or any(sheet.fill(row, column) or _sign(sheet, row, column) for column in head.grid):
        return False
    labelled = [column for columns in head.labels.values() for column in columns if column in texts]
    alone = after_empty or not labelled or len(texts) == 1
    if alone and any(words.dated(sheet.peek(row, column)) for column in texts):
        return True
    known = any(words.signing(sheet.peek(row, column)) for column in texts)
    return (known and after_empty) if labelled else (known or after_empty)


def _sign(sheet: Sheet, row: int, column: int) -> bool:
    return words.is_mark(sheet.peek_own(row, column))


def _end(sheet: Sheet, head: Head, row: int) -> None:
    first = sheet.filled_in(row)[0]
    text = " ".join(sheet.peek(row, first).split())
    sheet.note(_ENDED.format(baris=sheet.row_name(row), teks=text), row, first)
    for below in range(row + 1, sheet.height):
        activity = [column for key in ("kegiatan", "sub_kegiatan") for column in head.labels.get(key, ())]
        named = any(sheet.peek_own(below, column) for column in activity)
        marked = [
            column for column in head.grid if words.is_mark(sheet.peek_own(below, column)) or sheet.fill(below, column)
        ]
        if named and marked and not heads.repeated(sheet, head, below):
            sheet.wrong(below, marked[0], _BELOW.format(baris=sheet.row_name(row)))
            return


def _refuse_outside(sheet: Sheet, head: Head, row: int) -> None:
    """A text beside the columns of the table is left out with a note, one in a column without a heading is refused."""
    used = {*head.grid, *(column for columns in head.labels.values() for column in columns)}
    for column in sheet.filled_in(row):
        if column in used or sheet.area(row, column).right in used:
            continue
        if min(used) < column < max(used):
            sheet.wrong(row, column, "kolom ini tidak mempunyai judul; beri judul, atau sembunyikan kolomnya")
        else:
            sheet.note("teks di luar tabel tidak dibaca", row, column)
