"""The changes between two decrees for the plenary: semula beside menjadi, as a document or as text.

What differs is bold on both sides, and in Word and HTML what is gone is struck out and what is new underlined, so that
it is seen on paper without colours; a text has signs for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from importlib import import_module
from textwrap import wrap

from kpu_docs import tata_naskah, writers
from kpu_docs.blocks import Cell, Column, Document, Paragraph, Row, Run, Runs, Section, Table
from kpu_docs.comparing.changes import Change
from kpu_docs.complaints import Complaint, InputError, Unprintable
from kpu_docs.compose import called, no_pictures
from kpu_docs.compose.page import Page
from kpu_docs.likeness import words_and_blanks
from kpu_docs.model import Keputusan
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.writers.txt import WIDTH

TITLE = "PERSANDINGAN KEPUTUSAN"
_HEAD = ("NO.", "TEMPAT", "SEMULA", "MENJADI", "KETERANGAN")
_WIDTHS = (9.0, 42.0, 95.0, 95.0, 27.0)
_KINDS = {"berubah": "diubah", "hilang": "dihapus", "baru": "ditambah", "pindah": "pindah urutan"}
_INDENT = " " * len("   menjadi: ")
_SAME = "Tidak ada perbedaan."
_SIGNS = {"": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
_STRUCK = "Kata yang hilang dicoret, kata yang baru bergaris bawah."
_LEGENDS = {
    "docx": _STRUCK,
    "html": _STRUCK,
    "pdf": "Kata yang berbeda dicetak tebal.",
    "txt": "[-...-] kata yang hilang, {+...+} kata yang baru.",
}


def written(
    a: Keputusan, b: Keputusan, changes: Sequence[Change], format: str, files: tuple[str, str] | None = None
) -> bytes:
    """The changes as a file of a format (`docx`, `html`, `pdf`, `txt`), headed by what the decrees are called and, if
    given, by the names of their files.

    Raises:
        InputError: a PDF is to hold signs that no face has.
    """
    above = [*_named(a, b, files), *([_LEGENDS[format]] if changes else [])]
    if format == "txt":
        return _text(above, changes).encode()
    rules = tata_naskah.of(b)
    writer = import_module(f"{writers.__name__}.{format}")
    try:
        data: bytes = writer.write(_document(above, changes, rules), rules)
    except Unprintable as unprintable:
        raise InputError(*(Complaint(path, *fault) for path, *fault in unprintable.faults)) from None
    return data


def _named(a: Keputusan, b: Keputusan, files: tuple[str, str] | None) -> list[str]:
    """What is compared."""
    first, second = (called(Page(decree, tata_naskah.of(decree), no_pictures)) for decree in (a, b))
    one, other = (f" (berkas {name})" for name in files) if files else ("", "")
    return [f"Semula: {first}{one}.", f"Menjadi: {second}{other}."]


def _text(above: Sequence[str], changes: Sequence[Change]) -> str:
    """The changes one below the other, in lines of 96 signs."""
    lines = [TITLE, "", *(line for text in above for line in wrap(text, WIDTH)), ""]
    for number, change in enumerate(changes, start=1):
        lines.append(f"{number}. {change.place} ({_said(change)})")
        for label, runs in zip(("semula ", "menjadi"), _compared(change), strict=True):
            words = "".join(_SIGNS[run.change].format(run.text) for run in runs)
            first, *more = [wrapped for line in words.split("\n") for wrapped in wrap(line, WIDTH - len(_INDENT))]
            lines += [f"   {label}: {first}", *(f"{_INDENT}{line}" for line in more)]
    return "\n".join([*lines, *([] if changes else [_SAME]), ""])


def _document(above: Sequence[str], changes: Sequence[Change], rules: TataNaskah) -> Document:
    """The changes on landscape pages."""
    width, height = rules.paper(landscape=True)
    # The role of the lines above Menimbang: centred, and apart from what follows in every format.
    head = (_paragraph("judul_lampiran", TITLE), _paragraph("pembentuk", "\n".join(above)))
    content = _table(changes) if changes else _paragraph("isi", _SAME)
    return Document((Section((*head, content), width, height, rules.margins, ()),), TITLE.title(), "", above[1])


def _paragraph(role: str, text: str) -> Paragraph:
    return Paragraph(role, _runs(text), ())


def _table(changes: Sequence[Change]) -> Table:
    head = Row(tuple(Cell(_runs(title), ()) for title in _HEAD), ())
    columns = tuple(Column(width, "tengah" if at == 0 else "kiri") for at, width in enumerate(_WIDTHS))
    rows = tuple(_row(number, change) for number, change in enumerate(changes, start=1))
    return Table(columns, (head,), rows, "Perubahan: tempat, semula, menjadi", ())


def _row(number: int, change: Change) -> Row:
    before, after = _compared(change)
    cells = (_runs(f"{number}."), _runs(change.place), before, after, _runs(_said(change)))
    return Row(tuple(Cell(runs, ()) for runs in cells), ())


def _said(change: Change) -> str:
    """What became of it."""
    return change.marks or _KINDS[change.kind]


def _both(change: Change) -> tuple[str, str]:
    """What stands on both sides; nowhere nothing."""
    if change.kind == "hilang":
        return change.before, "(dihapus)"
    if change.kind == "baru":
        return "(belum ada)", change.after
    return change.before or "(kosong)", change.after or "(kosong)"


def _compared(change: Change) -> tuple[Runs, Runs]:
    """Both sides, what differs between them bold where something stands on both."""
    before, after = _both(change)
    if change.kind != "berubah" or not (change.before and change.after):
        return _runs(before), _runs(after)
    old, new = map(words_and_blanks, (before, after))
    shown: tuple[list[Run], list[Run]] = ([], [])
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = tag == "equal"
        if i1 < i2:
            shown[0].append(Run("".join(old[i1:i2]), (), bold=not same, change="" if same else "gone"))
        if j1 < j2:
            shown[1].append(Run("".join(new[j1:j2]), (), bold=not same, change="" if same else "new"))
    return tuple(shown[0]), tuple(shown[1])


def _runs(text: str) -> Runs:
    return (Run(text, ()),) if text else ()
