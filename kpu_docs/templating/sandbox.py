"""Where the tags of a template are computed: Jinja's sandbox, with what loops do and texts grow to counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from jinja2 import StrictUndefined, Template, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

TEXT_FILTERS = ("upper", "lower")

STEPS = 100_000
"""How often the loops of one part may go round, all together."""

SIGNS = 10_000_000
"""Signs that the text of one part may grow to."""

RUN = "_isian"
"""The name under which a rendering finds what belongs to it alone; no tag can name it."""

_COUNTED = "_terhitung"


class TooMuch(Exception):
    """A template goes round too often, or grows too large; the message says which."""


class Run:
    """What belongs to one rendering of one part: the values it has put in, and how much it has done."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self.steps = self.signs = 0

    def step(self) -> None:
        """Go round a loop once more."""
        self.steps += 1
        if self.steps > STEPS:
            raise TooMuch(f"perulangan lebih dari {STEPS} kali; kurangi perulangan di dalam perulangan")

    def grow(self, signs: int) -> None:
        """Make the text longer."""
        self.signs += signs
        if self.signs > SIGNS:
            raise TooMuch(f"hasilnya lebih dari {SIGNS // 1_000_000} juta huruf")


@pass_context
def _token(context: Context, value: Any) -> Markup:
    """What a field becomes: the number of its value, so that no Jinja and no docxtpl ever reads the data."""
    run: Run = context[RUN]
    run.grow(len(str(value)))
    run.values.append(value)
    return Markup(f"\ue000{len(run.values) - 1}\ue001")


@pass_context
def _counted(context: Context, items: Iterable[Any]) -> Iterator[Any]:
    run: Run = context[RUN]
    for item in items:
        run.step()
        yield item


def _joined(items: Sequence[str], between: str = "") -> str:
    return between.join(items)


def _of_text(name: str) -> Any:
    # The method of the value itself: a text of the data keeps its italics in capitals.
    return lambda value: getattr(value, name)()


def environment() -> ImmutableSandboxedEnvironment:
    """The sandbox in which tags are computed."""
    made = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_token)
    made.globals.clear()
    made.tests.clear()
    known = {name: made.filters[name] for name in ("first", "last", "length")}
    changed = {name: _of_text(name) for name in TEXT_FILTERS}
    made.filters = {**known, **changed, "join": _joined, _COUNTED: _counted}
    return made


def compiled(source: str, sandbox: ImmutableSandboxedEnvironment) -> Template:
    """A part ready to be filled, its loops counted; its expressions have been looked at before."""
    tree = sandbox.parse(source)
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.iter.lineno)
    return sandbox.from_string(tree)
