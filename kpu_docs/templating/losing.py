"""Nothing is lost: what the data hold and a filled template does not print is refused."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from kpu_docs.blocks import Asal, Document, Run, runs_of
from kpu_docs.inputs import located
from kpu_docs.model import Keputusan
from kpu_docs.templating.names import LAMPIRAN, PARTS
from kpu_docs.templating.reading import Template
from kpu_docs.wordfile.names import w
from kpu_docs.wordfile.package import Element
from kpu_docs.wordfile.walking import SIGNS

_WHOLE = ("pembukaan", "diktum", "penutup")
_SIGNS = {**SIGNS, w("softHyphen"): "\N{SOFT HYPHEN}", w("p"): " "}
_OF_THE_OFFICE = ("kantor", "alamat")
"""A template prints the address of its office in its own way."""


def refuse_losses(
    template: Template, document: Document, keputusan: Keputusan, brought: Container[str], texts: Iterable[Element]
) -> None:
    """Refuse a filled template that leaves out texts of the data; `brought` are the whole parts in it.

    Raises:
        InputError: with the first text of each part of the data that is not printed.
    """
    body, *annexes = document.sections
    lost: dict[Asal, Run] = {}
    if not all(name in brought for name in _WHOLE):
        printed = _plain(" ".join("".join(_signs(text)) for text in texts))
        for run in (run for block in body.blocks for run in runs_of(block)):
            typed = run.at is not None and run.asal[:2] != _OF_THE_OFFICE
            if typed and _plain(run.text) not in printed:
                lost.setdefault(run.asal[:1], run)
    faults = [(run.asal, _message(template, str(asal[0])), run.text) for asal, run in lost.items()]
    if annexes and LAMPIRAN not in brought:
        faults.append(((LAMPIRAN,), _message(template, LAMPIRAN), ""))
    if faults:
        raise located(keputusan, faults)


def _message(template: Template, name: str) -> str:
    part = {"nomor": "judul", "tentang": "judul", "ditetapkan": "tanda_tangan", "penanda_tangan": "tanda_tangan"}.get(
        name
    )
    tag = part or (name if name in PARTS else "tanda_tangan" if name == "kantor" else "pembukaan")
    return f"tidak tercetak oleh templat {template.name}; tambahkan misalnya {{{{p {tag} }}}} di sana"


def _signs(root: Element) -> Iterator[str]:
    for element in root.iter(w("t"), *_SIGNS):
        yield _SIGNS.get(str(element.tag)) or element.text or ""


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
