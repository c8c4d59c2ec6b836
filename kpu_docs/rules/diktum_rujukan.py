"""The diktum: the other diktum that they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs.bahasa import diktum, nomor_diktum
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._bunyi import bunyi
from kpu_docs.rules._rujukan import AND, OF_ANOTHER, amends
from kpu_docs.tata_naskah import TataNaskah

_LABEL = r"(?:KE[A-Z]+|PERTAMA)(?:\s+(?:BELAS|PULUH|RATUS|SATU|DUA|TIGA|EMPAT|LIMA|ENAM|TUJUH|DELAPAN|SEMBILAN))*"
_DIKTUM = re.compile(rf"\b(?i:diktum)\s+(?P<label>(?i:{_LABEL})\b(?:{AND}(?:(?i:diktum)\s+(?i:{_LABEL})|{_LABEL})\b)*)")
_FORMULA = re.compile(
    r"\b(?P<rumus>(?:sebagaimana\s+(?:yang\s+)?(?:dimaksud\s+)?|(?:yang\s+)?dimaksud\s+)(?:(?:dalam|pada|di)\s+)?)"
    rf"(?=diktum\s+(?:{_LABEL})\b)",
    re.I,
)


@rule(
    "salah",
    sumber="DIK-8: rujukan berbunyi sebagaimana dimaksud dalam Diktum KESATU (Keputusan KPU 1442/2019)",
    keyakinan="I",
)
def rujukan_diktum_salah(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Diktum yang dirujuk ada, dan bukan diktum itu sendiri.

    Diktum keputusan lain tidak dihitung, juga tidak dalam keputusan perubahan.

    Salah:
        diktum: [Menetapkan contoh., Biaya sebagaimana dimaksud dalam Diktum KETIGA dibebankan pada anggaran.]
    Salah:
        diktum: [Menetapkan contoh., Biaya sebagaimana dimaksud dalam Diktum KEDUA dibebankan pada anggaran.]
    Benar:
        diktum: [Menetapkan contoh., Biaya sebagaimana dimaksud dalam Diktum KESATU dibebankan pada anggaran.]
    Benar:
        diktum: [Melaksanakan Diktum KELIMA Keputusan Komisi Pemilihan Umum Nomor 3 Tahun 2025.]
    """
    labels = {nomor_diktum(one.label) or at + 1 for at, one in enumerate(keputusan.diktum)}
    for path, text in () if amends(keputusan) else bunyi(keputusan, "diktum"):
        at = int(path[1])
        own = nomor_diktum(keputusan.diktum[at].label) or at + 1
        for found in _DIKTUM.finditer(text):
            if OF_ANOTHER.match(text, found.end()):
                continue
            for number in _numbers(found["label"]):
                if number not in labels:
                    yield Remark(path, f"tidak ada Diktum {diktum(number)}", found.span())
                elif number == own:
                    yield Remark(path, f"Diktum {diktum(own)} merujuk dirinya sendiri", found.span())


def _numbers(labels: str) -> list[int]:
    found = (nomor_diktum(label) for label in re.findall(_LABEL, labels.upper()))
    return [number for number in found if number]


@rule(
    "saran",
    sumber="DIK-8: sebagaimana dimaksud dalam Diktum KESATU (Keputusan KPU 1442/2019)",
    keyakinan="I",
)
def rujukan_diktum_tidak_baku(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Rujukan ke diktum berbunyi sebagaimana dimaksud dalam Diktum KESATU.

    Salah:
        diktum: [Menetapkan contoh., Biaya sebagaimana dimaksud pada Diktum KESATU dibebankan pada anggaran.]
    Salah:
        diktum: [Menetapkan contoh., Biaya sebagaimana dalam DIKTUM KESATU dibebankan pada anggaran.]
    Benar:
        diktum: [Menetapkan contoh., Biaya sebagaimana dimaksud dalam Diktum KESATU dibebankan pada anggaran.]
    """
    for path, text in bunyi(keputusan, "diktum"):
        for found in _FORMULA.finditer(text):
            words = " ".join(found["rumus"].lower().split())
            if words not in ("sebagaimana dimaksud dalam", "dimaksud dalam"):
                message = "rujukan ke diktum tidak menurut rumusnya"
                yield Remark(path, message, found.span("rumus"), "sebagaimana dimaksud dalam ", safe=True)
