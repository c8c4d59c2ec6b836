"""Where in the text of a YAML file an edit is made, and what is written there in the style of what is around it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from kpu_docs.complaints import DataPath
from kpu_docs.editing import style
from kpu_docs.inputs.raw import offsets
from kpu_docs.likeness import words_and_blanks

Node = Any
"""A node as ruamel.yaml composes it; its types do not say how it is spelt."""

_UNPLAIN = re.compile(r":(\s|$)|\s#")
_IN_FLOW = re.compile(r"[,\[\]{}]")
_FIRST = re.compile(r"[0-9A-Za-z(\u00c0-\u024f]")


class UnwritableError(Exception):
    """The text cannot be edited at that path."""

    def __init__(self, path: DataPath) -> None:
        super().__init__(path)
        self.path = path


class Span(NamedTuple):
    """Signs of a text, from the first to before the last, what takes their place, and for which path."""

    start: int
    end: int
    text: str
    path: DataPath


class _Known(NamedTuple):
    """A node of the text, its key, and the node it stands in."""

    node: Node
    key: Node | None
    above: Node | None


class Nodes:
    """The nodes of a text by their paths. `order` is the order of the keys at the top."""

    def __init__(self, text: str, order: Sequence[str] = ()) -> None:
        self.text, self.order = text, order
        self.known: dict[DataPath, _Known] = {}
        waiting: list[tuple[DataPath, _Known]] = [((), _Known(YAML(typ="base").compose(text), None, None))]
        seen: set[int] = set()
        while waiting:
            path, known = waiting.pop()
            if id(known.node) in seen:  # an alias: what it stands for is written elsewhere
                continue
            seen.add(id(known.node))
            self.known[path] = known
            node = known.node
            if isinstance(node, MappingNode):
                waiting += [((*path, key.value), _Known(value, key, node)) for key, value in node.value]
            elif isinstance(node, SequenceNode):
                waiting += [((*path, at), _Known(item, None, node)) for at, item in enumerate(node.value)]

    def put(self, path: DataPath, value: Any, *, whole: bool) -> list[Span]:
        """A value in place of another, of a text only the words that differ unless the `whole` is to be written anew;
        or a key that is new.
        """
        if path not in self.known:
            return [self._new_key(path, value)]
        node = self.known[path].node
        if (
            isinstance(value, str)
            and isinstance(node, ScalarNode)
            and not whole
            and (found := self._words(path, value))
        ):
            return found
        return [self._anew(path, value)]

    def add(self, path: DataPath, value: Any, moved: DataPath | None) -> Span:
        """A new item before that of the path, or behind the last one."""
        above, at = self._of(path[:-1]).node, path[-1]
        if not isinstance(above, SequenceNode) or not isinstance(at, int) or not above.value:
            raise UnwritableError(path)
        if above.flow_style:
            start = above.value[at].start_mark.index if at < len(above.value) else above.value[-1].end_mark.index
            text = style.flow_style(value)
            return Span(start, start, f"{text}, " if at < len(above.value) else f", {text}", path)
        indent = self._indent(self._dash(above.value[0]))
        lines = style.item(value, indent, flow=path[-2:-1] == (style.ROWS,))
        text = self._moved(moved, indent) if moved else "".join(f"{line}\n" for line in lines)
        if at == 0:
            start = self._line(self._dash(above.value[0]))
            return Span(start, start, text, path)
        before = self._after(above.value[at - 1])
        spaced = at < len(above.value) and self.text[before : self._dash(above.value[at])].startswith(("\n", "\r\n"))
        return Span(before, before, self._on_its_line(before, f"\n{text}" if spaced else text), path)

    def cut(self, path: DataPath) -> Span:
        """The lines of an item or a key, or its signs within a line."""
        node, key, above = self._of(path)
        if above is None or len(above.value) == 1:
            raise UnwritableError(path)
        at = next(n for n, one in enumerate(above.value) if (one[1] if key else one) is node)
        if above.flow_style:
            firsts = [(one[0] if key else one).start_mark.index for one in above.value]
            ends = [self._end(one[1] if key else one) for one in above.value]
            start, end = (firsts[at], firsts[at + 1]) if at + 1 < len(firsts) else (ends[at - 1], ends[at])
            return Span(start, end, "", path)
        first = key.start_mark.index if key else self._dash(node)
        start = self._line(first)
        if self.text[start:first].strip():  # the first key of an item: its dash stays
            if key is None or at + 1 == len(above.value):
                raise UnwritableError(path)
            return Span(first, above.value[at + 1][0].start_mark.index, "", path)
        return Span(start, self._after(node), "", path)

    def _of(self, path: DataPath) -> _Known:
        if path not in self.known:
            raise UnwritableError(path)
        return self.known[path]

    def _new_key(self, path: DataPath, value: Any) -> Span:
        above, key = self._of(path[:-1]).node, str(path[-1])
        if not isinstance(above, MappingNode) or not above.value:
            raise UnwritableError(path)
        if above.flow_style:
            start = self._end(above.value[-1][1])
            return Span(start, start, f", {style.scalar(key, flow=True)}: {style.flow_style(value)}", path)
        earlier = self.order[: self.order.index(key)] if len(path) == 1 and key in self.order else None
        behind = above.value[-1][1]
        if earlier is not None:
            behind = next((one for name, one in reversed(above.value) if name.value in earlier), behind)
        start = self._after(behind)
        indent = " " * above.value[0][0].start_mark.column
        text = "".join(f"{line}\n" for line in style.entry(key, value, indent))
        spaced = len(path) == 1 and key in style.SPACED
        return Span(start, start, self._on_its_line(start, f"\n{text}" if spaced else text), path)

    def _words(self, path: DataPath, new: str) -> list[Span] | None:
        """The words of a text that differ, each in its place; None where the text must be written anew."""
        node = self.known[path].node
        old = node.value
        known = offsets(self.text, node.start_mark.index, old) if old else None
        if known is None or not new or self._needs_quotes(path, new):
            return None
        before, after = words_and_blanks(old), words_and_blanks(new)
        starts = [0]
        for piece in before:
            starts.append(starts[-1] + len(piece))
        found = []
        for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if tag != "equal":
                text = "".join(after[c:d])
                if "\n" in text:
                    return None
                found.append(Span(known[starts[a]], known[starts[b]], _spelt(text, node.style), path))
        return found

    def _needs_quotes(self, path: DataPath, new: str) -> bool:
        """Whether a text that stands there without quotes cannot do so with these words."""
        node, _, above = self.known[path]
        if node.style:
            return False
        in_flow = above is not None and bool(above.flow_style) and bool(_IN_FLOW.search(new))
        return bool(_UNPLAIN.search(new)) or in_flow or (new[0] != node.value[0] and not _FIRST.match(new))

    def _anew(self, path: DataPath, value: Any) -> Span:
        """All of a value, written anew."""
        node, key, above = self.known[path]
        if above is None:
            raise UnwritableError(path)
        start, end = node.start_mark.index, self._end(node)
        if above.flow_style:
            return Span(start, end, style.flow_style(value), path)
        if key is not None:
            indent = " " * key.start_mark.column
            text = "\n".join(style.entry(key.value, value, indent)).removeprefix(indent)
            return Span(key.start_mark.index, end, text, path)
        dash = self._dash(node)
        indent = self._indent(dash)
        return Span(
            dash,
            end,
            "\n".join(style.item(value, indent, flow=path[-2:-1] == (style.ROWS,))).removeprefix(indent),
            path,
        )

    def _moved(self, path: DataPath, indent: str) -> str:
        """The lines of an item as they stand."""
        node = self._of(path).node
        dash = self._dash(node)
        if self._indent(dash) != indent:
            raise UnwritableError(path)
        text = self.text[self._line(dash) : self._after(node)]
        return text if text.endswith("\n") else f"{text}\n"

    def _end(self, node: Node) -> int:
        """Where the signs of a node end, without the empty lines and comments below it."""
        if isinstance(node, ScalarNode) or node.flow_style or not node.value:
            start, end = int(node.start_mark.index), int(node.end_mark.index)
            return start + len(self.text[start:end].rstrip()) if getattr(node, "style", "") in ("|", ">") else end
        last = node.value[-1]
        return self._end(last[1] if isinstance(last, tuple) else last)

    def _after(self, node: Node) -> int:
        """Where the line begins that follows a node, or the text ends."""
        end = self.text.find("\n", self._end(node))
        return len(self.text) if end < 0 else end + 1

    def _on_its_line(self, start: int, text: str) -> str:
        """Lines to be put there, after a line that may lack its end."""
        return text if start == 0 or self.text[start - 1] == "\n" else f"\n{text}"

    def _dash(self, item: Node) -> int:
        return self.text.rindex("-", 0, item.start_mark.index)

    def _line(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def _indent(self, dash: int) -> str:
        """The blanks before a dash; it must be the first sign of its line."""
        indent = self.text[self._line(dash) : dash]
        if indent.strip():
            raise UnwritableError(())
        return indent


def _spelt(text: str, quotes: str | None) -> str:
    """Words as they are spelt between such quotes."""
    if quotes == "'":
        return text.replace("'", "''")
    return json.dumps(text, ensure_ascii=False)[1:-1] if quotes == '"' else text
