"""Items and rows that came or went in Word as edits of the YAML file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from kpu_docs.blocks import Asal, Row, runs_of
from kpu_docs.complaints import DataPath
from kpu_docs.editing import Add, Cut
from kpu_docs.fingerprints import Clause, said
from kpu_docs.updating.pairing import shape
from kpu_docs.updating.sides import Side, shown
from kpu_docs.updating.taking import NO_PLACE, Taking
from kpu_docs.updating.wording import REFERENCE
from kpu_docs.updating.written import at, put, spelt, stands
from kpu_docs.verifying.differences import Difference

_NO_LIST = "tidak dapat ditambahkan di sini dengan sendirinya; tulis sendiri"
_ROWS = ("tabel", "baris")
_NUMBER = "nomor"


class _Place(NamedTuple):
    """A list of the data, and the number of the item before which something new comes."""

    path: DataPath
    at: int


def cut(taking: Taking, gone: Collection[int]) -> dict[Asal, tuple[str, ...]]:
    """Let go what is no longer in the Word file: the paths that went, with what each said."""
    found = {}
    yaml = taking.yaml
    for root, held in _roots(yaml, [n for n in gone if not _is_sum(yaml.clauses[n])]):
        words = tuple(said(yaml.clauses[n]) for n in held)
        difference = Difference(yaml.place(root), "hilang", shown(yaml.clauses[n] for n in held), "", root)
        reason = taking.outside(root) or _in_part(yaml, root, held)
        taking.note(held[0], difference, reason)
        if not reason:
            taking.edit(Cut(spelt(yaml.data, root)))
            found[root] = words
    return found


def add(
    taking: Taking, new: Collection[int], partners: Mapping[int, int], gone: Mapping[Asal, tuple[str, ...]]
) -> None:
    """Put in what is new in the Word file. `partners` are the clauses of the data by those of the Word file; what went
    elsewhere (`gone`) and says the same has moved and is spelt as it was.
    """
    word = taking.word
    for root, held in _roots(word, new):
        words = tuple(said(word.clauses[n]) for n in held)
        order = next((partners[n] + 0.5 for n in range(held[0] - 1, -1, -1) if n in partners), -0.5)
        difference = Difference(word.place(root), "baru", "", shown(word.clauses[n] for n in held), root)
        same = [path for path, lost in gone.items() if lost == words]
        taking.note(order, difference)
        taking.taken[-1].reason = _in_part(word, root, held) or _added(taking, root, partners, same)


def _roots(side: Side, chosen: Collection[int]) -> Iterator[tuple[Asal, list[int]]]:
    """The largest parts of the data all of whose clauses are among the chosen ones, with these."""
    paths = [clause.asal for clause in side.clauses]
    whole = Counter(prefix for path in paths for prefix in _prefixes(path))
    part = Counter(prefix for n in chosen for prefix in _prefixes(paths[n]))
    found: dict[Asal, list[int]] = {}
    for n in sorted(chosen):
        root = next((prefix for prefix in _prefixes(paths[n]) if part[prefix] == whole[prefix]), paths[n])
        found.setdefault(root, []).append(n)
    yield from found.items()


def _in_part(side: Side, root: Asal, held: Collection[int]) -> str:
    """Why a part of the data does not go or come: it is printed elsewhere, too."""
    whole = sum(clause.asal[: len(root)] == root for clause in side.clauses)
    return NO_PLACE if whole > len(held) or not stands(side.keputusan, side.data, root) else ""


def _prefixes(path: Asal) -> Iterator[Asal]:
    return (path[:end] for end in range(1, len(path) + 1))


def _added(taking: Taking, root: Asal, partners: Mapping[int, int], same: Iterable[Asal]) -> str:
    """Put a part of the Word file in; returns why not, if so."""
    yaml, word = taking.yaml, taking.word
    while True:
        if isinstance(root[-1], int):
            place = _beside(yaml, word, root, partners)
            if place is not None:
                return taking.outside(place.path) or _in_list(taking, root, place, partners, same)
            root = root[:-1]
            continue
        above = _above(yaml, word, root[:-1], partners)
        if above is None:
            return _NO_LIST
        path = (*above, root[-1])
        if reason := taking.outside(path):
            return reason
        found = spelt(word.data, root)
        if found[-1:] != root[-1:]:
            return _NO_LIST
        taking.edit(put(yaml.keputusan, yaml.data, path, at(word.data, found)))
        return ""


def _beside(yaml: Side, word: Side, root: Asal, partners: Mapping[int, int]) -> _Place | None:
    """Where in a list of the data an item belongs: behind the item that it follows in Word, or before the next."""
    if shape(root)[:1] == ("lampiran",) and (found := _beside_row(yaml, word, root, partners)):
        return found
    above, number = root[:-1], root[-1]
    before: tuple[int, _Place] | None = None
    after: tuple[int, _Place] | None = None
    for n, clause in enumerate(word.clauses):
        asal = clause.asal
        if n not in partners or asal[: len(above)] != above or len(asal) <= len(above):
            continue
        theirs, mine = asal[len(above)], yaml.clauses[partners[n]].asal
        if not isinstance(theirs, int) or not isinstance(number, int) or len(mine) <= len(above):
            continue
        step = mine[len(above)]
        if shape(mine[: len(above)]) != shape(above) or not isinstance(step, int):
            continue
        if theirs < number and (before is None or theirs >= before[0]):
            before = (theirs, _Place(mine[: len(above)], step + 1))
        elif theirs > number and (after is None or theirs < after[0]):
            after = (theirs, _Place(mine[: len(above)], step))
    chosen = before or after
    return chosen[1] if chosen else None


def _beside_row(yaml: Side, word: Side, root: Asal, partners: Mapping[int, int]) -> _Place | None:
    """Where a row belongs in an annex that was read as one of another kind."""
    here = next((n for n, clause in enumerate(word.clauses) if clause.asal == root), None)
    for n, step in () if here is None else ((here - 1, 1), (here + 1, 0)):
        mine = yaml.clauses[partners[n]].asal if n in partners else ()
        theirs = word.clauses[n].asal if n in partners else ()
        if mine and theirs[:-1] == root[:-1] and shape(mine) != shape(theirs) and isinstance(mine[-1], int):
            return _Place(mine[:-1], mine[-1] + step)
    return None


def _is_sum(clause: Clause) -> bool:
    """Whether a row is calculated from others."""
    return isinstance(clause, Row) and clause.kind == "jumlah" and all(run.at is None for run in runs_of(clause))


def _above(yaml: Side, word: Side, above: Asal, partners: Mapping[int, int]) -> Asal | None:
    """The part of the data that a part of the Word file is."""
    if not above:
        return ()
    for n, k in partners.items():
        theirs, mine = word.clauses[n].asal, yaml.clauses[k].asal
        if theirs[: len(above)] == above and shape(mine[: len(above)]) == shape(above):
            return mine[: len(above)]
    return None


def _in_list(taking: Taking, root: Asal, place: _Place, partners: Mapping[int, int], same: Iterable[Asal]) -> str:
    yaml, word = taking.yaml, taking.word
    found = spelt(yaml.data, place.path)
    node = at(yaml.data, found)
    value = at(word.data, spelt(word.data, root))
    if not isinstance(node, list):
        if found[-1:] != place.path[-1:] or not isinstance(node, str) or REFERENCE in node:
            return _NO_LIST
        taking.put(place.path, [node, value] if place.at else [value, node])
        return ""
    beside = max(place.at - 1, 0)
    if spelt(yaml.data, (*place.path, beside))[: len(found) + 1] != (*found, beside):
        return _NO_LIST
    moved = next((path for path in same if path[:-1] == place.path), None)
    source = spelt(yaml.data, moved) if moved is not None else None
    if source is not None:
        value = at(yaml.data, source)
    elif shape(place.path)[-2:] == _ROWS or shape(place.path) != shape(root[:-1]):
        value = _row(taking, root, place, node)
    elif isinstance(value, Mapping) and _NUMBER in value and not any(_NUMBER in one for one in node):
        value = {key: part for key, part in value.items() if key != _NUMBER}  # counted by its place
    taking.edit(Add((*found, place.at), value, source))
    return ""


def _row(taking: Taking, root: Asal, place: _Place, rows: list[Any]) -> Any:
    """A row of a table as the row beside it is written: its texts, and the groups that it stands in."""
    yaml, word = taking.yaml, taking.word
    beside = place.at - 1 if place.at else 0
    mine = next(one for one in yaml.clauses if isinstance(one, Row) and one.asal == (*place.path, beside))
    theirs = next(one for one in word.clauses if isinstance(one, Row) and one.asal == root)
    texts = {column: cell for column, cell in word.columns[id(theirs)].cells}
    made: Any = dict(rows[beside]) if isinstance(rows[beside], Mapping) else [*rows[beside]]
    for column, cell in yaml.columns[id(mine)].cells:
        if cell.asal == mine.asal or column not in texts:
            continue
        key = cell.asal[-1]
        text = " ".join("".join(run.text for run in texts[column].runs).split())
        typed = key in made if isinstance(made, dict) else isinstance(key, int) and key < len(made)
        if typed or (text and any(run.at is not None for run in cell.runs)):
            made[key] = text
    return made
