"""What is wrong or doubtful with a template, each with its place: `kpu-docs template check`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kpu_docs.complaints import shown
from kpu_docs.findings import SEVERITIES
from kpu_docs.templating.damage import damage
from kpu_docs.templating.looks import looks
from kpu_docs.templating.names import FIELDS, PARTS
from kpu_docs.templating.reading import Scan, Template, read, scan
from kpu_docs.templating.tags import TEXT_BOX, Spot


@dataclass(frozen=True)
class Remark:
    """Something about a template: how bad it is (`salah`, `periksa`, `saran`), where, and what."""

    severity: str
    spot: Spot
    message: str

    def __str__(self) -> str:
        return ": ".join(piece for piece in (str(self.spot), self.severity, self.message) if piece)


@dataclass(frozen=True)
class _Need:
    """What a decree always or often has, and by which whole parts and fields a template prints it."""

    what: str
    parts: tuple[str, ...]
    field: str
    severity: str
    why: str = "Keputusan yang memuatnya akan ditolak"

    def missing(self, found: Scan) -> bool:
        return not (set(self.parts) & set(found.brings)) and self.field not in found.named


_NEEDS = (
    _Need("nomor", ("pembukaan", "judul"), "nomor", "salah"),
    _Need("judul", ("pembukaan", "judul"), "tentang", "salah"),
    _Need("Menimbang", ("pembukaan", "menimbang"), "menimbang", "salah"),
    _Need("Mengingat", ("pembukaan", "mengingat"), "mengingat", "salah"),
    _Need("Memperhatikan", ("pembukaan", "memperhatikan"), "memperhatikan", "periksa"),
    _Need("diktum", ("diktum", "batang_tubuh"), "diktum", "salah"),
    _Need("tempat ditetapkan", ("penutup", "tanda_tangan"), "ditetapkan.di", "salah"),
    _Need("tanggal ditetapkan", ("penutup", "tanda_tangan"), "ditetapkan.pada", "salah", "tanggalnya tidak tercetak"),
    _Need("nama penanda tangan", ("penutup", "tanda_tangan"), "penanda_tangan.nama", "salah"),
    _Need("Tembusan", ("penutup", "tembusan"), "tembusan", "periksa"),
    _Need("lampiran", ("lampiran",), "", "periksa"),
    _Need("pengesahan salinan", ("penutup", "pengesahan"), "", "saran", "hanya salinan yang memerlukannya"),
    _Need("Menetapkan", ("diktum", "menetapkan"), "menetapkan", "periksa", "MEMUTUSKAN dan Menetapkan tidak tercetak"),
    _Need("tanda SALINAN atau RANCANGAN", ("pembukaan", "kop"), "tanda", "saran", "tandanya tidak tercetak"),
)


def check(file: Path) -> list[Remark]:
    """Everything about a template, the worst first.

    Raises:
        InputError: it is no Word file, or one that could do harm.
    """
    return remarks(read(file), file.parent)


def remarks(template: Template, folder: Path) -> list[Remark]:
    """Everything about a template, the worst first; `folder` is where its office's file is looked for."""
    found = scan(template)
    told = [
        Remark("salah", wrong.spot, f"{wrong.message}{f' (tertulis: {shown(wrong.tag)})' if wrong.tag else ''}")
        for wrong in found.wrong
    ]
    told += (Remark(severity, wrong.spot, wrong.message) for severity, wrong in damage(found.package))
    told += () if found.wrong else _missing(found)  # what is missing may be what is written wrong
    told += _twice(found)
    told += _elsewhere(found)
    told += (Remark(*one) for one in looks(found, folder))
    return sorted(told, key=lambda remark: SEVERITIES.index(remark.severity))


def summary(told: list[Remark]) -> str:
    """The remarks counted."""
    counted = Counter(remark.severity for remark in told)
    return ", ".join(f"{counted[one]} {one}" for one in SEVERITIES if counted[one]) or "tidak ada temuan"


def _missing(found: Scan) -> Iterator[Remark]:
    for need in _NEEDS:
        if need.missing(found):
            one = need.field and not isinstance(FIELDS.get(need.field), list)
            tag = f"{{{{p {need.parts[-1]} }}}}" + (f" atau {{{{ {need.field} }}}}" if one else "")
            yield Remark(need.severity, Spot("", ""), f"tidak ada tag untuk {need.what}, misalnya {tag}; {need.why}")


def _twice(found: Scan) -> Iterator[Remark]:
    """Whole parts that hold one another."""
    for name in dict.fromkeys(found.brings):
        within = [other for other in found.brings if other != name and set(PARTS[name]) < set(PARTS[other])]
        if found.brings.count(name) > 1:
            yield Remark("periksa", Spot("", ""), f"{{{{p {name} }}}} tertulis lebih dari sekali")
        elif within and PARTS[name]:
            yield Remark(
                "salah", Spot("", ""), f"{{{{p {name} }}}} sudah termasuk {{{{p {within[0]} }}}}: tercetak dua kali"
            )


def _elsewhere(found: Scan) -> Iterator[Remark]:
    """Tags in places where one may wonder whether they are filled: they are."""
    for part in found.parts:
        for tag in part.tags:
            box = next(tag.paragraph.iterancestors(TEXT_BOX), None) is not None
            if tag.bracket == "{{" and (box or tag.spot.part) and not found.wrong:
                where = "kotak teks" if box else tag.spot.part
                yield Remark("saran", tag.spot, f"{tag.text} di {where} diisi seperti di badan dokumen")
