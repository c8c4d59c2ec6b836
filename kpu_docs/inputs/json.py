"""JSON, its numbers kept as the text they are."""

from __future__ import annotations

import json
import re
from bisect import bisect
from collections.abc import Iterator
from typing import Any

from kpu_docs.complaints import Complaint, InputError, shown
from kpu_docs.inputs.places import Place, Position, repeated

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)

_MESSAGES = (
    ("Expecting value", "isi belum ditulis, atau teks belum diapit tanda kutip ganda"),
    ("Expecting property name", "kunci harus diapit tanda kutip ganda; hapus koma yang berlebih bila ada"),
    ("Expecting ',' delimiter", "tanda koma kurang di sini"),
    ("Expecting ':' delimiter", "titik dua kurang di sini"),
    ("trailing comma", "hapus koma ini; sesudah butir terakhir tidak ada koma"),
    ("Extra data", "masih ada teks sesudah akhir data"),
    ("Unterminated string", "tanda kutip yang dibuka di sini belum ditutup"),
    (
        "Invalid control character",
        "tanda kutip belum ditutup di baris ini; tab dan baris baru di dalam teks ditulis \\t dan \\n",
    ),
    ("escape", "tanda \\ di dalam teks ditulis dua kali (\\\\)"),
)
_FALLBACK = "tidak terbaca sebagai JSON; periksa koma, titik dua, dan tanda kutip di sekitar sini"


def read(text: str) -> Any:
    """The data of a text; numbers are strings.

    Raises:
        InputError: it is no JSON, repeats a key, or is nested too deep.
    """
    twice = False

    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal twice
        found = dict(pairs)
        twice = twice or len(found) != len(pairs)
        return found

    try:
        data = json.loads(text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=mapping)
    except json.JSONDecodeError as error:
        message = next((ours for words, ours in _MESSAGES if words in error.msg), _FALLBACK)
        line = text.split("\n")[error.lineno - 1]
        raise InputError(Complaint((), message, shown(line), line=error.lineno, column=error.colno)) from None
    except RecursionError:
        raise InputError(Complaint((), "tersarang terlalu dalam")) from None
    if twice:
        raise InputError(*repeated(places(text)))
    return data


def places(text: str) -> Iterator[Place]:
    """Every piece of a text that `read` accepts, in its order."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    path: list[str | int] = []
    outer: list[str] = []
    key: Position | None = None
    for token in _TOKEN.finditer(text):
        sign, line = token[0], bisect(starts, token.start())
        here = line, token.start() - starts[line - 1] + 1
        if sign in ("}", "]"):
            outer.pop()
            path.pop()
        elif sign in (",", ":"):
            path[-1] = path[-1] + 1 if isinstance(path[-1], int) and sign == "," else path[-1]
        elif outer and outer[-1] == "{" and key is None:
            key, path[-1] = here, json.loads(sign)
        else:
            yield Place(tuple(path), key or here, here if sign not in ("{", "[", '""') else key or here)
            if sign in ("{", "["):
                outer.append(sign)
                path.append(0 if sign == "[" else "")
            key = None
