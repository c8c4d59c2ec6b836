"""Loops and conditions of a template: each is closed, and where it was opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kpu_docs.templating.tags import STATEMENTS, Tag, Wrong

_DEEPEST = 10


def unpaired(tags: Sequence[Tag]) -> Iterator[Wrong]:
    """Loops and conditions that are not closed, or not where they were opened."""
    open_tags: list[Tag] = []
    for tag in tags:
        if tag.bracket != "{%":
            continue
        if tag.word in ("for", "if"):
            open_tags.append(tag)
            if len(open_tags) > _DEEPEST:
                yield Wrong(tag.spot, f"lebih dari {_DEEPEST} perulangan atau syarat di dalam satu sama lain", tag.text)
        elif tag.word in STATEMENTS:
            opener = open_tags[-1] if open_tags else None
            if opener is None or not _belongs(tag.word, opener.word):
                yield Wrong(tag.spot, f"{tag.word} tanpa {_opener_of(tag.word)} sebelumnya", tag.text)
                continue
            if message := _apart(opener, tag):
                yield Wrong(tag.spot, message, tag.text)
            if tag.word.startswith("end"):
                open_tags.pop()
    yield from (Wrong(tag.spot, f"belum ditutup dengan end{tag.word}", tag.text) for tag in open_tags)


def _opener_of(word: str) -> str:
    return "for" if word == "endfor" else "if"


def _belongs(word: str, opener: str) -> bool:
    return word == f"end{opener}" or word == "else" or (word == "elif" and opener == "if")


def _apart(opener: Tag, tag: Tag) -> str:
    """Why what lies between two tags could not be repeated or left out as a whole."""
    if opener.scope != tag.scope:
        return f"pembukanya {opener.text}; keduanya harus dengan awalan yang sama"
    if not tag.scope:
        together = opener.paragraph is tag.paragraph
        return (
            "" if together else f"pembukanya {opener.text} di paragraf lain; pakai {{%p ... %}} untuk beberapa paragraf"
        )
    first, second = opener.holder, tag.holder
    if first is not None and second is not None and first.getparent() is not second.getparent():
        return (
            f"pembukanya {opener.text} di tempat lain (sel, tabel, atau kotak teks); keduanya harus di tempat yang sama"
        )
    return ""
