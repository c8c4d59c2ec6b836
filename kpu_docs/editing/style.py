"""Data as lines of YAML in the style of the examples: texts without quotes where they can be, rows in one line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

SPACED = ("menimbang", "mengingat", "memperhatikan", "menetapkan", "diktum", "ditetapkan", "tembusan", "lampiran")
"""Keys of the decree above which a line is left empty."""

_IN_ONE_LINE = ("bulan", "petak", "pihak", "jumlah_dari", "kelompok")
ROWS = "baris"
_PLAIN = re.compile(r"[0-9A-Za-z(\u00c0-\u024f](?:[^\s:#]|[ ](?!#)|:(?=[^\s])|#)*", re.S)
_IN_FLOW = re.compile(r"[^,\[\]{}]*")


def entry(key: str, value: Any, indent: str) -> Iterator[str]:
    """A key with its value."""
    name = scalar(key)
    if value is None:
        return
    if key in _IN_ONE_LINE and not isinstance(value, str) and _is_flat(value):
        yield f"{indent}{name}: {flow_style(value)}"
    elif isinstance(value, str) and "\n" in value:
        yield f"{indent}{name}: |-"
        yield from (f"{indent}  {line}".rstrip() for line in value.split("\n"))
    elif isinstance(value, (Mapping, list, tuple)) and not value:
        yield f"{indent}{name}: {flow_style(value)}"
    elif isinstance(value, Mapping):
        yield f"{indent}{name}:"
        yield from (line for one, part in value.items() for line in entry(one, part, f"{indent}  "))
    elif isinstance(value, (list, tuple)):
        yield f"{indent}{name}:"
        yield from (line for one in value for line in item(one, f"{indent}  ", flow=key == ROWS))
    else:
        yield f"{indent}{name}: {scalar(value)}".rstrip()


def item(value: Any, indent: str, *, flow: bool = False) -> Iterator[str]:
    """An item of a list; rows of a table in one line each."""
    if flow and _is_flat(value):
        yield f"{indent}- {flow_style(value)}"
    elif isinstance(value, str) and "\n" in value:
        yield f"{indent}- |-"
        yield from (f"{indent}  {line}".rstrip() for line in value.split("\n"))
    elif isinstance(value, Mapping):
        lines = [line for one, part in value.items() for line in entry(one, part, f"{indent}  ")]
        yield f"{indent}- {lines[0].lstrip()}"
        yield from lines[1:]
    elif isinstance(value, (list, tuple)):
        yield f"{indent}-"
        yield from (line for one in value for line in item(one, f"{indent}  ", flow=False))
    else:
        yield f"{indent}- {scalar(value)}"


def _is_flat(value: Any) -> bool:
    """Whether a list or mapping holds texts, and mappings of texts, alone."""
    held = value.values() if isinstance(value, Mapping) else value
    return all(isinstance(one, str) or (isinstance(one, Mapping) and _is_flat(one)) for one in held)


def flow_style(value: Any) -> str:
    """A value in one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key, flow=True)}: {flow_style(part)}" for key, part in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(flow_style, value)) + "]"
    return scalar(value, flow=True)


def scalar(value: Any, *, flow: bool = False) -> str:
    """A text without quotes where it is read as it stands, else with them."""
    text = ("ya" if value else "tidak") if isinstance(value, bool) else str("" if value is None else value)
    if "\n" in text or not text.isprintable():
        return json.dumps(text, ensure_ascii=False)
    if text and text == text.strip() and _PLAIN.fullmatch(text) and (not flow or _IN_FLOW.fullmatch(text)):
        return text
    quoted = text.replace("'", "''")
    return f"'{quoted}'"
