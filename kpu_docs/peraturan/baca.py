"""Reading citations: `parse` for a text that is one, `temukan` for those inside a running text.

What stands in brackets belongs to the outermost rule before it: in "A tentang Perubahan atas B tentang T (BN ...)" the
gazette is that of A, and T is where the title of A ends. An amendment named after an amendment ("sebagaimana telah
diubah dengan A ... sebagaimana telah diubah dengan B") is read as one of A.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kpu_docs.bahasa import baca_tanggal, nomor_diktum
from kpu_docs.peraturan import lembaran
from kpu_docs.peraturan.jenis import JENIS, KINDS, Jenis
from kpu_docs.peraturan.kutipan import Hubungan, Lembaran, Letak, Peraturan, Tempat
from kpu_docs.peraturan.pola import kepala, pola

DEEPEST = 10
"""How many citations inside one another are read; a deeper one stays text."""

LONGEST = 3000
"""Up to how many signs a title may have."""

_HUBUNGAN: tuple[tuple[str, Hubungan], ...] = (
    ("perubahan", "mengubah"),
    ("penetapan", "menetapkan"),
    ("pencabutan", "mencabut"),
    ("pelaksanaan", "melaksanakan"),
)


def parse(teks: str) -> Peraturan:
    """Read a citation, such as an item of Mengingat.

    Any text is taken; of one that does not begin with a rule only `teks` is filled. Titles go on up to the gazette, the
    amendments or the end of the text.
    """
    begin = len(teks) - len(teks.lstrip())
    found = _Pembaca(teks, berjalan=False).kutipan(begin, len(teks), 0)
    if found is None:
        return Peraturan(teks, Letak((0, len(teks))))
    return replace(found, teks=teks, letak=found.letak._replace(seluruh=(0, len(teks))))


def temukan(teks: str) -> list[Peraturan]:
    """Find the rules in a running text (Menimbang, a diktum), each with `letak` in it.

    Only what has kind, "Nomor", number and year is found; a rule named inside the title or the amendments of another
    is a part of that one. Where a title ends without a gazette after it is a guess: before words that go on with the
    sentence, or another rule.
    """
    found = []
    at = 0
    while head := kepala(True).search(teks, at):
        at = head.end()
        if not head[0][0].isupper():
            continue
        one = _Pembaca(teks, berjalan=True).kutipan(head.start(), len(teks), 0)
        if one and one.nomor and one.tahun:
            found.append(one)
            at = one.letak.seluruh[1]
    return found


@dataclass(frozen=True, slots=True)
class _Pembaca:
    """Reads one text. In a running text (`berjalan`) a title ends where the sentence goes on."""

    teks: str
    berjalan: bool

    def kutipan(self, begin: int, end: int, depth: int) -> Peraturan | None:
        """The citation that begins there; None where there is none. It may not go beyond `end`."""
        head = kepala(False).match(self.teks, begin, end)
        if head is None or depth > DEEPEST:
            return None
        jenis, pembuat, letak_jenis = _jenis(head)
        nomor, tahun, at = _nomor(head)
        if others := pola("nomor_lain").match(self.teks, at, end):
            at = others.end()
        tanggal = pola("tanggal").match(self.teks, at, end)
        at = tanggal.end() if tanggal else at
        tentang, at = self._tentang(at, end)
        gazet, at = self._lembaran(at, end)
        frasa, perubahan, at = self._perubahan(at, end, depth)
        jo, at = self._jo(at, end) if depth == 0 else ((), at)
        disebut, hubungan, ke = self._dalam_judul(tentang, depth)
        return Peraturan(
            teks=self.teks[begin:at],
            letak=Letak((begin, at), letak_jenis, nomor, tahun, tanggal.span(1) if tanggal else None, tentang, frasa),
            kode=jenis.kode,
            jenis=jenis.nama,
            pembuat=pembuat,
            nomor=self._isi(nomor),
            tahun=int(self._isi(tahun)) if tahun else None,
            tanggal=baca_tanggal(tanggal[1]) if tanggal else None,
            tentang=self._isi(tentang),
            lembaran=gazet,
            frasa=self._isi(frasa),
            perubahan=perubahan,
            jo=jo,
            disebut=disebut,
            hubungan=hubungan,
            perubahan_ke=ke,
        )

    def _isi(self, letak: Tempat | None) -> str:
        return self.teks[slice(*letak)] if letak else ""

    def _tentang(self, at: int, end: int) -> tuple[Tempat | None, int]:
        word = pola("tentang").match(self.teks, at, end)
        if word is None:
            return None, at
        begin = word.end()
        end = min(end, begin + LONGEST)
        stop = min(self._akhir_judul(begin, end), default=end)
        title = self.teks[begin:stop].rstrip()
        if stop == end:
            title = re.sub(r"\s*[.;]$", "", title)
        last = begin + len(title.rstrip(" ,"))
        return ((begin, last), last) if last > begin else (None, at)

    def _akhir_judul(self, begin: int, end: int) -> Iterator[int]:
        """Where the title that begins there may end: at the gazettes, the amendments, what is joined."""
        if gazet := lembaran.kurung().search(self.teks, begin, end):
            yield gazet.start()
        yield from self._sebelum_kutipan("frasa", begin, end, wajib=False)
        yield from self._sebelum_kutipan("jo", begin, end)
        if self.berjalan:
            if after := pola("sesudah_judul").search(self.teks, begin, end):
                yield after.start()
            yield from self._sebelum_kutipan("sambung", begin, end)

    def _sebelum_kutipan(self, name: str, begin: int, end: int, *, wajib: bool = True) -> Iterator[int]:
        """The first place where such words stand before a rule."""
        for one in pola(name).finditer(self.teks, begin, end):
            if kepala(wajib).match(self.teks, one.end(), end):
                yield one.start()
                return

    def _lembaran(self, at: int, end: int) -> tuple[tuple[Lembaran, ...], int]:
        found: tuple[Lembaran, ...] = ()
        while bracket := lembaran.kurung().match(self.teks, _sesudah_spasi(self.teks, at), end):
            found += lembaran.baca(self.teks, bracket.span())
            at = bracket.end()
        return found, at

    def _perubahan(self, at: int, end: int, depth: int) -> tuple[Tempat | None, tuple[Peraturan, ...], int]:
        words = pola("frasa").match(self.teks, at, end)
        found: list[Peraturan] = []
        following = words
        while following and (one := self.kutipan(following.end(), end, depth + 1)):
            found.append(one)
            at = one.letak.seluruh[1]
            following = pola("sambung").match(self.teks, at, end)
        return words.span(1) if words and found else None, tuple(found), at

    def _jo(self, at: int, end: int) -> tuple[tuple[Peraturan, ...], int]:
        found: list[Peraturan] = []
        while (word := pola("jo").match(self.teks, at, end)) and (one := self.kutipan(word.end(), end, 1)):
            found.append(one)
            at = one.letak.seluruh[1]
        return tuple(found), at

    def _dalam_judul(self, tentang: Tempat | None, depth: int) -> tuple[Peraturan | None, Hubungan, int | None]:
        if tentang is None:
            return None, "", None
        begin, end = tentang
        begun = self.teks[begin:end].lstrip("*").lower()
        said: Hubungan = next((what for word, what in _HUBUNGAN if begun.startswith(word)), "menyebut")
        if said == "menetapkan" and (menjadi := pola("menjadi").search(self.teks, begin, end)):
            end = menjadi.start()
        head = kepala(True).search(self.teks, begin, end)
        named = head and _Pembaca(self.teks, berjalan=False).kutipan(head.start(), end, depth + 1)
        if not named:
            return None, "", None
        ke = pola("perubahan").match(self.teks, begin, end)
        return named, said, (nomor_diktum(ke["ke"]) if ke["ke"] else 1) if ke else None


def _jenis(head: re.Match[str]) -> tuple[Jenis, str, Tempat]:
    """Kind and maker of a head that was found, and where they stand."""
    at = next(at for at in range(len(JENIS)) if head[f"j{at}"])
    jenis = JENIS[at]
    if jenis.kode == "uu" and head["darurat"]:
        jenis = KINDS["uu-darurat"]
    begin, end = head.span(f"j{at}")
    if jenis.bernama:
        end = head.end(f"p{at}")
        return jenis, " ".join(head[f"p{at}"].split()).rstrip(","), (begin, end)
    return jenis, "", (begin, end)


def _nomor(head: re.Match[str]) -> tuple[Tempat | None, Tempat | None, int]:
    """Where number and year of a head stand, and where it ends; the year may be a part of the number."""
    tahun = next((head.span(name) for name in ("tahun", "tahun2", "tahun3") if head[name]), None)
    name = "angka" if head["angka"] else "nomor"
    if not head[name]:
        return None, tahun, head.end()
    begin, end = head.start(name), head.start(name) + len(head[name].rstrip(".-") or head[name])
    if tahun:
        return (begin, end), tahun, head.end()
    inside = pola("tahun").search(head.string, begin, end)
    return (begin, end), inside.span(1) if inside else None, end


def _sesudah_spasi(teks: str, at: int) -> int:
    while at < len(teks) and teks[at].isspace():
        at += 1
    return at
