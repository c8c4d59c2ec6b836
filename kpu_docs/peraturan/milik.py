"""What may be wrong with an office's own rules (`peraturan.toml`), and with the keys in a decree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from kpu_docs.fields import Fault
from kpu_docs.kantor import PeraturanKantor
from kpu_docs.peraturan.baca import parse
from kpu_docs.peraturan.register import Register

_BELUM_DIKENAL = "belum ada di register; tulis kutipan lengkapnya"
_LENGKAP = "bila tidak ada, tulis kutipan lengkapnya, di sini atau di peraturan.toml"
_TIDAK_TERBACA = (
    "tidak terbaca sebagai peraturan; tulis seperti di Mengingat, misalnya "
    "Peraturan Daerah Kabupaten Contoh Nomor 3 Tahun 2020 tentang ... (Lembaran Daerah ...)"
)
_DENGAN_PERUBAHAN = "tulis tanpa perubahannya; peraturan yang mengubahnya ditulis di bawah kuncinya sendiri"


def keliru(peraturan: Mapping[str, PeraturanKantor]) -> list[Fault]:
    """Everything that is wrong with the rules of an office beyond their shape."""
    return [fault for kunci, own in peraturan.items() for fault in _keliru(kunci, own, peraturan)]


def _keliru(kunci: str, own: PeraturanKantor, peraturan: Mapping[str, PeraturanKantor]) -> Iterator[Fault]:
    if own.kutipan:
        read = parse(own.kutipan)
        if read.kunci is None or not read.tentang:
            yield (kunci, "kutipan"), _TIDAK_TERBACA, own.kutipan
        elif read.kunci != kunci:
            yield (kunci,), f"kunci peraturan ini {read.kunci}; ganti kunci atau kutipannya", kunci
        elif read.perubahan:
            yield (kunci, "kutipan"), _DENGAN_PERUBAHAN, own.kutipan
    elif Register().get(kunci) is None:
        yield (kunci,), _BELUM_DIKENAL, kunci
    unknown = tidak_dikenal([*own.mengubah, own.dicabut_dengan] if own.dicabut_dengan else own.mengubah, peraturan)
    for at, named in enumerate(own.mengubah):
        if named in unknown:
            yield (kunci, "mengubah", at), unknown[named], named
    if own.dicabut_dengan in unknown:
        yield (kunci, "dicabut_dengan"), unknown[own.dicabut_dengan], own.dicabut_dengan


def tidak_dikenal(kunci: Iterable[str], peraturan: Mapping[str, PeraturanKantor]) -> dict[str, str]:
    """For each key that neither the register nor the office has: what to say."""
    unknown = [one for one in kunci if one not in peraturan and Register().get(one) is None]
    known = [*peraturan, *Register()] if unknown else []
    return {one: _saran(one, get_close_matches(one, known, n=3, cutoff=0.7)) for one in unknown}


def _saran(kunci: str, near: list[str]) -> str:
    jenis = re.sub(r"-[0-9].*", "", kunci)
    hint = f"mungkin maksudnya {', '.join(near)}" if near else f"`kpu-docs peraturan {jenis}` menampilkan yang ada"
    return f"kunci peraturan tidak dikenal; {hint}; {_LENGKAP}"
