"""Which keys of the schema a decree makes use of: so that tests can say that together they use all."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from tests.test_schema import models

Key = tuple[str, str]
"""A class of the data by its full name, and one of its keys."""


def every_key() -> set[Key]:
    """The keys there are."""
    return {(name, key) for name, model in models().items() for key in model.model_fields}


def keys(node: Any) -> set[Key]:
    """The keys under which some data say something."""
    found: set[Key] = set()
    if isinstance(node, BaseModel):
        for key in node.model_fields_set:
            part = getattr(node, key)
            if part not in (None, "", (), {}):
                found |= {(f"{type(node).__module__}.{type(node).__name__}", key)} | keys(part)
    elif isinstance(node, tuple | dict):
        for part in node.values() if isinstance(node, dict) else node:
            found |= keys(part)
    return found
