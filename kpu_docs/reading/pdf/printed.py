"""The letters of a page as lines of words, from top to bottom and from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kpu_docs import bahasa
from kpu_docs.reading.columns import LABELS, is_sign
from kpu_docs.reading.pdf.page import Letter
from kpu_docs.reading.styles import marked

_SAME_LINE = 0.4
"""Part of the size of a font by which base lines of one line differ at most: signs are set high and low."""

_APART = 0.18
"""Part of the size from which on a gap parts words where no spaces are typed."""

_APART_FROM_SPACES = 0.2
"""The same in a line with typed spaces, whose letters may be set wide."""

_AT_COLON = 0.05
"""The same before and behind a colon, which stands in a column of its own."""

_WIDE = 1.8
"""Times an ordinary space of the line from which on a gap makes columns."""

_STRETCHED = 1.4
"""Times the size that an ordinary space is wide at most, where lines are set to both edges."""

_SMALL, _HIGH = 0.8, 0.15
"""Part of the size below which a figure is small, and by which it stands high at least."""

_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_LABEL = 6
"""Words before a colon that at most are a label."""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space between them; `pieces` are those of one look (text, bold, italic)."""

    left: float
    right: float
    pieces: tuple[tuple[str, bool, bool], ...]

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(text for text, _, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class Printed:
    """A line on the page: its base line (points from the top), the size of its letters, its words."""

    base: float
    size: float
    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right

    @property
    def middle(self) -> float:
        """The middle of its letters, from the top."""
        return self.base - self.size / 3

    @property
    def text(self) -> str:
        """Its words, a tab in wide gaps."""
        return joined(self.words, self.gaps, "\t")

    @property
    def gaps(self) -> tuple[bool, ...]:
        """For each word but the last, whether a gap follows that is wider than a space."""
        between = [after.left - before.right for before, after in pairwise(self.words)]
        least = self.size * 0.25
        usual = median(between) if len(between) > 2 else least
        return tuple(gap > max(_WIDE * min(usual, _STRETCHED * self.size), 2.5 * least) for gap in between)

    @property
    def begins(self) -> int:
        """Which word is the first of its text: labels, colons and signs of lists stand before."""
        texts = [word.text for word in self.words]
        gaps = (*self.gaps, True)
        at = label_words(texts, gaps)
        if at == 0 and not is_sign(texts[0]):
            at = next((n + 1 for n in range(1, min(len(texts), _LABEL)) if _is_colon(texts, gaps, n)), 0)
        elif at < len(texts) and texts[at] == ":":
            at += 1
        while at < len(texts) - 1 and is_sign(texts[at]):
            at += 1
        return at

    def part(self, start: int, end: int | None = None) -> Printed:
        """The line from one of its words to another."""
        return Printed(self.base, self.size, self.words[start:end])


def label_words(texts: Sequence[str], gaps: Sequence[bool]) -> int:
    """How many words at the beginning of a line are a label of the left column, with its colon if that touches it."""
    if (
        texts[0][:1].isupper()
        and texts[0].lower().rstrip(":") in LABELS
        and (texts[0].endswith(":") or texts[1:2] == [":"] or gaps[0])
    ):
        return 1
    for count in range(min(4, len(texts)), 0, -1):
        whole = " ".join(texts[:count])
        followed = whole.endswith(":") or texts[count : count + 1] == [":"] or gaps[count - 1]
        if followed and whole.isupper() and bahasa.nomor_diktum(whole.rstrip(":")):
            return count
    return 0


def _is_colon(texts: Sequence[str], gaps: Sequence[bool], at: int) -> bool:
    """Whether a word is the colon of a column of its own."""
    return texts[at] == ":" and (gaps[at - 1] or gaps[at])


def joined(words: Sequence[Word], gaps: Sequence[bool], wide: str) -> str:
    """Words as text with the markup of the data. All of it in bold is a matter of its place, not of its words."""
    pieces: list[tuple[str, bool, bool]] = []
    plain = all(bold for word in words for text, bold, _ in word.pieces if re.search(r"\w", text))
    for at, word in enumerate(words):
        if at and wide and gaps[at - 1]:
            pieces.append((wide, False, False))
        elif at:
            (_, before, slant), (_, after, slanting) = words[at - 1].pieces[-1], word.pieces[0]
            pieces.append((" ", before and after and not plain, slant and slanting))
        pieces += ((text, bold and not plain, italic) for text, bold, italic in word.pieces)
    return marked(pieces)


def lines(letters: Iterable[Letter]) -> list[Printed]:
    """The lines of a page or a cell."""
    found: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: letter.base):
        if found and letter.base - found[-1][0].base <= _SAME_LINE * max(letter.size, found[-1][0].size):
            found[-1].append(letter)
        elif letter.text.strip():
            found.append([letter])
    return [*map(_line, found)]


def _line(letters: list[Letter]) -> Printed:
    letters.sort(key=lambda letter: (letter.left, letter.right))
    tallest = max(letters, key=lambda letter: letter.size)
    held = [_raised(letter, tallest) for letter in letters]
    return Printed(tallest.base, tallest.size, tuple(_words(held)))


def _raised(letter: Letter, tallest: Letter) -> Letter:
    """A small figure that is set high as the sign for it: of a footnote, of a square metre."""
    high = letter.size < _SMALL * tallest.size and tallest.base - letter.base > _HIGH * tallest.size
    return letter._replace(text=letter.text.translate(_FIGURES)) if high else letter


def _words(letters: Sequence[Letter]) -> Iterator[Word]:
    spaced = any(letter.text == " " for letter in letters[1:-1])
    held: list[Letter] = []
    for letter in letters:
        if letter.text in (" ", "\t"):
            if held:
                yield _word(held)
            held = []
            continue
        if held and _is_again(letter, held[-1]):
            continue
        colon = held and ":" in (letter.text, held[-1].text)
        apart = _AT_COLON if colon else _APART_FROM_SPACES if spaced else _APART
        if held and (letter.left - held[-1].right > apart * letter.size or [one.text for one in held] == [":"]):
            yield _word(held)
            held = []
        held.append(letter)
    if held:
        yield _word(held)


def _is_again(letter: Letter, before: Letter) -> bool:
    """Whether a letter is drawn a second time on its place, to look bold."""
    near = letter.drawn != before.drawn and abs(letter.left - before.left) < 0.1 * letter.size
    return near and letter.text == before.text and abs(letter.base - before.base) < 0.1 * letter.size


def _word(letters: Sequence[Letter]) -> Word:
    pieces: list[tuple[str, bool, bool]] = []
    for letter in letters:
        if pieces and pieces[-1][1:] == (letter.bold, letter.italic):
            pieces[-1] = (pieces[-1][0] + letter.text, letter.bold, letter.italic)
        else:
            pieces.append((letter.text, letter.bold, letter.italic))
    return Word(letters[0].left, letters[-1].right, tuple(pieces))
