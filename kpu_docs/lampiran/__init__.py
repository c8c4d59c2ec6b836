"""The annexes of a decree. Each module of this package is one kind of annex: its data, and how they become blocks.

A kind is found by its file: `rencana_kerja.py` is written in the data under the key `rencana_kerja` and holds

- the data class, named after the file: `RencanaKerja`;
- ``compose(data, asal, page) -> tuple[Block, ...]``: its blocks; `asal` is its place in the data, `page` the decree
  with its format rules and a way to read pictures that the data name;
- ``ORIENTASI``: `tegak` or `mendatar`, how its pages lie unless the data say otherwise.

Adding a kind is adding a file. Files whose names begin with `_` are no kinds.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pydantic import create_model, model_validator
from pydantic_core import PydanticCustomError

from kpu_docs.fields import Data, OptionalText, YaTidak

if TYPE_CHECKING:
    from kpu_docs.blocks import Asal, Block
    from kpu_docs.compose.page import Page

Orientasi = Literal["tegak", "mendatar"]


class Kind(NamedTuple):
    """A kind of annex: its data class, how it is composed, and the orientation its pages have unless the data say
    otherwise.
    """

    data: type[Data]
    compose: Callable[[Any, Asal, Page], tuple[Block, ...]]
    orientasi: Orientasi


def _discover() -> dict[str, Kind]:
    found = {}
    for info in pkgutil.iter_modules(__path__):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{__name__}.{info.name}")
        data = getattr(module, info.name.title().replace("_", ""))
        found[info.name] = Kind(data, module.compose, module.ORIENTASI)
    return found


KINDS = _discover()


class _Lampiran(Data):
    """What annexes of every kind have in common. The content stands under the key of its kind."""

    judul: OptionalText = ""
    orientasi: Literal["", "tegak", "mendatar"] = ""
    kertas: Literal["", "F4", "F4-215", "A4", "A3", "Folio"] = ""
    nomor_halaman: Literal["", "lanjut", "mulai_baru"] = ""
    halaman_pertama: Literal["", "bernomor", "polos"] = ""
    tanda_tangan: YaTidak = True

    @model_validator(mode="after")
    def _one_kind(self) -> _Lampiran:
        given = [name for name in KINDS if getattr(self, name) is not None]
        if len(given) != 1:
            raise PydanticCustomError(
                "jenis_lampiran",
                "harus berisi tepat satu jenis lampiran ({jenis})",
                {"jenis": ", ".join(KINDS)},
            )
        return self

    @property
    def jenis(self) -> str:
        """The key of the kind that is given."""
        return next(name for name in KINDS if getattr(self, name) is not None)

    @property
    def isi(self) -> Any:
        """The data of the kind that is given."""
        return getattr(self, self.jenis)


if TYPE_CHECKING:
    Lampiran = _Lampiran
else:
    Lampiran = create_model(
        "Lampiran", __base__=_Lampiran, **{name: (kind.data | None, None) for name, kind in KINDS.items()}
    )
