"""What is wrong with an input, said to a clerk: in Indonesian, with the place and what to do.

Nothing here knows a file format; `kpu_docs.inputs` finds the places.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, get_args

DataPath = tuple[str | int, ...]
"""A path in the data: keys, and positions in lists from 0."""

SHOWN = 60
"""How many letters of an offending value or key are repeated in a complaint."""


LONGEST = 24
"""How many steps of a path are printed."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that is wrong, and where. Lines and columns count from 1, `path` counts as Python does.

    Printed as ``FILE:LINE:COL: PATH: message (tertulis: VALUE)`` without what is unknown; a printed path counts as a
    clerk does: ``diktum[1]`` is KESATU. What stands on a sheet is printed as ``FILE: Lembar "NAME", sel F12: message``.
    """

    path: DataPath
    message: str
    value: str | None = None
    file: str = ""
    line: int | None = None
    column: int | None = None
    lembar: str = ""
    sel: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        cell = f"sel {self.sel}" if self.sel else ""
        on_sheet = ", ".join(part for part in (f'Lembar "{self.lembar}"' if self.lembar else "", cell) if part)
        path = "" if self.lembar else spelt(self.path)
        written = f" (tertulis: {self.value})" if self.value else ""
        return ": ".join(part for part in (place, on_sheet, path, f"{self.message}{written}") if part)


class InputError(ValueError):
    """The input cannot be understood. All complaints at once, one a line."""

    def __init__(self, *complaints: Complaint) -> None:
        super().__init__(*complaints)

    @property
    def complaints(self) -> tuple[Complaint, ...]:
        """What is wrong, in the order of the file."""
        return self.args

    def __str__(self) -> str:
        return "\n".join(str(complaint) for complaint in self.complaints)


class Unprintable(Exception):
    """A writer cannot print some of the data. `faults`: path of each place, what is wrong there, the text or sign."""

    def __init__(self, faults: Sequence[tuple[DataPath, str, Any]]) -> None:
        super().__init__(faults)
        self.faults = tuple(faults)


def spelt(path: DataPath) -> str:
    """A path as it is printed, its positions counted from 1: ``("diktum", 0, "teks")`` is ``diktum[1].teks``.

    Of one that is longer than any sensible one the middle is left out.
    """
    text = ""
    for step in path if len(path) <= LONGEST else (*path[: LONGEST // 2], "…", *path[-LONGEST // 2 :]):
        text += f"[{step + 1}]" if isinstance(step, int) else f"{'.' if text else ''}{shown(step) or repr(step)}"
    return text


def shown(value: Any) -> str | None:
    """An offending value as one short line; None where there is nothing to repeat (a list, an empty text)."""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, (str, int, float, date)):
        return None
    # Far more is cut off than is ever shown, so that a text of megabytes costs nothing.
    text = " ".join(str(value)[: 4 * SHOWN].split()) if isinstance(value, str) else str(value)
    text = "".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in text)
    return (f"{text[: SHOWN - 1]}…" if len(text) > SHOWN else text) or None


def nearest(name: Any, known: Sequence[str]) -> str | None:
    """The known word that `name` begins or is most like, if there is one."""
    word = str(name).strip().lower()
    begun = [other for other in known if word and other.startswith(word)]
    close = begun if len(begun) == 1 else get_close_matches(word, known, n=1, cutoff=0.6)
    return close[0] if close else None


def unwritable(error: OSError) -> str:
    """What keeps a file from being written, and what to do."""
    reasons = {
        errno.ENOENT: "folder ini tidak ada",
        errno.EEXIST: "nama ini sudah dipakai sebuah berkas, bukan folder",
        errno.ENOTDIR: "salah satu bagian nama ini berkas, bukan folder",
        errno.EISDIR: "nama ini sudah dipakai sebuah folder",
        errno.ENOSPC: "penyimpanan penuh",
        errno.EDQUOT: "jatah penyimpanan habis",
        errno.EFBIG: "lebih besar daripada yang boleh disimpan di sini",
        errno.EIO: "penyimpanan ini bermasalah",
        errno.EROFS: "penyimpanan ini hanya dapat dibaca",
        errno.ENAMETOOLONG: "nama terlalu panjang",
    }
    if isinstance(error, PermissionError):
        reason = "tutup berkas ini di Word (atau program lain), atau periksa izin foldernya, lalu ulangi"
    else:
        reason = reasons.get(error.errno or 0, error.strerror or "sebab tidak diketahui")
    return f"{error.filename or 'berkas'}: tidak dapat ditulis: {reason}"


UNKNOWN_KEY = "kunci tidak dikenal"
COLON = (
    "seharusnya teks, tetapi terbaca sebagai kunci dan isi, karena teks ini memuat titik dua yang diikuti spasi; "
    "apit seluruh teks dengan tanda kutip tunggal ('...')"
)
_LIST = "harus berupa daftar: setiap butir di baris sendiri dan diawali tanda -"
_PAIRS = "harus berupa kunci dan isi (kunci: isi)"
_NUMBER = "harus bilangan; desimal ditulis dengan titik, misalnya 2.5"
_WHOLE = "harus bilangan bulat, misalnya 3"
DEEP = "tersarang terlalu dalam"
"""Said of data that no writer can follow: no traceback for them either."""

MESSAGES: Mapping[str, str] = {
    "missing": "wajib ada, tetapi belum ditulis",
    "extra_forbidden": UNKNOWN_KEY,
    "invalid_key": "kunci harus berupa teks",
    "string_type": "harus teks",
    "string_unicode": "memuat tanda yang rusak (bukan Unicode); ketik ulang teks ini",
    "string_pattern_mismatch": "tidak sesuai pola {pattern}",
    "string_too_short": "paling sedikit {min_length} huruf",
    "string_too_long": "paling banyak {max_length} huruf",
    "literal_error": "harus salah satu dari: {expected}",
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_from_float": _WHOLE,
    "greater_than": "harus lebih besar daripada {gt}",
    "greater_than_equal": "paling kecil {ge}",
    "less_than": "harus lebih kecil daripada {lt}",
    "less_than_equal": "paling besar {le}",
    "tuple_type": _LIST,
    "list_type": _LIST,
    "iterable_type": _LIST,
    "too_short": "harus berisi paling sedikit {min_length} butir",
    "too_long": "harus berisi paling banyak {max_length} butir",
    "dict_type": _PAIRS,
    "mapping_type": _PAIRS,
    "model_type": _PAIRS,
    "model_attributes_type": _PAIRS,
    "recursion_loop": DEEP,
    "recursion_depth_exceeded": DEEP,
}
"""What is said for each type of fault that pydantic itself finds; our own types carry their words with them."""

FALLBACK = "isinya tidak sesuai dengan yang diminta di sini"


def in_indonesian(fault: Any) -> str:
    """The message of one pydantic fault (an item of ``ValidationError.errors()``)."""
    kind, value, context = fault["type"], fault.get("input"), fault.get("ctx", {})
    if kind == "literal_error":
        return _one_of(context["expected"], value)
    if kind == "string_type" and isinstance(value, Mapping):
        return COLON
    if kind in MESSAGES:
        empty = kind.endswith("_type") and (value is None or value == "")
        return "belum diisi; isi, atau hapus kunci ini" if empty else MESSAGES[kind].format_map(context)
    return FALLBACK if _of_pydantic(kind) else str(fault["msg"])


def _one_of(expected: str, value: Any) -> str:
    choices = [choice for choice in re.findall(r"'([^']*)'", expected) if choice]
    message = f"harus {choices[0]}" if len(choices) == 1 else f"harus salah satu dari: {', '.join(choices)}"
    near = nearest(value, choices) if isinstance(value, str) else None
    return f"{message}; mungkin maksudnya {near}" if near and len(choices) > 1 else message


def _of_pydantic(kind: str) -> bool:
    from pydantic_core.core_schema import ErrorType

    return kind in get_args(ErrorType)
