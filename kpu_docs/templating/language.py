"""The language of the tags: so much of Jinja as a form needs, and nothing by which a template could do anything else.

A template is somebody else's file. Every expression is looked at before any is computed: it names fields that there
are, through a few filters; there are no calls, no assignments, no arithmetic, so nothing grows. The sandbox of Jinja,
strict undefined values and autoescaping stand behind that, and what loops do is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from kpu_docs.complaints import nearest
from kpu_docs.templating.names import BILANGAN, FIELDS, LOOP, SYARAT, TEKS, Shape, known_as
from kpu_docs.templating.sandbox import TEXT_FILTERS, environment

_PRINTED = (TEKS, BILANGAN)
_LIST_FILTERS = ("first", "last", "length", "join")
_FILTERS = (*TEXT_FILTERS, *_LIST_FILTERS)


_PARSER = environment()


class Expressions:
    """Looks at every expression; `named` are the fields that it meets (`satker.nama`, `menimbang`)."""

    def __init__(self) -> None:
        self.named: set[str] = set()
        self._faults: list[tuple[int, str]] = []

    def faults_in(self, source: str) -> list[tuple[int, str]]:
        """What is wrong with the tags of a part: line, message."""
        self._faults = []
        try:
            self._all(_PARSER.parse(source).body, FIELDS)
        except TemplateSyntaxError as error:
            self._faults.append((error.lineno, "tag ini salah tulis; contoh yang benar: {{ nomor }}"))
        except (RecursionError, ValueError):  # a number of 5,000 digits
            self._faults.append((1, "tag ini, atau salah satu sesudahnya, terlalu rumit"))
        return self._faults

    def _all(self, body: Iterable[nodes.Node], scope: Mapping[str, Shape]) -> None:
        for node in body:
            match node:
                case nodes.Output():
                    for part in node.nodes:
                        if not isinstance(part, nodes.TemplateData):
                            self._printed(part, scope)
                case nodes.If():
                    self._shape(node.test, scope)
                    for inner in (node.body, node.elif_, node.else_):
                        self._all(inner, scope)
                case nodes.For():
                    self._loop(node, scope)
                case _:
                    self._fault(node, "perintah ini tidak dapat dipakai di templat")

    def _loop(self, node: nodes.For, scope: Mapping[str, Shape]) -> None:
        shape = self._shape(node.iter, scope)
        if shape is not None and not isinstance(shape, list):
            self._fault(node.iter, f"hanya daftar dapat diulang, ini {known_as(shape)}")
        if node.recursive or not isinstance(node.target, nodes.Name):
            self._fault(node, "perulangan ditulis {% for butir in menimbang %}")
            return
        item = shape[0] if isinstance(shape, list) else None
        inner = {**scope, "loop": LOOP, node.target.name: item if item is not None else {}}
        if node.target.name in FIELDS or node.target.name == "loop":
            self._fault(node.target, f'nama "{node.target.name}" sudah berarti lain; pakai nama lain, misalnya butir')
        if item is not None:
            if node.test is not None:
                self._shape(node.test, {name: known for name, known in inner.items() if name != "loop"})
            self._all(node.body, inner)
        self._all(node.else_, scope)

    def _printed(self, node: nodes.Node, scope: Mapping[str, Shape]) -> None:
        shape = self._shape(node, scope)
        if shape is not None and shape not in _PRINTED:
            self._fault(node, f"ini {known_as(shape)}, bukan satu teks{_advice(node, shape)}")

    def _shape(self, node: nodes.Node, scope: Mapping[str, Shape]) -> Shape | None:
        """The shape of an expression; None where a fault in it has been noted."""
        match node:
            case nodes.Name():
                return self._name(node, scope)
            case nodes.Getattr(attr=name) | nodes.Getitem(arg=nodes.Const(value=str(name))):
                return self._inner(node, str(name), scope)
            case nodes.Getitem(arg=nodes.Const(value=int())):
                shape = self._shape(node.node, scope)
                if isinstance(shape, list):
                    return shape[0]
                return (
                    shape if shape is None else self._fault(node, f"hanya daftar yang bernomor, ini {known_as(shape)}")
                )
            case nodes.Filter():
                return self._filter(node, scope)
            case nodes.CondExpr() if node.expr2 is None:
                return self._fault(node, "tulis juga apa yang dicetak bila tidak: ... if ... else ...")
            case nodes.Const(value=value) if value is not None:
                return TEKS if isinstance(value, str) else SYARAT if isinstance(value, bool) else BILANGAN
            case nodes.Not() | nodes.And() | nodes.Or() | nodes.Compare() | nodes.Concat() | nodes.CondExpr():
                return self._put_together(node, scope)
            case _:
                return self._fault(node, "hanya nama isian dan saringan sederhana yang dapat dipakai di sini")

    def _put_together(self, node: nodes.Node, scope: Mapping[str, Shape]) -> Shape | None:
        """The shape of what is made of other expressions, if these can be put together so."""
        parts = [part.expr if isinstance(part, nodes.Operand) else part for part in node.iter_child_nodes()]
        shapes = [shape for part in parts if (shape := self._shape(part, scope)) is not None]
        if len(shapes) < len(parts):
            return None
        match node:
            case nodes.Compare(ops=operands):
                sized = {one.op for one in operands} - {"eq", "ne"}
                if sized & {"in", "notin"} or (sized and any(shape != BILANGAN for shape in shapes)):
                    return self._fault(node, "hanya bilangan dapat dibandingkan besarnya, dan in tidak dapat dipakai")
                return SYARAT
            case nodes.Not():
                return SYARAT
            case nodes.Concat():
                texts = all(shape in _PRINTED for shape in shapes)
                return TEKS if texts else self._fault(node, "hanya teks dan bilangan dapat disambung dengan ~")
            case nodes.CondExpr():
                shapes = shapes[1:]
                if shapes[0] != shapes[1]:
                    return self._fault(node, "kedua pilihan di sekitar if dan else harus sejenis, misalnya teks")
        return shapes[0] if all(shape == shapes[0] for shape in shapes) else SYARAT

    def _name(self, node: nodes.Name, scope: Mapping[str, Shape]) -> Shape | None:
        if node.name in scope:
            if node.name in FIELDS:
                self.named.add(node.name)
            return scope[node.name]
        return self._unknown(node, node.name, [name for name in scope if name != "loop"])

    def _inner(self, node: Any, name: str, scope: Mapping[str, Shape]) -> Shape | None:
        shape = self._shape(node.node, scope)
        if not isinstance(shape, Mapping):
            return shape if shape is None else self._fault(node, f'"{name}" tidak ada di dalam {known_as(shape)}')
        if name not in shape:
            return self._unknown(node, name, list(shape))
        if isinstance(node.node, nodes.Name) and node.node.name in FIELDS:
            self.named.add(f"{node.node.name}.{name}")
        return shape[name]

    def _filter(self, node: nodes.Filter, scope: Mapping[str, Shape]) -> Shape | None:
        if node.name not in _FILTERS or node.node is None:
            return self._fault(node, f'saringan "{node.name}" tidak dikenal; yang ada: {", ".join(_FILTERS)}')
        shape = self._shape(node.node, scope)
        if shape is None:
            return None
        plain = all(isinstance(one, nodes.Const) and isinstance(one.value, str) for one in node.args)
        if len(node.args) > (node.name == "join") or not plain or node.kwargs or node.dyn_args or node.dyn_kwargs:
            return self._fault(node, f'saringan "{node.name}" ditulis dengan isi yang lain')
        if shape != TEKS if node.name in TEXT_FILTERS else not isinstance(shape, list):
            return self._fault(node, f'saringan "{node.name}" tidak untuk {known_as(shape)}')
        if not isinstance(shape, list):
            return shape
        if node.name == "join" and shape[0] != TEKS:
            return self._fault(node, 'saringan "join" hanya untuk daftar teks')
        return {"length": BILANGAN, "join": TEKS}.get(node.name, shape[0])

    def _unknown(self, node: nodes.Node, name: str, known: Sequence[str]) -> Shape | None:
        near = nearest(name, known)
        hint = f"mungkin maksudnya {near}" if near else f"yang ada: {', '.join(known)}"
        return self._fault(node, f'"{name}" tidak dikenal; {hint}')

    def _fault(self, node: nodes.Node, message: str) -> Shape | None:
        self._faults.append((node.lineno, message))
        return None


def _advice(node: nodes.Node, shape: Shape) -> str:
    name = node.name if isinstance(node, nodes.Name) else ""
    if isinstance(shape, list):
        return f"; ulangi dengan {{%p for butir in {name or '...'} %}}"
    return f"; tulis misalnya {{{{ {name or '...'}.{next(iter(shape))} }}}}" if isinstance(shape, Mapping) else ""
