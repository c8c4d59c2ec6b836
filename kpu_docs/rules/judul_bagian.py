"""The title where a part of it is repeated: in KESATU and above the annex."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kpu_docs.findings import Span
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._beda import Beda, differences, plain_words, told
from kpu_docs.rules._lembaga import PANJANG
from kpu_docs.tata_naskah import TataNaskah

_MANY = 3
"""From more differences than these on two titles have little in common."""

_VERB = re.compile(
    r"(?:(?:menetapkan|membentuk|mengangkat|menunjuk|mengesahkan|memberlakukan)\b(?:\s+(?:dan|serta)\s+)?)+\s*", re.I
)
_OBJECT_ENDS = re.compile(
    r",?\s+(?:sebagaimana|yang\s+selanjutnya|yang\s+tercantum|dengan\s+(?:susunan|rincian|ketentuan|nama)|sebagai|sejumlah|sebanyak|sebesar)\b"
    r"|\s+terdiri\b|[:;.(]|$",
    re.I,
)

_SMALL = set(plain_words("bagi dalam di dan oleh pada serta untuk"))
"""Words that KESATU and an annex may change."""


@rule(
    "periksa",
    sumber="DIK-6: KESATU dibuka dengan Menetapkan dan judul keputusan; boleh bagian dari judul",
    keyakinan="C",
)
def judul_kesatu_berbeda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Yang ditetapkan pada KESATU disebut dengan kata-kata judul.

    KESATU boleh menyebut bagian judul saja, dan "Penetapan X" menjadi "Menetapkan X". Yang ditanyakan adalah kata lain
    di tengah judul yang sama, dan kata yang terlewat di tengahnya kalau keputusan ini menetapkan satu hal saja.

    Salah:
        tentang: Penetapan Rencana Kerja Penataan Arsip Tahun 2026
        diktum: [Menetapkan Rencana Aksi Penataan Arsip Tahun 2026.]
    Salah:
        tentang: Pedoman Teknis Tata Naskah Dinas
        diktum: [Menetapkan Pedoman Tata Naskah Dinas.]
    Salah:
        tentang: Penetapan Daftar Pemilih Sementara
        diktum: [Menetapkan Daftar Pemilih Tetap sejumlah 1.250 pemilih.]
    Benar:
        tentang: Penetapan Rencana Kerja Penataan Arsip Tahun 2026
        diktum: [Menetapkan Rencana Kerja Penataan Arsip sebagaimana tercantum dalam Lampiran.]
    Benar:
        tentang: Pembentukan Tim Penataan Arsip
        diktum: ['Membentuk Tim Penataan Arsip dengan susunan:']
    Benar:
        tentang: Rencana Kerja dan Tim Penataan Arsip
        diktum: [Menetapkan Rencana Kerja Penataan Arsip., Membentuk Tim Penataan Arsip.]
    """
    enacted = [text for one in keputusan.diktum if (text := one.isi[0].teks) and _VERB.match(text)]
    text = keputusan.diktum[0].isi[0].teks
    verb = _VERB.match(text)
    if verb:
        end = _OBJECT_ENDS.search(text, verb.end())
        span = (verb.end(), end.start() if end else len(text))
        begins = plain_words(text[slice(*span)])[:1]
        found = _inner(keputusan, text, span, missing=len(enacted) == 1)
        if found and begins[0] in plain_words(keputusan.tentang):
            message = f"KESATU menyebut judul dengan kata lain: {told(found)}"
            yield Remark(("diktum", 0, "isi", 0, "teks"), message, (found[0].span[0], found[-1].span[1]))


@rule(
    "periksa",
    sumber="judul lampiran berbeda dari judul keputusan pada salah satu dari 61 keputusan yang dibaca",
    keyakinan="D",
)
def judul_lampiran_berbeda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Judul satu-satunya lampiran disebut dengan kata-kata judul keputusan.

    Judul lampiran boleh lebih pendek atau lebih panjang di awal dan di akhirnya, dan boleh tanpa nama kantor. Yang
    ditanyakan adalah kata lain di tengahnya, dan kata yang terlewat di tengahnya. Kalau lampirannya beberapa,
    masing-masing berjudul sendiri.

    Salah:
        tentang: Rencana Kerja Pembangunan Zona Integritas Menuju Wilayah Bebas dari Korupsi Tahun 2026
        lampiran:
          judul: RENCANA KERJA PEMBANGUNAN ZONA INTEGRITAS TAHUN 2026
          naskah: Contoh.
    Salah:
        tentang: Jadwal Penataan Arsip Tahun 2026
        lampiran: {judul: JADWAL PENATAAN ARSIP TAHUN 2025, naskah: Contoh.}
    Benar:
        tentang: Rencana Kerja Pembangunan Zona Integritas di Lingkungan Komisi Pemilihan Umum Kota Mojokerto Tahun 2026
        lampiran: {judul: RENCANA KERJA PEMBANGUNAN ZONA INTEGRITAS TAHUN 2026, naskah: Contoh.}
    Benar:
        tentang: Tim Penataan Arsip
        lampiran: {judul: SUSUNAN TIM PENATAAN ARSIP, susunan_tim: {anggota: [Umpama Rekaan]}}
    """
    title = keputusan.lampiran[0].judul if len(keputusan.lampiran) == 1 else ""
    found = _inner(keputusan, title, (0, len(title)), missing=True)
    if found:
        message = f"judul lampiran berbeda dari judul keputusan: {told(found)}"
        yield Remark(("lampiran", 0, "judul"), message, (found[0].span[0], found[-1].span[1]))


def _inner(keputusan: Keputusan, text: str, span: Span, *, missing: bool) -> Sequence[Beda]:
    """The differences from the title that count where a text may be a part of it: other words in its midst, and with
    `missing` words that are lacking there; none where the text is about something else.
    """
    title = keputusan.tentang if "(" in text[slice(*span)] else re.sub(r"\([^)]*\)", " ", keputusan.tentang)
    found = differences(title, text, span, panjang=PANJANG)
    written = plain_words(text[slice(*span)])
    foreign = sum(len(plain_words(one.lebih)) for one in found)
    if len(written) < 3 or foreign * 3 > len(written):
        return ()
    body = set(plain_words(f"{keputusan.satker.name()} di pada lingkungan oleh republik indonesia"))
    counted = [one for one in found if _counts(one, body, missing=missing)]
    return counted if len(counted) <= _MANY else ()


def _counts(one: Beda, body: set[str], *, missing: bool) -> bool:
    lacking, other = plain_words(one.hilang), plain_words(one.lebih)
    if one.letak == "awal" or _SMALL.issuperset((*lacking, *other)):
        return False
    if one.letak == "akhir":
        return len(other) == len(lacking) == 1
    if other:
        return len(other) <= 2 and len(lacking) <= 2
    joins = {"dan", "serta"} & {lacking[0], lacking[-1]}
    return missing and not joins and not body.issuperset(lacking)
