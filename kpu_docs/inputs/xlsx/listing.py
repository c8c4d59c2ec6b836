"""Any table on a sheet: its head, and the rows below it.

A cell that is merged over several rows counts in each of them. Empty rows, a row that numbers the columns and heads
that stand there again are left out; the table ends where a signature begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kpu_docs.inputs.xlsx import headings, words
from kpu_docs.inputs.xlsx.cells import EXACT
from kpu_docs.inputs.xlsx.headings import Head, Heading
from kpu_docs.inputs.xlsx.sheet import Sheet

_ENDED = 'tabel dianggap berakhir sebelum baris {baris} ("{teks}"); baris itu dan seterusnya tidak dibaca'
_BELOW = "di bawah bagian tanda tangan (baris {baris}) masih ada baris tabel; pindahkan ke atasnya"
_OUTSIDE = "teks di luar tabel tidak dibaca"
_BARE = "kolom ini tidak mempunyai judul; beri judul, gabungkan judulnya dengan kolom di sebelah, atau sembunyikan"


@dataclass(frozen=True)
class Listing:
    """The columns of a table and the rows of the sheet that are its data."""

    sheet: Sheet
    headings: tuple[Heading, ...]
    rows: tuple[int, ...]

    def text(self, row: int, heading: Heading, *, exact: bool = False) -> str:
        """The text of a row below a heading; `exact` writes a number with all its decimals instead of as shown."""
        texts = (
            self.sheet.exact(row, column) if exact else self.sheet.text(row, column)
            for column in heading.columns
            if self.sheet.area(row, column).left == column
        )
        return " ".join(text for text in texts if text)

    def cell(self, row: int, heading: Heading) -> str:
        """The name of that cell."""
        return self.sheet.address(row, heading.columns[0])

    def own(self, row: int, heading: Heading, *, exact: bool = False) -> str:
        """The text that begins in a row below a heading; nothing where a cell is merged from above."""
        begun = any(self.sheet.area(row, column).top == row for column in heading.columns)
        return self.text(row, heading, exact=exact) if begun else ""

    @property
    def place(self) -> str:
        """The name of the cell in which the head begins."""
        return self.sheet.address(*self.headings[0].levels[0][1:])


def listing(sheet: Sheet, known: Callable[[str], bool] | None = None) -> Listing:
    """The table of a sheet; `known` says whether a text is a heading that is looked for. What is wrong with its cells
    gathers in ``sheet.errors``.

    Raises:
        InputError: there is no table, it has no rows, or two columns have the same heading.
    """
    head = headings.find(sheet, known)
    rows = tuple(_rows(sheet, head))
    if not rows:
        raise sheet.refuse("tabel ini belum berisi baris")
    _note_outside(sheet, head, rows)
    for row in rows:
        _refuse_numbers(sheet, row, head)
    return Listing(sheet, head.columns, rows)


def _rows(sheet: Sheet, head: Head) -> Iterator[int]:
    after_empty, after_head = False, True
    for row in range(head.bottom + 1, sheet.height):
        if _repeats(sheet, row, head):
            after_head = True
        elif after_head and _counts(sheet, row):
            after_head = False
        elif not _has_own(sheet, row, head):
            after_empty = after_empty or not any(sheet.peek(row, at) for one in head.columns for at in one.columns)
        elif _ends(sheet, row, head, after_empty):
            _end(sheet, head, row)
            return
        else:
            after_empty = after_head = False
            yield row


def _has_own(sheet: Sheet, row: int, head: Head) -> bool:
    """Whether a row has a text of its own, or a fill that its first cell has not; not only cells merged from above."""
    columns = [column for one in head.columns for column in one.columns]
    usual = sheet.fill(row, columns[0])
    return any(
        sheet.peek(row, column) or sheet.fill(row, column) not in ("", usual)
        for column in columns
        if sheet.area(row, column).top == row
    )


def _repeats(sheet: Sheet, row: int, head: Head) -> bool:
    """Whether a row has headings once more, as on the next printed page."""
    above = {column: {text for text, _, _ in one.levels} for one in head.columns for column in one.columns}
    texts = sheet.filled_in(row)
    same = [column for column in texts if " ".join(sheet.peek(row, column).split()) in above.get(column, ())]
    return len(same) == len(texts) > 1


def _counts(sheet: Sheet, row: int) -> bool:
    """Whether a row below the head has the numbers of the columns. 1 2 are data; so are 1 2 3 where the next row begins
    with 2.
    """
    texts = [sheet.peek(row, column) for column in sheet.filled_in(row)]
    following = sheet.filled_in(row + 1) if row + 1 < sheet.height else ()
    second = sheet.peek(row + 1, following[0]).strip("(). ") if following else ""
    return words.counting(texts) and (texts[0].startswith("(") or (len(texts) > 2 and second != "2"))


def _ends(sheet: Sheet, row: int, head: Head, after_empty: bool) -> bool:
    """Whether the signature or a legend begins in a row."""
    texts, width = [sheet.peek(row, column) for column in sheet.filled_in(row)], len(head.columns)
    if len(texts) == 1:
        return words.dated(texts[0]) or words.legend(texts[0]) or (after_empty and words.signing(texts[0]))
    # A whole row is data, whatever it says; signatures leave most columns empty.
    if not after_empty or len(texts) >= width:
        return False
    dated = any(words.dated(text) for text in texts) and len(texts) <= max(2, width // 2)
    return dated or (len(texts) < 3 and any(words.signing(text) for text in texts))


def _end(sheet: Sheet, head: Head, row: int) -> None:
    first = sheet.first_in(row)
    text = " ".join(sheet.peek(row, first).split())
    sheet.note(_ENDED.format(baris=sheet.row_name(row), teks=text), row, first)
    # Signatures stand side by side, but not in the first two columns at once.
    first_two = {column for one in head.columns[:2] for column in one.columns}
    for below in range(row + 1, sheet.height):
        texts = sheet.filled_in(below)
        if len(texts) > 2 and len(first_two & set(texts)) > 1 and not _repeats(sheet, below, head):
            sheet.wrong(below, texts[0], _BELOW.format(baris=sheet.row_name(row)))
            return


def _note_outside(sheet: Sheet, head: Head, rows: Sequence[int]) -> None:
    """Texts beside the table are left out with a note, those of a column without a heading are refused."""
    used = {column for one in head.columns for column in one.columns}
    seen: set[int] = set()
    for row in range(head.bottom + 1, rows[-1] + 1):
        for column in sheet.filled_in(row):
            if column in used or column in seen:
                continue
            seen.add(column)
            if min(used) < column < max(used):
                sheet.wrong(row, column, _BARE, sheet.peek(row, column))
            else:
                sheet.note(_OUTSIDE, row, column)


def _refuse_numbers(sheet: Sheet, row: int, head: Head) -> None:
    """A NIP that is a number has lost zeros before it; one that has lost digits is complained of where it is read."""
    for heading in head.columns:
        if words.identity(heading.text):
            for column in heading.columns:
                number = sheet.number(row, column)
                if number is not None and number < 10**EXACT:
                    sheet.wrong(row, column, words.AS_TEXT, sheet.peek(row, column))
