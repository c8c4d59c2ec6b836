"""Where a decree came from: its text, its office's file, its folder; and from a data path back to line and column."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from kpu_docs.complaints import Complaint, DataPath, InputError, shown
from kpu_docs.inputs.files import read_bytes, read_text
from kpu_docs.inputs.places import START, Place, Position, written

if TYPE_CHECKING:
    from kpu_docs.model import Keputusan

OFFICE = "kantor.toml"
RULES = "peraturan.toml"
OUTSIDE = "berkas ini di luar folder data dan folder di atasnya"
_SERVER = ("\\\\", "//", "\\/", "/\\")
LARGEST_PICTURE = 10_000_000


class Reader(Protocol):
    """What the module of a text format offers."""

    def read(self, text: str) -> Any:
        """The data of the text."""

    def places(self, text: str) -> Iterator[Place]:
        """Where its pieces stand."""


class Found(NamedTuple):
    """Where a piece of the data stands, and the path by which it is written there."""

    file: str
    path: DataPath
    key: Position | None
    text: Position | None
    lembar: str = ""
    sel: str = ""
    sel_kunci: str = ""


class Document(Protocol):
    """A decree as it was read, from a text or a workbook."""

    @property
    def file(self) -> str:
        """What complaints call it."""

    @property
    def folder(self) -> Path:
        """The folder it lies in."""

    def data(self) -> Any:
        """Its data."""

    def find(self, paths: Sequence[DataPath], data: Any) -> list[Found]:
        """Where these paths of its data stand."""


class Part(Protocol):
    """Data that stand in a file of their own: an annex read from a sheet."""

    @property
    def prefix(self) -> DataPath:
        """Their place in the decree."""

    def find(self, paths: Sequence[DataPath]) -> list[Found]:
        """Where these paths of the decree, which begin with `prefix`, stand."""


@dataclass(frozen=True)
class Original:
    """A text as it was read: what complaints call its file, the folder it lies in, its format (yaml, json, toml)."""

    file: str
    folder: Path
    kind: str
    text: str

    @property
    def reader(self) -> Reader:
        """The module of its format."""
        return cast(Reader, import_module(f"kpu_docs.inputs.{self.kind}"))

    def data(self) -> Any:
        """Its data.

        Raises:
            InputError: the text cannot be read.
        """
        try:
            return self.reader.read(self.text)
        except InputError as error:
            raise InputError(*(replace(complaint, file=self.file) for complaint in error.complaints)) from None

    def find(self, paths: Sequence[DataPath], data: Any) -> list[Found]:
        """Where these paths stand; what has no place of its own stands where the piece around it does."""
        here = [written(data, path) for path in paths]
        wanted = {path[:length] for path in here for length in range(len(path) + 1)}
        places: dict[DataPath, Place] = {}
        for place in self.reader.places(self.text):
            if place.path in wanted:
                places.setdefault(place.path, place)
        return [self._found(path, places) for path in here]

    def _found(self, path: DataPath, places: dict[DataPath, Place]) -> Found:
        known = next((path[:length] for length in range(len(path), -1, -1) if path[:length] in places), None)
        if known is None:
            return Found(self.file, path, START, START)
        place = places[known]
        return Found(self.file, path, place.key, place.text if known == path else place.key)


@dataclass(frozen=True)
class Beside:
    """A part of the data that is a file of its own beside the decree: `peraturan.toml`."""

    prefix: DataPath
    original: Original

    def find(self, paths: Sequence[DataPath]) -> list[Found]:
        """Where these paths of the decree stand in that file."""
        return self.original.find([path[len(self.prefix) :] for path in paths], self.original.data())


@dataclass(frozen=True)
class Source:
    """Where a decree came from. A dict has no text, and no folder unless one was named (`base`).

    `catatan` are doubts about the text that do not stop anything, `parts` what stands in files of their own. A place is
    looked up only when it is asked for, by reading the text again.
    """

    decree: Document | None = None
    office: Original | None = None
    base: Path | None = None
    catatan: tuple[Complaint, ...] = ()
    parts: tuple[Part, ...] = ()

    def place(self, path: DataPath) -> tuple[str, int | None, int | None]:
        """File, line and column of a data path; an empty name and None where they are unknown."""
        [found] = self.find([path])
        return (found.file, *(found.text or (None, None)))

    def text_of(self, file: str) -> Original | None:
        """The text of that name: the decree's or its office's; None for a workbook."""
        known = (self.decree, self.office)
        return next((one for one in known if isinstance(one, Original) and one.file == file), None)

    def find(self, paths: Iterable[DataPath]) -> list[Found]:
        """Where these data paths stand: in the decree, in its office's file, or in a part that is a file of its own."""
        asked = list(paths)
        found = dict.fromkeys(asked, Found("", (), None, None))
        for part in self.parts:
            inside = [path for path in found if path[: len(part.prefix)] == part.prefix]
            found.update(zip(inside, part.find(inside) if inside else (), strict=True))
        rest = [path for path in found if not found[path].file]
        if rest:
            found.update(self._found(rest))
        return [found[path] for path in asked]

    def _found(self, asked: Sequence[DataPath]) -> dict[DataPath, Found]:
        """Where paths stand in the decree or in its office's file."""
        decree = self.decree.data() if self.decree else {}
        found = dict.fromkeys(asked, Found("", (), None, None))
        mine = [path for path in asked if not self._of_the_office(path, decree)]
        if self.decree:
            found.update(zip(mine, self.decree.find(mine, decree), strict=True))
        else:
            found.update((path, Found("", path, None, None)) for path in mine)
        theirs = [path for path in asked if self._of_the_office(path, decree)]
        if self.office and theirs:
            inner = [path[1:] if path[0] == "kantor" else path for path in theirs]
            found.update(zip(theirs, self.office.find(inner, self.office.data()), strict=True))
        return found

    def located(self, faults: Sequence[tuple[DataPath, str, Any]]) -> InputError:
        """The error for faults in the data (path, message, value), each with its place."""
        complaints = []
        for place, (path, message, value) in zip(self.find(path for path, _, _ in faults), faults, strict=True):
            line, column = place.text or (None, None)
            here = (place.file, line, column, place.lembar, place.sel)
            complaints.append(Complaint(place.path or path, message, shown(value), *here))
        return InputError(*complaints)

    def read_beside(self, name: str, path: DataPath, limit: int) -> bytes:
        """The content of a file that the data name at `path`, which lies beside the file that names it or above.

        Raises:
            InputError: it is missing, larger than `limit` or outside of these folders, or there is no folder.
        """
        folder = self.office.folder if self.office and path[:1] == ("kantor",) else self.base
        try:
            if folder is None:
                message = "tidak dapat dicari: data ini tidak berasal dari sebuah berkas (isi base=)"
                raise InputError(Complaint((), message))
            # Even to look for a name on a server would greet that server.
            file = (folder / name).resolve() if not name.startswith(_SERVER) else None
            if file is None or not _within(file, folder):
                raise InputError(Complaint((), OUTSIDE))
            return read_bytes(file, name, limit)
        except InputError as error:
            [fault] = error.complaints
            raise self.located([(path, fault.message, name)]) from None
        except (OSError, ValueError, RuntimeError):  # RuntimeError: a link to itself, before Python 3.13
            raise self.located([(path, "nama berkas tidak sah", name)]) from None

    def _of_the_office(self, path: DataPath, decree: Any) -> bool:
        return self.office is not None and path[:1] in (("kantor",), ("satker",)) and path[0] not in decree


