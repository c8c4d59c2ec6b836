"""What a Word file holds that is no text: pictures and other drawings, each told with its place, and equations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kpu_docs.reading.paper import words
from kpu_docs.wordfile import walking
from kpu_docs.wordfile.equations import EQUATION, linear
from kpu_docs.wordfile.names import DOCUMENT, A, w
from kpu_docs.wordfile.package import Element

_DRAWN = {w(name) for name in ("drawing", "pict", "object")}
_FEW = 8
"""Words of a paragraph that say which it is."""


def told(trees: Mapping[str, Element]) -> Iterator[str]:
    """What is to be said of the drawings and equations in the parts of a file."""
    for name, tree in sorted(trees.items(), key=lambda part: part[0] != DOCUMENT):
        if name == DOCUMENT or name.startswith(("word/header", "word/footer")):
            yield from _in_part(tree, "" if name == DOCUMENT else "di kepala atau kaki halaman")


def _in_part(tree: Element, margin: str) -> Iterator[str]:
    before = ""
    for paragraph in tree.iter(walking.P):
        text = words("".join(text for text, _ in walking.texts(paragraph)))
        for equation in paragraph.iter(EQUATION):
            yield f'rumus dibaca sebagai teks, periksa: "{linear(equation)}"'
        own = [node for node in paragraph.iter(*_DRAWN) if next(node.iterancestors(walking.P)) is paragraph]
        for node in own:
            if not _is_left_out(node):
                yield f"{_called(node)} tidak diambil ({margin or _place(text, before)}); sebutkan lagi bila perlu"
        before = text or before


def _is_left_out(node: Element) -> bool:
    """Whether a drawing is a frame, whose text is read, or is not shown."""
    holds_text = any(True for _ in node.iter(walking.BOX))
    return holds_text or any(above.tag in walking.LEFT_OUT or above.tag in _DRAWN for above in node.iterancestors())


def _called(node: Element) -> str:
    described = (one.get("descr") or one.get("title") or "" for one in node.iter() if str(one.tag).endswith("}docPr"))
    text = " ".join(next(filter(None, described), "").split())
    kind = "gambar" if _is_picture(node) else "bentuk, diagram, atau objek"
    return f'{kind} "{text}"' if text else kind


def _is_picture(node: Element) -> bool:
    return any(one.tag == f"{{{A}}}blip" or str(one.tag).endswith("}imagedata") for one in node.iter())


def _place(text: str, before: str) -> str:
    if text:
        return f'pada paragraf "{_short(text)}"'
    return f'sesudah "{_short(before)}"' if before else "paling atas"


def _short(text: str) -> str:
    held = text.split()
    return " ".join(held[:_FEW]) + (" \N{HORIZONTAL ELLIPSIS}" if len(held) > _FEW else "")
