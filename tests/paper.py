"""A composed decree as tests look at it: what stands on the paper, by its place there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kpu_docs.blocks import Block, Document, Item, List, Pair, Pairs, Paragraph, Runs, Together


def text(runs: Runs) -> str:
    """The words of runs."""
    return "".join(run.text for run in runs)


def printed(document: Document, section: int = 0) -> defaultdict[str, list[str]]:
    """The paragraphs of a section by role.

    What stands beside a label of the left column is found by that label in small letters (`menimbang`), its list
    markers by `menimbang.marker`, and the labels themselves by `label`.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for block in _flat(document.sections[section].blocks):
        if isinstance(block, Paragraph):
            found[block.role].append(text(block.runs))
        elif isinstance(block, Pairs) and block.utama:
            for pair in block.pairs:
                label = text(pair.label)
                found["label"].append(label)
                found[label.lower()] += (text(part.runs) for part in paragraphs(pair))
                found[f"{label.lower()}.marker"] += markers(pair)
    return found


def paragraphs(holder: Block | Item | Pair) -> Iterator[Paragraph]:
    """The paragraphs in a piece, in reading order."""
    if isinstance(holder, Paragraph):
        yield holder
    for part in _parts(holder):
        yield from paragraphs(part)


def markers(holder: Block | Item | Pair) -> Iterator[str]:
    """The list markers in a piece, in reading order."""
    if isinstance(holder, Item):
        yield text(holder.marker)
    for part in _parts(holder):
        yield from markers(part)


def _parts(holder: Block | Item | Pair) -> tuple[Block | Item | Pair, ...]:
    match holder:
        case List(items=items):
            return items
        case Pairs(pairs=pairs):
            return pairs
        case Item(isi=parts) | Pair(isi=parts) | Together(blocks=parts):
            return parts
    return ()


def _flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Together):
            yield from _flat(block.blocks)
        else:
            yield block
