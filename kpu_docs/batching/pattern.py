"""The pattern of a batch: a decree in which any value may name a column of the data.

`{{ ketua }}` is the row's value of that column, `{{ satker.nama }}` a value of a mapping in it, `\\{{` is written `{{`.
A value that is one such name and nothing else is the row's value whole, also a list or a mapping.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kpu_docs.batching import stars
from kpu_docs.batching.rows import Row, columns, has, value_of
from kpu_docs.complaints import Complaint, DataPath, InputError, nearest
from kpu_docs.inputs import yaml
from kpu_docs.inputs.source import Original, original

KINDS = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
"""The formats of a pattern by suffix."""

_PIECE = re.compile(r"(?P<literal>\\\{\{)|\{\{(?P<name>[^{}]*)\}\}|(?P<open>\{\{)")


@dataclass(frozen=True)
class Pattern:
    """A pattern as it was read: its text, its data, and for each path of a text in it the columns that it names."""

    original: Original
    data: dict[str, Any]
    named: Mapping[DataPath, tuple[str, ...]]

    def fill(self, row: Row) -> dict[str, Any]:
        """The data of the decree of a row.

        Raises:
            InputError: the row lacks a value, or has a list where a text is needed.
        """
        faults: list[Complaint] = []

        def filled(node: Any, path: DataPath) -> Any:
            if isinstance(node, Mapping):
                return {key: filled(value, (*path, key)) for key, value in node.items()}
            if isinstance(node, list):
                return [filled(value, (*path, at)) for at, value in enumerate(node)]
            if not isinstance(node, str) or "{{" not in node:
                return node
            try:
                return _value(node, row, path)
            except (KeyError, TypeError) as error:
                faults.append(Complaint(path, error.args[0]))
                return ""

        data: dict[str, Any] = filled(self.data, ())
        if faults:
            raise InputError(*self.placed(faults, row))
        return data

    def placed(self, complaints: Sequence[Complaint], row: Row) -> tuple[Complaint, ...]:
        """The complaints about the decree of a row with their places: what came from the row stands in the data,
        everything else in the pattern. Those that have a place keep it.
        """
        found = self.original.find([complaint.path for complaint in complaints], self.data)
        placed = []
        for complaint, place in zip(complaints, found, strict=True):
            names = self.named.get(place.path)
            if complaint.file:
                placed.append(complaint)
            elif names:
                placed.append(_of_the_row(complaint, names, row))
            else:
                line, column = place.text or (None, None)
                placed.append(replace(complaint, file=place.file, line=line, column=column))
        return tuple(placed)

    def notes(self) -> tuple[Complaint, ...]:
        """Doubts about its text."""
        if self.original.kind != "yaml":
            return ()
        return tuple(replace(note, file=self.original.file) for note in yaml.notes(self.original.text))

    def refuse_unknown(self, rows: Sequence[Row]) -> None:
        """Refuse names that no row has.

        Raises:
            InputError: all of them, each with its place in the pattern.
        """
        known = columns(rows)
        faults = [
            (path, unknown_column(name, known))
            for path, names in self.named.items()
            for name in names
            if not any(has(row.values, name) for row in rows)
        ]
        if faults:
            raise self._refused(faults)

    def _refused(self, faults: Sequence[tuple[DataPath, str]]) -> InputError:
        found = self.original.find([path for path, _ in faults], self.data)
        return InputError(
            *(
                Complaint(path, message, None, place.file, *(place.text or (None, None)))
                for place, (path, message) in zip(found, faults, strict=True)
            )
        )


def read(path: Path) -> Pattern:
    """A pattern from its file.

    Raises:
        InputError: it cannot be read, is no mapping, or a `{{` in it has no end or no name.
    """
    kind = KINDS.get(path.suffix.lower())
    if kind is None and path.is_file():
        message = f"jenis berkas pola {path.suffix or 'tanpa akhiran'} tidak dikenal; yang dikenal: {', '.join(KINDS)}"
        raise InputError(Complaint((), message, file=os.path.normpath(path)))
    text = original(path, kind or "")
    data = text.data()
    if not isinstance(data, dict):
        message = "pola ditulis seperti sebuah Keputusan, sebagai kunci dan isi, misalnya tentang: ..."
        raise InputError(Complaint((), message, file=text.file, line=1, column=1))
    texts = dict(_texts(data, ()))
    pattern = Pattern(text, data, {at: names for at, value in texts.items() if (names := names_in(value))})
    if broken := [(at, fault) for at, value in texts.items() if (fault := broken_name(value))]:
        raise pattern._refused(broken)
    return pattern


def names_in(text: str) -> tuple[str, ...]:
    """The columns that a text names."""
    found = (match["name"].strip() for match in _PIECE.finditer(text) if match["name"] is not None)
    return tuple(dict.fromkeys(found))


def broken_name(text: str) -> str | None:
    """What is wrong with the way a text names columns; None where nothing is."""
    for match in _PIECE.finditer(text):
        if match["open"]:
            return "{{ di sini belum ditutup dengan }}; bila memang teks, tulis \\{{"
        if match["name"] is not None and not match["name"].strip():
            return "di antara {{ dan }} belum ada nama kolom"
    return None


def unknown_column(name: str, known: Sequence[str]) -> str:
    """The complaint about a name that no column has."""
    near = nearest(name, known)
    hint = f"mungkin maksudnya {near}" if near else f"yang ada: {', '.join(known)}"
    return f"kolom {name} tidak ada di data; {hint}"


def inserted(text: str, value: Any) -> str:
    """The text with each `{{ name }}` replaced by what the function `value` gives for the name, `\\{{` by `{{`."""
    return _PIECE.sub(lambda match: "{{" if match["literal"] else value(match["name"].strip()), text)


def in_words(value: Any, name: str) -> str:
    """A value of a column as it stands inside a text.

    Raises:
        TypeError: it is a list or a mapping.
    """
    if isinstance(value, (Mapping, list)):
        raise TypeError(f"kolom {name} berisi daftar; tulis '{{{{ {name} }}}}' sendirian, tanpa teks lain")
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return "" if value is None else str(value)


def _of_the_row(complaint: Complaint, names: Sequence[str], row: Row) -> Complaint:
    words = f"{complaint.message}; isinya dari kolom {', '.join(names)}"
    said = replace(complaint, message=words, value=complaint.value and stars.unescaped(complaint.value), file=row.file)
    if has(row.cells, names[0]):
        return replace(said, lembar=row.lembar, sel=value_of(row.cells, names[0]))
    return replace(said, line=row.line)


def _value(text: str, row: Row, path: DataPath) -> Any:
    """A text of the pattern at that path with the values of a row in it."""

    def value(name: str) -> Any:
        try:
            return value_of(row.values, name)
        except KeyError:
            raise KeyError(f"kolom {name} tidak ada pada baris data ini") from None

    whole = _PIECE.fullmatch(text.strip())
    if whole and whole["name"] is not None:
        return stars.escaped(value(whole["name"].strip()), path)
    plain = inserted(text, lambda name: in_words(value(name), name))
    if not stars.marked(path, plain):
        return plain
    return inserted(text, lambda name: stars.escaped(in_words(value(name), name), path))


def _texts(node: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    if isinstance(node, str):
        yield path, node
    items = node.items() if isinstance(node, Mapping) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield from _texts(value, (*path, key))
