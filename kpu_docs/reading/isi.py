"""What stands inside a Menimbang item, a diktum or a prose annex: lines and tables to paragraphs, lists, detail lines,
tables and quotations (`kpu_docs.isi`).

A line with a sign goes on with the innermost list whose next sign that is, or begins a list; one without belongs to
the item whose text begins no further right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from kpu_docs.inputs.xlsx import levels
from kpu_docs.isi import PARTS
from kpu_docs.isi_blocks import LADDER
from kpu_docs.reading.columns import diktum, sign, untabbed
from kpu_docs.reading.paper import Line, Piece, Table

_SIGNS = (*LADDER, "-")
_NEAR = 30
"""Left edges (twips) that differ less are the same."""

_DETAIL = re.compile(r"(?P<nama>[^:\t]{1,60}?)(?P<gap>\t+\s*|\s{2,}|\s):(?:\s+(?P<isi>.*)|)", re.S)


def read(pieces: Iterable[Piece], depth: int = 0) -> list[Any]:
    """The pieces as a list of `Isi`; `depth` counts the lists around them."""
    reader = _Reader(depth)
    for piece in pieces:
        if isinstance(piece, Table):
            reader.text.add("tabel", table(piece))
        else:
            reader.line(piece)
    return reader.root.made()


def short(isi: Sequence[Any]) -> Any:
    """A list of `Isi` as what holds it is written most briefly."""
    return isi[0] if len(isi) == 1 else list(isi)


def table(piece: Table) -> dict[str, Any]:
    """A plain table; a cell over several columns stands in the first of them."""
    head, *rows = piece.rows
    width = max(cell.column + cell.colspan for row in piece.rows for cell in row.cells)
    texts = [[""] * width for _ in piece.rows]
    for row, found in zip(piece.rows, texts, strict=True):
        for cell in row.cells:
            found[cell.column] = cell.text
    kept = [at for at in range(width) if any(row[at] for row in texts) or any(cell.column == at for cell in head.cells)]
    kolom: list[Any] = []
    for at in kept:
        aligns = {cell.align for row in rows for cell in row.cells if cell.column == at and cell.text}
        title = untabbed(texts[0][at].replace("*", "")) or "-"
        align = aligns.pop() if len(aligns) == 1 else ""
        kolom.append({"judul": title, "rata": align} if align else title)
    return {"kolom": kolom, "baris": [[row[at] for at in kept] for row in texts[1:]]}


class _Text:
    """A list of `Isi` in the making: a new one begins where a part comes before those that it has already."""

    def __init__(self) -> None:
        self.isi: list[dict[str, Any]] = []

    def add(self, part: str, held: Any) -> None:
        if not self.isi or PARTS.index(part) <= max(map(PARTS.index, self.isi[-1])):
            self.isi.append({})
        self.isi[-1][part] = held

    def held(self, part: str) -> Any:
        """A part of the last `Isi` if nothing came after it."""
        last = [*self.isi[-1]][-1] if self.isi else ""
        return self.isi[-1][part] if last == part else None

    def made(self) -> list[Any]:
        return [
            one["teks"] if [*one] == ["teks"] else {key: _made(key, part) for key, part in one.items()}
            for one in self.isi
        ]


def _made(part: str, held: Any) -> Any:
    if part == "rincian":
        names = [name for name, _ in held]
        if len(set(names)) == len(names):
            return dict(held)
        return [{name: text} for name, text in held]
    if part == "daftar":
        butir = [short(item.made()) for item in held["butir"]]
        return {"penanda": held["penanda"], "butir": butir} if held["penanda"] else butir
    if part == "berbunyi":
        return [{"label": label, "isi": short(text.made())} if label else short(text.made()) for label, text in held]
    return held


class _List:
    """An open list: the kind of its signs, the last of them, its left edge, the text of its last item."""

    def __init__(self, one: levels.Sign, left: int | None) -> None:
        self.sign, self.left = one, left
        self.butir = [_Text()]

    def goes_on(self, one: levels.Sign, left: int | None) -> bool:
        if one.kind != self.sign.kind:
            return False
        if one.value:
            return one.value == self.sign.value + 1
        return left is None or self.left is None or abs(left - self.left) < _NEAR


class _Reader:
    def __init__(self, depth: int) -> None:
        self.root = _Text()
        self.depth = depth
        self.left: int | None = None
        self.open: list[_List] = []
        self.quoted: tuple[int, list[tuple[str, _Text]]] | None = None

    @property
    def text(self) -> _Text:
        """Where the next paragraph belongs."""
        return self.open[-1].butir[-1] if self.open else self.root

    def line(self, line: Line) -> None:
        if self.left is None and not self.root.isi:
            self.left = line.left
        if self._quotes(line):
            return
        mark, rest = sign(line.text)
        if mark and self._listed(mark, rest, line.left):
            return
        while self.open and _left_of(line.left, self.open[-1].left):
            self.open.pop()
        if not (mark or self._detail(line.text)):
            self._paragraph(line)
        elif mark:
            self.text.add("teks", untabbed(line.text))

    def _paragraph(self, line: Line) -> None:
        edge = self.open[-1].left if self.open else self.left
        said = self.text.held("teks")
        if (
            said
            and said.rstrip().endswith(":")
            and line.left is not None
            and edge is not None
            and edge + _NEAR < line.left
        ):
            self.quoted = (line.left, [])
            self.text.add("berbunyi", self.quoted[1])
            self._quotes(line)
        else:
            self.text.add("teks", untabbed(line.text))

    def _quotes(self, line: Line) -> bool:
        """Whether a line goes on with what is quoted."""
        labelled = diktum(line.text)
        if self.quoted is None and labelled:
            self.quoted = (line.left or 0, [])
            self.text.add("berbunyi", self.quoted[1])
        if self.quoted is None:
            return False
        edge, quotes = self.quoted
        if line.left is not None and line.left < edge - _NEAR:
            self.quoted = None
            return False
        text = _Text()
        text.add("teks", untabbed(labelled[2] if labelled else line.text))
        quotes.append((labelled[1] if labelled else "", text))
        return True

    def _listed(self, mark: str, rest: str, left: int | None) -> bool:
        """Whether a line with a sign is an item of a list; if so it is one now."""
        bullet = not any(map(str.isalnum, mark))
        one = levels.Sign("-", 0) if bullet else levels.sign(mark, [held.sign for held in self.open])
        for at in reversed(range(len(self.open))):
            if self.open[at].goes_on(one, left):
                del self.open[at + 1 :]
                self.open[at].sign = one
                self.open[at].butir.append(_Text())
                self._first(rest, left)
                return True
        if ("-" if bullet else mark) not in _SIGNS:
            return False
        while self.open and (_left_of(left, self.open[-1].left) or self._again(one, left)):
            self.open.pop()
        self._open(one, "-" if bullet else mark, rest, left)
        return True

    def _open(self, one: levels.Sign, penanda: str, rest: str, left: int | None) -> None:
        """Begin a list inside of what is open."""
        opened = _List(one, left)
        usual = LADDER[(self.depth + len(self.open)) % len(LADDER)]
        self.text.add("daftar", {"penanda": "" if penanda == usual else penanda, "butir": opened.butir})
        self.open.append(opened)
        self._first(rest, left)

    def _again(self, one: levels.Sign, left: int | None) -> bool:
        """Whether the innermost list ends because another of its kind begins beside it."""
        last = self.open[-1]
        return one.kind == last.sign.kind and (left is None or last.left is None or abs(left - last.left) < _NEAR)

    def _first(self, text: str, left: int | None) -> None:
        """The first paragraph of an item, which may itself begin with a sign or be a detail line."""
        mark, rest = sign(text)
        if mark in LADDER:
            self._open(levels.sign(mark), mark, rest, left)
        elif not self._detail(text):
            self.text.add("teks", untabbed(text))

    def _detail(self, text: str) -> bool:
        """Whether a line is a detail line: a name, a colon in a column of its own, a text; if so it is one now."""
        found = _DETAIL.fullmatch(text.strip())
        if not found:
            return False
        details = self.text.held("rincian")
        said = self.text.held("teks")
        if found["gap"] == " " and details is None and not (said and said.endswith(":")):
            return False
        if details is None:
            details = []
            self.text.add("rincian", details)
        details.append((" ".join(found["nama"].split()), untabbed(found["isi"] or "")))
        return True


def _left_of(left: int | None, edge: int | None) -> bool:
    return left is not None and edge is not None and left < edge - _NEAR
