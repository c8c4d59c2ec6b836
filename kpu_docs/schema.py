"""The JSON Schema of the data, for editors: what `load` reads, short spellings included, explained in Indonesian.

pydantic describes the full shape, `spellings` adds the short ones. The schema is about shape: that a region exists or
that months are in order is for `load` to say. What each key is for stands in `data/penjelasan.toml`.
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from kpu_docs.inputs.xlsx import READERS
from kpu_docs.lampiran import KINDS, Lampiran
from kpu_docs.model import Keputusan
from kpu_docs.spellings import READ, Node, Spellings

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The dialect that editors know best."""

SUPPLIED = {"Keputusan": {"satker"}, "Satker": {"tingkat", "lembaga"}}
"""What a decree need not say itself: `kantor.toml` may name the body, and a region code or PPK supplies its level."""

SHEET: Node = {"type": "string", "pattern": r"(\.[Xx][Ll][Ss][Xx]\s*(#.+)?|^\s*#.+)$"}
"""The name of a sheet, where rows may stand on one: `rencana.xlsx#Rencana`."""


def schema() -> Node:
    """The JSON Schema of the data of a decree, as a new dict."""
    full = Keputusan.model_json_schema(schema_generator=_FullShape)
    return {"$schema": DIALECT, **Spellings(full["$defs"]).expanded(full)}


def text() -> str:
    """The schema as the text of a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


@cache
def explanations() -> dict[str, dict[str, dict[str, str]]]:
    """What each key is for, by the module and the class that has it."""
    found: dict[str, dict[str, dict[str, str]]] = tomllib.loads(
        (files("kpu_docs") / "data" / "penjelasan.toml").read_text(encoding="utf-8")
    )
    return found


def explained(model: type[BaseModel], key: str) -> str:
    """What a key is for; a class says it for those that inherit the key. Empty where none says it."""
    for base in model.__mro__:
        table = explanations().get(base.__module__.rpartition(".")[2], {}).get(base.__name__.lstrip("_"), {})
        if key in table:
            return table[key]
    return ""


class _FullShape(GenerateJsonSchema):
    """pydantic's schema of the full shape; a piece that a function of ours reads first is marked with it.

    A text may be a number, a truth value or null, because YAML makes those of `1.`, `true` and an empty value.
    """

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> Node:
        full = super().function_before_schema(schema)
        return full | {READ: schema["function"]["function"]} if schema["function"]["type"] == "no-info" else full

    def model_schema(self, schema: core_schema.ModelSchema) -> Node:
        model = schema["cls"]
        made = super().model_schema(schema)
        made.pop("description", None)
        made["required"] = [key for key in made.get("required", ()) if key not in SUPPLIED.get(model.__name__, ())]
        for key, node in made.get("properties", {}).items():
            node.pop("title", None)
            whole = {"anyOf": [node, SHEET]} if _on_sheet(model, key) else node
            made["properties"][key] = whole | {"description": explained(model, key)}
        return made

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Node:
        return self.generate_inner(schema["schema"])

    def str_schema(self, schema: core_schema.StringSchema) -> Node:
        return {"type": ["string", "number", "boolean", "null"]}

    def float_schema(self, schema: core_schema.FloatSchema) -> Node:
        return _also_as_text(super().float_schema(schema))

    def int_schema(self, schema: core_schema.IntSchema) -> Node:
        return _also_as_text(super().int_schema(schema))

    def literal_schema(self, schema: core_schema.LiteralSchema) -> Node:
        words = schema["expected"]
        return {"enum": [*words, *(other for word in words for other in _as_yaml_reads(word))]}


def _on_sheet(model: type[BaseModel], key: str) -> bool:
    """Whether what stands under a key may stand on a sheet instead."""
    if model is Lampiran:
        return key in READERS
    return any(kind.data is model and f"{name}.{key}" in READERS for name, kind in KINDS.items())


def _also_as_text(number: Node) -> Node:
    return number | {"type": [number["type"], "string"], "pattern": r"^\s*[+-]?[0-9]+([.][0-9]+)?\s*$"}


def _as_yaml_reads(word: Any) -> tuple[Any, ...]:
    """What else a word may be once YAML has read it: `1.` is a number, nothing is null."""
    if word == "":
        return (None,)
    try:
        return (float(word),)
    except ValueError:
        return ()
