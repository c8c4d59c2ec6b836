"""The files of a decree that was read, in the order and the style of the examples: keputusan.yaml and kantor.toml."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from kpu_docs.editing.style import SPACED, entry


def keputusan_yaml(data: Mapping[str, Any], heading: str, *, with_office: bool = False) -> str:
    """The data of a decree as YAML, below a comment of one line; the office is left to its own file unless wanted."""
    found = [f"# {heading}"]
    for key, value in data.items():
        if key == "kantor" and not with_office:
            continue
        if key in SPACED:
            found.append("")
        found += entry(key, value, "")
    return "\n".join(found) + "\n"


def kantor_toml(kantor: Mapping[str, Any], heading: str) -> str:
    """An office as TOML: its body, place, people, and what it prints its own way."""
    found = [f"# {heading}"]
    tables = {key: part for key, part in kantor.items() if isinstance(part, Mapping)}
    found += (f"{key} = {_value(part)}" for key, part in kantor.items() if isinstance(part, str))
    if "satker" in tables:
        found += ["", "[satker]", *(f"{key} = {_value(part)}" for key, part in tables["satker"].items())]
    for person in kantor.get("pejabat", ()):
        found += ["", "[[pejabat]]", *(f"{key} = {_value(part)}" for key, part in person.items())]
    for group, values in tables.get("tata_naskah", {}).items():
        found += ["", f"[tata_naskah.{group}]", *(f"{key} = {_value(part)}" for key, part in values.items())]
    return "\n".join(found) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
