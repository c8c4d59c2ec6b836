"""The format rules: paper, margins, letter, columns, wording, each value with its source and how sure we are of it.

One TOML file per regime. A value stands alone in a table that names `sumber` and `keyakinan`, or brings its own as
``{nilai, sumber, keyakinan}``. A regime may name the one it is based on (`dasar`); an office overlays its own values.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from kpu_docs.tata_naskah.elektronik import EOffice
from kpu_docs.tata_naskah.halaman import Gaya
from kpu_docs.tata_naskah.values import TataNaskah

if TYPE_CHECKING:
    from kpu_docs.model import Keputusan

__all__ = ["DEFAULT", "EOffice", "Gaya", "Nilai", "TataNaskah", "names", "of", "overlaid", "sourced"]

DEFAULT = "kpu-2023"
OFFICE = "kantor.toml"


class Nilai(NamedTuple):
    """One format value: where it stands (`halaman.kiri`), what it is, its source, and how sure we are."""

    path: str
    value: Any
    sumber: str
    keyakinan: str


@cache
def names() -> tuple[str, ...]:
    """The regimes there are."""
    return tuple(
        sorted(file.name.removesuffix(".toml") for file in files(__name__).iterdir() if file.name.endswith(".toml"))
    )


@cache
def sourced(name: str) -> tuple[Nilai, ...]:
    """Every value of a regime with its source, in the order of its file.

    Raises:
        KeyError: there is no such regime.
    """
    if name not in names():
        raise KeyError(name)
    table = tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))
    base = sourced(table.pop("dasar")) if "dasar" in table else ()
    own = {value.path: value for value in _values(table, (), "", "")}
    return (*(own.pop(value.path, value) for value in base), *own.values())


def _values(table: Mapping[str, Any], path: tuple[str, ...], sumber: str, keyakinan: str) -> Iterator[Nilai]:
    sumber, keyakinan = table.get("sumber", sumber), table.get("keyakinan", keyakinan)
    if "nilai" in table:
        yield Nilai(".".join(path), table["nilai"], sumber, keyakinan)
        return
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _values(value, (*path, key), sumber, keyakinan)
        elif key not in ("sumber", "keyakinan"):
            yield Nilai(".".join((*path, key)), value, sumber, keyakinan)


def _tree(values: tuple[Nilai, ...]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for value in values:
        *above, last = value.path.split(".")
        table = root
        for key in above:
            table = table.setdefault(key, {})
        table[last] = value.value
    return root


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    both = {
        key: _merged(below[key], value) if isinstance(value, Mapping) and isinstance(below.get(key), Mapping) else value
        for key, value in above.items()
    }
    return {**below, **both}


@cache
def named(name: str) -> TataNaskah:
    """The regime of that name as it stands in its file."""
    return TataNaskah.model_validate({"nama": name, **_tree(sourced(name))})


def overlaid(name: str, overlay: Mapping[str, Any]) -> TataNaskah:
    """A regime with an office's own values laid over it.

    Raises:
        KeyError: there is no such regime.
        pydantic.ValidationError: the overlay has an unknown key or a value of another kind.
    """
    own = {key: value for key, value in overlay.items() if key != "dasar"}
    return _overlaid(name, _Overlay(own)) if own else named(name)


class _Overlay:
    """An office's own values as the key of a cache: two that look the same are the same."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values, self._look = values, repr(values)

    def __hash__(self) -> int:
        return hash(self._look)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Overlay) and self._look == other._look


@lru_cache(maxsize=64)
def _overlaid(name: str, own: _Overlay) -> TataNaskah:
    return TataNaskah.model_validate({"nama": name, **_merged(_tree(sourced(name)), own.values)})


def regime(keputusan: Keputusan) -> str:
    """The regime of a decree: the one it names, else its office's, else by its number, else by its date.

    By date it is the one that began last (`berlaku.sejak`); a regime without a known beginning is never chosen so.
    """
    from kpu_docs import nomor

    overlay = keputusan.kantor.tata_naskah if keputusan.kantor else {}
    chosen = keputusan.tata_naskah or overlay.get("dasar")
    if chosen:
        return str(chosen)
    if keputusan.nomor:
        try:
            found = nomor.parse(keputusan.nomor).regim
        except ValueError:
            found = None
        if found:
            return found
    day = keputusan.ditetapkan.pada
    begun = sorted((sejak, name) for name in names() if (sejak := named(name).berlaku.sejak))
    return next((name for sejak, name in reversed(begun) if sejak <= day), begun[0][1]) if day else DEFAULT


def of(keputusan: Keputusan) -> TataNaskah:
    """The format rules for a decree: its regime with its office's overlay."""
    return overlaid(regime(keputusan), keputusan.kantor.tata_naskah if keputusan.kantor else {})
