"""The sentences of Menimbang, Memperhatikan and the diktum: which are the author's own, and how they end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs import markup
from kpu_docs.complaints import DataPath
from kpu_docs.findings import Span
from kpu_docs.isi import Isi
from kpu_docs.model import Keputusan
from kpu_docs.texts import Teks, texts


def bunyi(keputusan: Keputusan, *below: str | int) -> Iterator[Teks]:
    """The texts of a part of a decree, without labels and without what it quotes (`berbunyi`)."""
    return (teks for teks in texts(keputusan, below) if not {"label", "berbunyi"}.intersection(teks.path))


def last_text(isi: tuple[Isi, ...], path: DataPath) -> Teks | None:
    """The text that is printed last; None where a table, detail lines or a quotation end it."""
    if not isi:
        return None
    one, at = isi[-1], (*path, len(isi) - 1)
    if one.berbunyi or (not one.daftar and (one.tabel or one.rincian)):
        return None
    if one.daftar:
        items = one.daftar.butir
        return last_text(items[-1].isi, (*at, "daftar", "butir", len(items) - 1, "isi")) if items else None
    return Teks((*at, "teks"), one.teks)


def end_mark(text: str) -> tuple[str, Span | None]:
    """The punctuation that ends a text ("" where there is none) and its signs; None where markup or a quotation mark
    stands behind it.
    """
    found = re.search(r"[.,;:]*$", markup.plain(text).rstrip("\"'”’"))
    mark = found[0] if found else ""
    return mark, (len(text) - len(mark), len(text)) if text.endswith(mark) else None