def office_of(base: Path, name: str = OFFICE) -> Original | None:
    """A file of the office for a decree in that folder, beside it or in the folder above; None where there is none.

    Raises:
        InputError: it is no text, or a link that leads elsewhere.
    """
    file = next((file for file in (base / name, base / os.pardir / name) if file.is_file()), None)
    if file is None:
        return None
    if not _within(file.resolve(), base):
        raise InputError(Complaint((), OUTSIDE, file=os.path.normpath(file)))
    return original(file, "toml")


def _within(file: Path, base: Path) -> bool:
    """Whether a resolved file lies in that folder or the one above."""
    home = base.resolve()
    # The folder above a folder at the root is the whole disk.
    return file.is_relative_to(home if home.parent == home.parent.parent else home.parent)


def original(path: Path, kind: str) -> Original:
    """A text file, read.

    Raises:
        InputError: it is missing, or no text.
    """
    name = os.path.normpath(path)
    return Original(name, path.parent, kind, read_text(path, name, kind))


def source_of(keputusan: Keputusan) -> Source:
    """Where that decree came from; one that was not loaded came from nowhere."""
    source = keputusan._source
    return source if isinstance(source, Source) else Source()


def is_yaml(keputusan: Keputusan) -> bool:
    """Whether the decree was read from a YAML file."""
    decree = source_of(keputusan).decree
    return isinstance(decree, Original) and decree.kind == "yaml"


def notes(keputusan: Keputusan) -> tuple[Complaint, ...]:
    """Doubts about the file the decree was read from."""
    return source_of(keputusan).catatan


def located(keputusan: Keputusan, faults: Sequence[tuple[DataPath, str, Any]]) -> InputError:
    """The error for faults in the data of a decree (path, message, value), each with its place in the file."""
    return source_of(keputusan).located(faults)


def read_beside(keputusan: Keputusan, name: str, path: DataPath) -> bytes:
    """The content of a file that the data name at `path`: of the folder of the file that names it, or the one above.

    Raises:
        InputError: it is missing, too large or outside of these folders, or the decree came from a dict without `base`.
    """
    return source_of(keputusan).read_beside(name, path, LARGEST_PICTURE)
