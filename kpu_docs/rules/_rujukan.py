"""References: how several are joined, and which are to another instrument."""

from __future__ import annotations

import re

from kpu_docs.model import Keputusan

AND = r"(?:\s*,\s*(?:dan\s+|serta\s+)?|\s+(?:dan|serta|(?P<sampai>sampai\s+dengan|s\.?\s?d\.?))\s+)"
"""What stands between the parts of an enumeration; `sampai` is set where it is a range."""

OF_ANOTHER = re.compile(
    r"\s+(?:(?:peraturan|undang-undang|surat(?!\s+keputusan)|instruksi|perjanjian|nota|berita)\b"
    r"|(?:surat\s+)?keputusan\s(?:(?!\bini\b)[^.;,])*?\bnomor\b)",
    re.I,
)
"""What follows an annex or a diktum of another instrument."""


def amends(keputusan: Keputusan) -> bool:
    """Whether annexes and diktum that are mentioned may be those of another decree."""
    return bool(keputusan.mengubah) or keputusan.tentang.casefold().startswith("perubahan")
