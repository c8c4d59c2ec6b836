"""Where a decree announces itself: "perlu menetapkan Keputusan ... tentang ..." in Menimbang, and after Menetapkan."""

from __future__ import annotations

import re
from typing import NamedTuple

from kpu_docs.complaints import DataPath
from kpu_docs.findings import Span
from kpu_docs.model import Keputusan
from kpu_docs.rules._bunyi import bunyi

_NASKAH = (
    r"(?P<naskah>(?:Surat\s+)?Keputusan|Peraturan)\b\s*(?P<lembaga>(?:(?!\btentang\b)[^;:]){0,200}?)"
    r"(?:\s*\btentang\b)+\s*"
)
_PERLU = re.compile(
    rf"\b(?:menetapkan|ditetapkan(?:nya)?)\s+(?:(?:dengan|dalam|melalui)\s+)?(?:suatu\s+)?{_NASKAH}", re.I
)
KEPALA = re.compile(
    r"\s*keputusan\s+(?:ketua\s+|sekretaris\s+)?(?:komisi|kpu|kip|panitia)\b.*?\btentang\b\s*", re.I | re.S
)
"""What stands above the title on page one, where the title itself begins with it."""

_MENETAPKAN = re.compile(_NASKAH, re.I)
_END = " \n\u00a0.,;:*"
"""Signs that end a sentence, not its title."""


class Penetapan(NamedTuple):
    """A text that announces the decree: its path, the text, and the signs of the kind of instrument, of the body, and
    of the title.
    """

    path: DataPath
    text: str
    naskah: Span
    lembaga: Span
    judul: Span

    def said(self, span: Span) -> str:
        """The words there, on one line."""
        return " ".join(self.text[slice(*span)].split())


def in_menimbang(keputusan: Keputusan) -> Penetapan | None:
    """The announcement in the last item of Menimbang, if there is one."""
    last = len(keputusan.menimbang) - 1
    for path, text in reversed([*bunyi(keputusan, "menimbang", last)]):
        found = [*_PERLU.finditer(text)]
        if found:
            return _penetapan(path, text, found[-1])
    return None


def in_menetapkan(keputusan: Keputusan) -> Penetapan | None:
    """The announcement after Menetapkan where the author wrote it; older decrees give the bare title there."""
    text = keputusan.menetapkan
    head = _MENETAPKAN.match(text)
    if head:
        return _penetapan(("menetapkan",), text, head)
    nothing = (0, 0)
    return Penetapan(("menetapkan",), text, nothing, nothing, (0, _end(text))) if text else None


def _penetapan(path: DataPath, text: str, head: re.Match[str]) -> Penetapan:
    return Penetapan(path, text, head.span("naskah"), head.span("lembaga"), (head.end(), _end(text)))


def _end(text: str) -> int:
    bare = text.rstrip(_END)
    linked = bare.removesuffix(" dan").rstrip()
    return len(linked.rstrip(_END) if linked.endswith(";") else bare)
