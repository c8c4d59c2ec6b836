"""The title on page one, and the places that announce it again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs import markup
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.tata_naskah import TataNaskah


@rule("salah", sumber="TTL-2: judul tanpa tanda baca penutup (pedoman UU 12/2011, DPR)", keyakinan="B")
def judul_bertanda_baca(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Judul tidak diakhiri tanda baca.

    Salah:
        tentang: Tim Penataan Arsip.
    Benar:
        tentang: Tim Penataan Arsip
    """
    title = keputusan.tentang
    mark = re.search(r"[.,;:]+$", markup.plain(title))
    if mark:
        span = len(title) - len(mark[0]), len(title)
        yield Remark(("tentang",), "judul tidak diakhiri tanda baca", span, "", safe=True)
