"""The short spellings of the data, found by asking the functions that read them.

The `BeforeValidator` functions and the `model_validator(mode="before")` of the model turn every short spelling into
the full shape. Each is given a text, a list, a mapping; where the pieces come out in the full shape says what may be
written there. So a new kind of annex brings its spellings along, and the schema says what the model reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Node = dict[str, Any]
Path = tuple[str | int, ...]
Reader = Callable[[Any], Any]

READ = "x-read"
"""The key under which a node of the schema holds the function that reads its data first."""

TEXT: Node = {"type": ["string", "number", "boolean"]}
"""A text as YAML reads it: `1.` is a number, `true` a truth value."""

NAME, VALUE = "\0nama", "\0isi"
"""Texts that no reader knows, to be found again in what it makes of them."""

REFUSED = object()


class Spellings:
    """Adds the short spellings to a JSON Schema whose nodes are marked with their readers."""

    def __init__(self, definitions: Node) -> None:
        self.definitions = definitions

    def expanded(self, node: Any) -> Any:
        """A node with the short spellings of everything in it."""
        if isinstance(node, list):
            return [self.expanded(item) for item in node]
        if not isinstance(node, dict):
            return node
        full = {key: self.expanded(value) for key, value in node.items() if key != READ}
        forms = [full]
        for form in self._short(node[READ], node) if READ in node else ():
            form = self.expanded(form)
            if form not in forms:
                forms.append(form)
        if len(forms) == 1:
            return full
        outside = {key: full.pop(key) for key in ("description", "$defs") if key in full}
        return {**outside, "anyOf": forms}

    def _short(self, read: Reader, full: Node) -> Iterator[Node]:
        if _replaced(read, "") and not full.get("minItems"):
            yield {"enum": ["", None]}
        if _replaced(read, True):
            yield {"type": "boolean"}
        yield from self._text(read, full)
        yield from self._mapping(read, full)
        if "properties" in full:
            yield from self._parts(read, full)
        yield from self._list(read, full)

    def _text(self, read: Reader, full: Node) -> Iterator[Node]:
        """A text: the text of the full shape that it becomes; any, where texts are looked up or taken apart."""
        found = _asked(read, VALUE)
        path = _where(VALUE, found)
        if path is None:
            yield TEXT
        elif path:
            yield _only([*TEXT["type"], "null"], self._at(full, path))

    def _mapping(self, read: Reader, full: Node) -> Iterator[Node]:
        """A mapping that stands for a list of one, or one whose keys are names (`Ketua: Nama`)."""
        known = next(iter(self._keys(full)), NAME)
        for key in (known, NAME):
            found = _asked(read, {key: VALUE})
            path = _where({key: VALUE}, found)
            if path:
                yield _only("object", self._at(full, path))
            elif path is None and _where(key, found) and (text := _where(VALUE, found)):
                yield _names(self._at(full, text))

    def _parts(self, read: Reader, full: Node) -> Iterator[Node]:
        """A mapping that names directly what the full shape has in a part of it."""
        own = full["properties"]
        inner = [key for part in own.values() for key in self._keys(part)]
        places = {key: _where(VALUE, _asked(read, {key: VALUE})) or () for key in dict.fromkeys((*own, *inner))}
        moved = {key: path for key, path in places.items() if len(path) > 1}
        if moved:
            parts = {path[0] for path in moved.values()}
            kept = {key: node for key, node in own.items() if key not in parts}
            yield {
                "type": "object",
                "properties": kept | {key: self._at(full, path) for key, path in moved.items()},
                "required": [key for key in full.get("required", ()) if key not in parts],
                "additionalProperties": False,
            }

    def _list(self, read: Reader, full: Node) -> Iterator[Node]:
        """A list that is a part of the full shape, or one whose items are short spellings."""
        items: list[Node] = []
        for item in (VALUE, {NAME: VALUE}):
            found = _asked(read, [item])
            path, one, text = (_where(piece, found) for piece in ([item], item, VALUE))
            if path:
                yield _only("array", self._at(full, path))
            elif path is None and one:
                items.append(self._at(full, one))
            elif path is None and text:
                items.append(self._named(read, self._at(full, text)))
        if items:
            yield {"type": "array", "items": {"anyOf": [self._at(full, (0,)), *items]}}

    def _named(self, read: Reader, text: Node) -> Node:
        """An item of a list that is a mapping whose keys are names: of one, unless two are read as well."""
        two = {NAME: VALUE, VALUE: NAME}
        only_one = _where(two, _asked(read, [two])) is not None
        return _names(text) | ({"minProperties": 1, "maxProperties": 1} if only_one else {})

    def _keys(self, node: Node) -> list[str]:
        """The keys of the mappings that a list, or a mapping, consists of."""
        each = (one for option in self._options(node) for one in self._options(option.get("items", option)))
        return [key for one in each for key in one.get("properties", ())]

    def _at(self, node: Node, path: Path) -> Node:
        """The node that describes what lies at a path of the data; anything may lie where it describes nothing."""
        for step in path:
            node = next((child for option in self._options(node) if (child := _child(option, step)) is not None), {})
        return node

    def _options(self, node: Node) -> Iterator[Node]:
        """What a node may be, references followed."""
        if "$ref" in node:
            yield from self._options(self.definitions[node["$ref"].rpartition("/")[2]])
        for option in node.get("anyOf", ()):
            yield from self._options(option)
        yield node


def _child(node: Node, step: str | int) -> Node | None:
    named: Node | None = node.get("items") if isinstance(step, int) else node.get("properties", {}).get(step)
    others = node.get("additionalProperties")
    return named if named is not None or not isinstance(others, dict) else others


def _only(kind: str | list[str], node: Node) -> Node:
    """A node without its own short spellings of other kinds: its reader comes after the one that was asked."""
    return {"allOf": [{"type": kind}, node]} if READ in node else node


def _names(text: Node) -> Node:
    """A mapping whose keys are names, not words of ours."""
    return {"type": "object", "additionalProperties": text}


def _asked(read: Reader, value: Any) -> Any:
    try:
        return read(value)
    except ValueError:  # also a PydanticCustomError
        return REFUSED


def _replaced(read: Reader, value: Any) -> bool:
    """Whether something else is read in place of a value."""
    found = _asked(read, value)
    return found is not REFUSED and _where(value, found) is None


def _where(piece: Any, found: Any) -> Path | None:
    """The path at which a piece came out again, () where it is all there is; None where it did not."""
    if found == piece or (isinstance(piece, list) and found == tuple(piece)):
        return ()
    steps = found.items() if isinstance(found, dict) else enumerate(found) if isinstance(found, (list, tuple)) else ()
    for step, part in steps:
        below = _where(piece, part)
        if below is not None:
            return (step, *below)
    return None
