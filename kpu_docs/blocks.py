"""The document between the model and the formats: what stands on the paper and in which order, not how it looks.

A `Document` is a tree of frozen pieces. `role` names the place on the page (`judul`, `konsiderans`, `diktum` ...);
how a role looks stands once, in the TataNaskah (`gaya`). `asal` on every piece and run is the path in the data it
came from, such as ``("menimbang", 0, "isi", 0, "teks")``; what the library itself adds (a label, a number) carries
the path of what it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from kpu_docs.pieces import dataclass

Asal = tuple[str | int, ...]
Align = Literal["kiri", "tengah", "kanan"]
RowKind = Literal["isi", "bagian", "jumlah"]

MARKED = "dilaksanakan"
"""What a screen reader says for a marked cell."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one weight and slant. A newline in it is a line break on paper.

    `at` is where it begins in the text at `asal` (signs from 0); None where it is not typed there: words of the
    library, and copies such as the title after Menetapkan. `change` is for where two texts are compared: words that
    are gone are struck out, new ones underlined.
    """

    text: str
    asal: Asal
    bold: bool = False
    italic: bool = False
    at: int | None = None
    change: Literal["", "gone", "new"] = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, or a line of a heading. `dots` fill its last line to the end: to be written on by hand."""

    role: str
    runs: Runs
    asal: Asal
    dots: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: its marker (`a.`), and what hangs beside it. Without a marker its text hangs at the same place."""

    marker: Runs
    isi: tuple[Block, ...]
    asal: Asal


@dataclass(frozen=True, slots=True)
class List:
    """Items one below the other.

    `headed` items are the parts of a text: each begins with its heading, and the marker is the number of that heading.
    """

    items: tuple[Item, ...]
    asal: Asal
    headed: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A label, a colon, and what stands beside them: `Menimbang : ...`, `KESATU : ...`, `Nama : ...`."""

    label: Runs
    colon: Runs
    isi: tuple[Block, ...]
    asal: Asal


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs whose colons stand in one column.

    `utama` pairs (Menimbang ... KESATU) share the columns of the whole decree, others have a column of their own.
    """

    pairs: tuple[Pair, ...]
    asal: Asal
    utama: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its share of the width, how its cells are aligned, whether it is a narrow column of a grid of
    marks, whether it is wide enough for its longest word whatever its share (`whole`: numbers are not broken).
    """

    width: float
    align: Align = "kiri"
    grid: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; it covers `colspan` columns and `rowspan` rows. `marked` is a month that is carried out: shaded.

    The text of an `upright` heading runs upwards; below the head of a table `upright` has no effect.
    """

    runs: Runs
    asal: Asal
    colspan: int = 1
    rowspan: int = 1
    marked: bool = False
    align: Align | None = None
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its own cells from left to right, without the places that cells from above cover.

    `kind` is content, the heading of what follows (`bagian`), or the sum of what precedes (`jumlah`). The row is at
    least `height` mm high; `new_page` begins a page with it, unless it is the first of its table.
    """

    cells: tuple[Cell, ...]
    asal: Asal
    kind: RowKind = "isi"
    height: float = 0.0
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `head` is repeated on every page, `summary` says for a screen reader what it shows."""

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    summary: str
    asal: Asal


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page. `role` says where they stand (`tanda_tangan` ...).

    `attached` blocks are never alone on a page: what precedes them comes along.
    """

    role: str
    blocks: tuple[Block, ...]
    asal: Asal
    attached: bool = False


class SignatureField(NamedTuple):
    """A place to sign electronically: its name in the file, and what a screen reader calls it."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Space:
    """Room for a signature and a stamp: `lines` empty lines of the role. A PDF is signed in its `field`."""

    role: str
    lines: int
    asal: Asal
    field: SignatureField | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture the office gives, centred: `height` mm high (the emblem of the kop), or `width` mm wide where that is
    given. `data` is a PNG or JPEG file.
    """

    data: bytes
    height: float
    alt: str
    asal: Asal
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks in a frame: a sample form."""

    blocks: tuple[Block, ...]
    asal: Asal


Block = Paragraph | List | Pairs | Table | Together | Space | Picture | Box


class Margins(NamedTuple):
    """The margins of a page (mm)."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one format. `width` and `height` in mm as seen.

    `restart` begins the page numbers anew, `bare` leaves the first page without one.
    """

    blocks: tuple[Block, ...]
    width: float
    height: float
    margins: Margins
    asal: Asal
    restart: bool = False
    bare: bool = False

    @property
    def text_width(self) -> float:
        """The width between the margins (mm)."""
        return self.width - self.margins.left - self.margins.right

    @property
    def text_height(self) -> float:
        """The height between the margins (mm)."""
        return self.height - self.margins.top - self.margins.bottom


@dataclass(frozen=True, slots=True)
class Document:
    """The whole decree. `title`, `author` and `subject` are for the properties of the file.

    On every page stand `watermark` behind the text and `footer` below it; they are no part of what is read.
    """

    sections: tuple[Section, ...]
    title: str
    author: str
    subject: str
    watermark: str = ""
    footer: str = ""


def runs_of(block: Block | Item | Pair | Row | Cell) -> Iterator[Run]:
    """Every run of a piece in reading order."""
    match block:
        case Paragraph(runs=runs) | Cell(runs=runs):
            yield from runs
        case List(items=parts) | Pairs(pairs=parts) | Together(blocks=parts) | Box(blocks=parts) | Row(cells=parts):
            for part in parts:
                yield from runs_of(part)
        case Item(marker=runs, isi=parts):
            yield from runs
            for part in parts:
                yield from runs_of(part)
        case Pair(label=label, colon=colon, isi=parts):
            yield from (*label, *colon)
            for part in parts:
                yield from runs_of(part)
        case Table(head=head, rows=rows):
            for row in (*head, *rows):
                yield from runs_of(row)


def at_columns(rows: Sequence[Row]) -> Iterator[list[tuple[int, Cell]]]:
    """For each row its own cells with the column each begins at: the first one that no cell from above covers."""
    below: dict[int, int] = {}  # how many rows from here on a cell from above still covers, by column
    for row in rows:
        found = []
        begun: dict[int, int] = {}
        column = 0
        for cell in row.cells:
            while column in below:
                column += 1
            found.append((column, cell))
            if cell.rowspan > 1:
                begun |= dict.fromkeys(range(column, column + cell.colspan), cell.rowspan)
            column += cell.colspan
        below = {column: left - 1 for column, left in (below | begun).items() if left > 1}
        yield found
