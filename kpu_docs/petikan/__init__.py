"""Petikan: a copy with only the rows and diktum that concern one person or unit.

What concerns others alone is left out: their rows, the diktum that name them, annexes without a row of the one it is
for, and the diktum that say what such annexes hold. Everything else stands as in the decree, word for word; numbers of
rows, labels of diktum and numbers of annexes stay, and sums of tables that lost rows are left out.

That KPU makes petikan is known (letters of KPU Provinsi Bengkulu, 12 December 2022), their form is not: this is the
plainest one.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace

from kpu_docs.blocks import Document, Section
from kpu_docs.complaints import Complaint
from kpu_docs.inputs import located
from kpu_docs.model import Keputusan
from kpu_docs.petikan.pilihan import Finder
from kpu_docs.petikan.potong import cut

__all__ = ["everybody", "excerpt", "names", "namesakes"]


def names(keputusan: Keputusan) -> tuple[str, ...]:
    """Whom a petikan of the decree can be made for: every person that a diktum appoints, or that a row names in a team,
    in a table or in the details of a diktum; each once, as spelt there first.

    Units and offices can be asked for as well; they are not told from other words here.

    Raises:
        InputError: a diktum appoints somebody, but it is not clear whom; so do the other functions here.
    """
    return Finder.of(keputusan).names


def everybody(keputusan: Keputusan) -> tuple[str, ...]:
    """The `names`.

    Raises:
        InputError: there is nobody.
    """
    if found := names(keputusan):
        return found
    message = "tidak ada baris atau diktum yang menyebut orang; sebutkan untuk siapa petikannya (--petikan NAMA)"
    raise located(keputusan, [(("petikan",), message, None)])


def namesakes(keputusan: Keputusan, names: Sequence[str]) -> tuple[Complaint, ...]:
    """A warning for each of the names that several rows bear, because its petikan holds all of them."""
    message = "ada beberapa baris dengan nama ini, dan petikannya memuat semuanya; bedakan namanya bila orangnya lain"
    found = [(path, message, name) for path, name in Finder.of(keputusan).namesakes(names)]
    return located(keputusan, found).complaints if found else ()


def excerpt(keputusan: Keputusan, document: Document, name: str | None = None) -> Document:
    """Of the decree as blocks what concerns the one of that name; without a name the petikan of everybody, one after
    the other, each with page numbers of its own.

    Raises:
        InputError: nobody is called so, or several are; or without a name, there is nobody.
    """
    finder = Finder.of(keputusan)
    if name is not None:
        return replace(document, sections=cut(document.sections, finder.choose(name)))
    chosen = [finder.choose(one) for one in everybody(keputusan)]
    # Each has blocks of its own: the structure of a PDF knows a block by its identity.
    return replace(
        document, sections=tuple(section for one in chosen for section in _begun(cut(document.sections, one)))
    )


def _begun(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    body, *annexes = deepcopy(sections)
    return (replace(body, restart=True, bare=True), *annexes)
