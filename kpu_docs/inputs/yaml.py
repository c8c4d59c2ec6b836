"""YAML as a clerk writes it: every value stays the text it is (`010`, `12.10`), and what YAML would lose is noticed.

`yaml_faults`, which explains what is wrong, is loaded when something is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kpu_docs.complaints import Complaint, DataPath, InputError, shown
from kpu_docs.inputs.places import Place, Position, repeated
from kpu_docs.inputs.yaml_guard import refuse_hostile

_CUT = (
    "teks terpotong: tanda # sesudah spasi terbaca sebagai awal komentar; bila bagian dari teks, "
    "apit seluruh teks dengan tanda kutip tunggal ('...')"
)

_SIGN = re.compile(r"[ \t]#")
_MAYBE_LOST = re.compile(r"(?:^|[\s\[{,])[!&]\S")


def read(text: str) -> Any:
    """The data of a text; all values are strings.

    Raises:
        InputError: it is no YAML, repeats a key, or is built to exhaust the memory or the stack.
    """
    try:
        refuse_hostile(text)
        data = YAML(typ="base").load(text)
        if _MAYBE_LOST.search(text):
            _refuse_lost_words(text)
        return data
    except DuplicateKeyError:
        raise InputError(*repeated(places(text))) from None
    except YAMLError as error:
        from kpu_docs.inputs.yaml_faults import explain

        raise InputError(explain(error, text)) from None
    except TypeError:
        # ruamel.yaml lets Python fail at a key such as `? - a: b`.
        raise InputError(*_odd_keys(text)) from None


def places(text: str) -> Iterator[Place]:
    """Every piece of a text that `read` accepts, in its order."""
    for path, key, node in _nodes(text):
        place = _position(key or node)
        yield Place(path, place, _position(node) if isinstance(node, ScalarNode) and node.value else place)


def notes(text: str) -> tuple[Complaint, ...]:
    """Doubts about a text that `read` accepts: words cut off at a `#`, as in `Rapat ke #2`."""
    if not any(_follows_text(text, sign.start()) for sign in _SIGN.finditer(text)):
        return ()
    from kpu_docs.inputs.yaml_faults import lines_of

    lines = lines_of(text)
    found = []
    for path, _, node in _nodes(text):
        if not isinstance(node, ScalarNode) or node.style or node.end_mark.line >= len(lines):
            continue
        line = lines[node.end_mark.line]
        comment = line[node.end_mark.column :].strip()
        if _belongs_to(node.value, comment):
            column = line.index("#", node.end_mark.column) + 1
            found.append(Complaint(path, _CUT, shown(comment), line=node.end_mark.line + 1, column=column))
    return tuple(found)


def _follows_text(text: str, position: int) -> bool:
    """Whether something other than a comment or a key stands before that position of its line."""
    before = text[text.rfind("\n", 0, position) + 1 : position].strip()
    return bool(before) and not before.startswith("#") and before[-1] not in ":-"


def _belongs_to(text: str, comment: str) -> bool:
    """Whether a comment looks like the end of the text before it: no space after `#`, or several words before."""
    if not text or not comment.startswith("#"):
        return False
    return len(text.split()) > 1 or re.match(r"#+[^#\s]", comment) is not None


def _nodes(text: str) -> Iterator[tuple[DataPath, Node | None, Node]]:
    """Every node with its path and the node of its key, in the order of the text."""
    root = YAML(typ="base").compose(text)
    waiting: list[tuple[DataPath, Node | None, Node]] = [((), None, root)] if root else []
    while waiting:
        path, key, node = waiting.pop()
        yield path, key, node
        waiting.extend(reversed(_children(path, node)))


def _odd_keys(text: str) -> Iterator[Complaint]:
    for path, _, node in _nodes(text):
        for key, _value in node.value if isinstance(node, MappingNode) else ():
            if not isinstance(key, ScalarNode):
                line, column = _position(key)
                yield Complaint(path, "kunci harus berupa teks", line=line, column=column)


def _children(path: DataPath, node: Node) -> list[tuple[DataPath, Node | None, Node]]:
    if isinstance(node, MappingNode):
        return [((*path, key.value), key, value) for key, value in node.value if isinstance(key, ScalarNode)]
    if isinstance(node, SequenceNode):
        return [((*path, at), None, value) for at, value in enumerate(node.value)]
    return []


def _position(node: Node) -> Position:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _refuse_lost_words(text: str) -> None:
    """A plain text that begins with `!word` or `&word` would be printed without that word."""
    from kpu_docs.inputs.yaml_faults import first_sign, lines_of

    lines = [*lines_of(text), ""]
    found = []
    for path, key, value in _nodes(text):
        for node in (key, value) if key else (value,):
            line, column = _position(node)
            rest = lines[line - 1][column - 1 :]
            anchored = re.match(r"&(\S+)", rest)
            if rest.startswith("!") or (anchored and f"*{anchored[1]}" not in text):
                found.append(Complaint(path, first_sign(rest), shown(rest), line=line, column=column))
    if found:
        raise InputError(*found)
