"""A text of the data with the words that were changed in Word; its markup, references and capitals stay elsewhere."""

from __future__ import annotations

from kpu_docs.blocks import Runs
from kpu_docs.likeness import opcodes, words_and_blanks

REFERENCE = "[["


def recased(old: str, new: str) -> str:
    """A new text that was read from capitals, with the letters of the old one where the words are the same."""
    before, after = words_and_blanks(old), words_and_blanks(new)
    found = []
    for tag, i, j, k, m in opcodes([one.casefold() for one in before], [one.casefold() for one in after]):
        found += before[i:j] if tag == "equal" else after[k:m]
    return "".join(found)


def reworded(raw: str, runs: Runs, new: str) -> str | None:
    """The text `raw`, which is printed as `runs`, so that it is printed as `new`; None where what was changed is not
    typed in it: a number that a reference became.
    """
    places: list[int | None] = []
    for run in runs:
        places += [None] * len(run.text) if run.at is None else range(run.at, run.at + len(run.text))
    before, after = words_and_blanks("".join(run.text for run in runs)), words_and_blanks(new)
    starts = [0]
    for piece in before:
        starts.append(starts[-1] + len(piece))
    plain = [piece.replace("\N{NO-BREAK SPACE}", " ") for piece in before]
    for tag, i, j, k, m in reversed([*opcodes(plain, after)]):
        if tag == "equal":
            continue
        signs = places[starts[i] : starts[j]]
        start = signs[0] if signs else _between(places, starts[i], raw)
        if start is None or None in signs:
            return None
        end = start if not signs else (signs[-1] or 0) + 1
        raw = raw[:start] + "".join(after[k:m]).replace("*", "\\*") + raw[end:]
    return raw


def _between(places: list[int | None], at: int, raw: str) -> int | None:
    """Where words are put in before a sign of the print."""
    if at < len(places):
        following = places[at]
        if following is not None:
            return following
    if at == len(places) and (not at or places[at - 1] is not None):
        return len(raw)
    before = places[at - 1] if at else None
    return None if before is None else before + 1
