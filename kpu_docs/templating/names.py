"""What tags may name: the fields with their shapes, and the whole parts.

A shape is `TEKS` (one text), `BILANGAN` (a number), `SYARAT` (true or not), a mapping of names to shapes, or a list
that holds the shape of its items. `kpu_docs.templating.fields` fills exactly these.
"""

from __future__ import annotations

from collections.abc import Mapping

TEKS, BILANGAN, SYARAT = "teks", "bilangan", "syarat"
Shape = str | Mapping[str, "Shape"] | list["Shape"]

_BUTIR: Shape = [{"penanda": TEKS, "isi": TEKS}]

FIELDS: Mapping[str, Shape] = {
    "tanda": TEKS,
    "satker": {"nama": TEKS, "baris": [TEKS], "alamat": [TEKS]},
    "nomor": TEKS,
    "tentang": TEKS,
    "pembentuk": TEKS,
    "menimbang": _BUTIR,
    "mengingat": _BUTIR,
    "memperhatikan": _BUTIR,
    "menetapkan": TEKS,
    "diktum": [{"label": TEKS, "isi": TEKS}],
    "ditetapkan": {"di": TEKS, "pada": TEKS},
    "penanda_tangan": {"jabatan": TEKS, "nama": TEKS},
    "tembusan": _BUTIR,
    "lampiran": [{"nomor": TEKS, "judul": TEKS}],
}
"""The fields by name."""

LOOP: Mapping[str, Shape] = {
    **dict.fromkeys(("index", "index0", "revindex", "length"), BILANGAN),
    **dict.fromkeys(("first", "last"), SYARAT),
}
"""What `loop` knows inside of a loop."""

LAMPIRAN = "lampiran"

PARTS: Mapping[str, tuple[str, ...]] = {
    "pembukaan": ("tanda", "kop", "judul", "pembentuk", "menimbang", "mengingat", "memperhatikan"),
    "kop": ("tanda", "kop"),
    "judul": ("judul",),
    "pembentuk": ("pembentuk",),
    "menimbang": ("menimbang",),
    "mengingat": ("mengingat",),
    "memperhatikan": ("memperhatikan",),
    "diktum": ("memutuskan", "menetapkan", "diktum"),
    "menetapkan": ("memutuskan", "menetapkan"),
    "batang_tubuh": ("diktum",),
    "penutup": ("tanda_tangan", "pengesahan", "tembusan"),
    "tanda_tangan": ("tanda_tangan",),
    "pengesahan": ("pengesahan",),
    "tembusan": ("tembusan",),
    LAMPIRAN: (),
}
"""The whole parts, each by the pieces of the body that it is made of (`kpu_docs.templating.pieces`); annexes are
sections of their own.
"""


def known_as(shape: Shape) -> str:
    """A shape in a clerk's words."""
    if isinstance(shape, str):
        return shape
    return "sebuah daftar" if isinstance(shape, list) else f"beberapa isian ({', '.join(shape)})"
