"""What the register knows of a rule, in words for a clerk."""

from __future__ import annotations

from collections.abc import Iterator

from kpu_docs.bahasa import tanggal
from kpu_docs.complaints import Complaint, InputError, nearest
from kpu_docs.peraturan.register import DIKUTIP_SAMPAI, Entri, Register, diperiksa_sampai


def uraian(kata: list[str]) -> str:
    """All rules whose key or citation has these words in it, a paragraph each; without words all keys.

    Raises:
        InputError: there is no such rule.
    """
    register = Register()
    found = register.cari(*kata)
    if not kata:
        return "\n".join(one.kunci for one in found)
    if not found:
        near = nearest("-".join(kata), list(register))
        hint = f"; mungkin maksudnya {near}" if near else ""
        raise InputError(Complaint(("peraturan",), f"tidak ada yang memuat semua kata ini{hint}", " ".join(kata)))
    exact = [one for one in found if [one.kunci] == [word.lower() for word in kata]]
    return "\n\n".join("\n  ".join(_baris(one, register)) for one in exact or found)


def _baris(entri: Entri, register: Register) -> Iterator[str]:
    yield entri.kunci
    yield entri.kutipan
    days = {"ditetapkan": entri.ditetapkan, "diundangkan": entri.diundangkan}
    read = ", ".join(f"{word} {tanggal(day)}" for word, day in days.items() if day)
    yield f"{read} (keyakinan {entri.keyakinan_tanggal})" if read else "tanggalnya belum dibaca"
    if amending := register.pengubah(entri.kunci):
        enacted = {one.menetapkan: one.kunci for one in amending if one.menetapkan}
        names = (f"{one.kunci}, menjadi {law}" if (law := enacted.get(one.kunci)) else one.kunci for one in amending)
        yield f"diubah dengan: {'; '.join(names)}"
    if entri.mengubah:
        yield f"mengubah: {'; '.join(entri.mengubah)}"
    if entri.dicabut_dengan:
        yield f"dicabut dengan: {entri.dicabut_dengan}"
    others = f", {entri.naskah_lain} menyebut yang lain" if entri.naskah_lain else ""
    yield f"keyakinan {entri.keyakinan}: {entri.naskah} naskah sama{others} ({', '.join(entri.sumber)})"
    for one in entri.belum_pasti:
        yield f"belum pasti: {one.apa}, {one.karena}"
    yield _diperiksa(entri)


def _diperiksa(entri: Entri) -> str:
    if entri.asal == "dikutip":
        return f"dikenal dari kutipan sampai {DIKUTIP_SAMPAI.year}; perubahannya tidak diperiksa"
    if entri.diperiksa:
        return f"keadaan terakhirnya diperiksa pada naskah resmi tanggal {tanggal(entri.diperiksa)}"
    return f"perubahan sesudah {tanggal(diperiksa_sampai())} tidak dikenal"
