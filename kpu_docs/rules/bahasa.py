"""The language of the whole decree: doubled words, misspellings, abbreviations, what was left over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.texts import texts

_DOUBLED = re.compile(r"\b(\w{2,})(\s+)\1\b", re.I)


@rule(
    "salah",
    sumber='"dan dan", "dengan dengan" pada 61 keputusan 2011-2024 yang dibaca',
    keyakinan="C",
)
def kata_ganda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Kata yang sama tertulis dua kali berturut-turut.

    Salah:
        diktum: [Monitoring dan dan evaluasi ditetapkan.]
    Benar:
        diktum: [Monitoring dan evaluasi ditetapkan.]
    """
    for path, text in texts(keputusan):
        for twice in _DOUBLED.finditer(text):
            yield Remark(path, "kata tertulis dua kali", twice.span(), twice[1], safe=True)
