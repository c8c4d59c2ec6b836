"""What a file may be: the decree as each kind of copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from kpu_docs.blocks import Document
from kpu_docs.compose import blank_pictures, compose
from kpu_docs.model import Keputusan, Naskah
from kpu_docs.petikan import excerpt, names
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.verifying.lines import Line, plain


def kinds(
    keputusan: Keputusan, tata_naskah: TataNaskah, lines: Sequence[Line], petikan: str | None
) -> Iterator[tuple[str, Document]]:
    """The decree as blocks for each kind of copy that a file with these lines may be, with the name of the kind.

    A file is a petikan if its first line says so, or if `petikan` says for whom; else it is for one of those, or all of
    those, whom it names.

    Raises:
        InputError: nobody is called so.
    """
    if petikan is None and not (lines and lines[0].words == plain(tata_naskah.kata.petikan)):
        for naskah in dict.fromkeys((keputusan.naskah, *get_args(Naskah))):
            if naskah != "petikan":
                yield naskah, _composed(keputusan, tata_naskah, naskah)
        return
    whole = _composed(keputusan, tata_naskah, "petikan")
    text = " ".join(line.words for line in lines).casefold()
    named = [name for name in names(keputusan) if plain(name).casefold() in text]
    for name in [petikan] if petikan is not None else [*named, *([None] if named else [])]:
        yield f"petikan untuk {name}" if name else "petikan", excerpt(keputusan, whole, name)


def _composed(keputusan: Keputusan, tata_naskah: TataNaskah, naskah: str) -> Document:
    return compose(keputusan.model_copy(update={"naskah": naskah}), tata_naskah, blank_pictures)
