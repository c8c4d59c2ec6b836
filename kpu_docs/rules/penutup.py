"""The closing of the decree: place, signing office, name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs import bahasa, nama
from kpu_docs.complaints import DataPath
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.tata_naskah import TataNaskah


@rule(
    "salah",
    sumber="H1-8: Keputusan ditandatangani Ketua pada setiap tingkat (paparan Biro Hukum KPU 2016, T1); Keputusan "
    "Sekretariat dibuat dan ditandatangani Sekretaris",
    keyakinan="B",
)
def jabatan_penanda_tangan(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Yang menandatangani adalah pejabat yang membuat Keputusan.

    Keputusan yang dibuka dengan "KETUA KOMISI PEMILIHAN UMUM ..." ditandatangani Ketua, juga oleh Plt. atau Plh. Ketua;
    Keputusan Sekretaris ditandatangani Sekretaris. Jika pembukaannya ditulis sendiri (`baris`), aturan ini diam.

    Salah:
        penanda_tangan: {jabatan: Sekretaris, nama: Umpama Rekaan}
    Salah:
        pembentuk: Sekretaris
        penanda_tangan: {jabatan: Ketua, nama: Umpama Rekaan}
    Benar:
        pembentuk: Sekretaris
        penanda_tangan: {nama: Umpama Rekaan}
    Benar:
        penanda_tangan: {jabatan: ketua, nama: Umpama Rekaan, status: Plh.}
    Benar:
        pembentuk: {baris: SEKRETARIS KOMISI PEMILIHAN UMUM KOTA MOJOKERTO}
        penanda_tangan: {jabatan: Sekretaris, nama: Umpama Rekaan}
    """
    maker, who = keputusan.pembentuk, keputusan.penanda_tangan
    signs = " ".join((who.jabatan, *who.baris))
    if not maker.baris and maker.jabatan.casefold() not in signs.casefold():
        message = f"Keputusan dibuat oleh {maker.jabatan}, tetapi ditandatangani {who.jabatan}; samakan, atau isi "
        yield Remark(("penanda_tangan", "jabatan"), f"{message}`pembentuk`")


@rule(
    "periksa",
    sumber="CLO-1: Ditetapkan di <tempat>; tempat kantor menurut kantor.toml, dan kantor kota menyebut kotanya",
    keyakinan="D",
)
def tempat_berbeda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Tempat penetapan adalah tempat kantornya.

    Dibandingkan dengan `tempat` di kantor.toml; jika itu tidak diisi, bagi kantor kota dengan nama kotanya. Rapat pleno
    di tempat lain memang mungkin, jadi ini hanya untuk dilihat lagi. Tempat kantor kabupaten tidak ditebak.

    Salah:
        satker: kota-mojokerto
        ditetapkan: {di: Sidoarjo}
    Salah:
        satker: kabupaten-sidoarjo
        kantor: {tempat: Sidoarjo}
        ditetapkan: {di: Surabaya}
    Benar:
        satker: kota-jakarta-selatan
        ditetapkan: {di: Jakarta}
    Benar:
        satker: kabupaten-sleman
        ditetapkan: {di: Sleman}
    """
    place, kantor, satker = keputusan.place, keputusan.kantor, keputusan.satker
    if kantor and kantor.tempat:
        if not _same_place(place.text, kantor.tempat):
            yield Remark(place.asal, f'tempat kantor menurut kantor.toml adalah "{kantor.tempat}"')
    elif satker.tingkat == "kota" and _letters(place.text) not in _letters(satker.wilayah):
        yield Remark(place.asal, f'tempat penetapan tidak terdapat dalam nama "{satker.wilayah}"')


def _same_place(one: str, other: str) -> bool:
    bare = [re.sub(r"^(kota|kabupaten)", "", _letters(text)) for text in (one, other)]
    return bare[0] == bare[1]


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]", "", text.casefold())


@rule(
    "saran",
    sumber='CLO-1: bentuk nasional "Ditetapkan di <Kota>" (pedoman UU 12/2011)',
    keyakinan="B",
)
def huruf_tempat(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Nama tempat diawali huruf kapital, tidak seluruhnya kapital.

    Kantor yang mencetak tempat dengan kapital menyebutnya di kantor.toml (`penutup.tempat_kapital`), bukan di sini.

    Salah:
        ditetapkan: {di: MOJOKERTO}
    Salah:
        ditetapkan: {di: mojokerto}
    Benar:
        ditetapkan: {di: Mojokerto}
    Benar:
        kantor: {tata_naskah: {penutup: {tempat_kapital: ya}}}
        ditetapkan: {di: MOJOKERTO}
    """
    text, asal = keputusan.place
    small = text.islower()
    if small or (text.isupper() and len(text) > 1 and not tata_naskah.penutup.tempat_kapital):
        what = "huruf kecil" if small else "huruf kapital"
        yield Remark(asal, f"nama tempat ditulis dengan {what} seluruhnya", expected=text.title())


@rule(
    "salah",
    sumber="CLO-3: nama penanda tangan tanpa gelar, pangkat, dan NIP (paparan Biro Hukum KPU 2016, T1; S25)",
    keyakinan="B",
)
def nama_bergelar(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Nama penanda tangan ditulis tanpa gelar akademik dan NIP.

    Yang termasuk nama tidak diragukan: H., Hj., I Gede, M., Muh., A., Tb., R., St. Nama yang mengesahkan salinan tidak
    diperiksa.

    Salah:
        penanda_tangan: {nama: 'Dr. Umpama Rekaan, S.H., M.H.'}
    Salah:
        penanda_tangan: {nama: UMPAMA REKAAN SH}
    Salah:
        penanda_tangan: {nama: Umpama Rekaan NIP. 19700101 199503 1 001}
    Benar:
        penanda_tangan: {nama: Umpama Rekaan}
    Benar:
        penanda_tangan: {nama: H. TB. MUH. UMPAMA M.A. REKAAN}
    """
    name, asal = keputusan.signer.pejabat.nama, keputusan.signer.asal
    bare = nama.taken_apart(name).tanpa_gelar
    if bare and bare != " ".join(name.split()):
        yield Remark((*asal, "nama"), "nama penanda tangan harus tanpa gelar dan NIP", expected=bare)


@rule(
    "salah",
    sumber="CLO-2: jabatan diakhiri satu koma (pedoman UU 12/2011; S30)",
    keyakinan="B",
)
def koma_ganda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Koma di akhir jabatan dicetak sendiri dan tidak ditulis lagi.

    Salah:
        penanda_tangan: {nama: Umpama Rekaan, baris: [KETUA KOMISI PEMILIHAN UMUM, 'KOTA MOJOKERTO,']}
    Salah:
        pembentuk: {baris: 'KOMISI PEMILIHAN UMUM KOTA MOJOKERTO,'}
    Salah:
        naskah: salinan
        kantor: {pejabat: [{jabatan: kepala hukum, sebutan: 'Kepala Subbagian Hukum,', nama: Contoh Belaka}]}
    Benar:
        penanda_tangan: {nama: Umpama Rekaan, baris: [KETUA KOMISI PEMILIHAN UMUM, KOTA MOJOKERTO]}
    """
    ends: list[tuple[DataPath, str]] = [
        ((key, "baris", len(lines) - 1), lines[-1])
        for key, lines in (
            ("pembentuk", keputusan.pembentuk.baris),
            ("penanda_tangan", keputusan.penanda_tangan.baris),
        )
        if lines
    ]
    certifier = keputusan.certifier
    if keputusan.copied and certifier:
        ends.append(((*certifier.asal, "sebutan"), certifier.pejabat.sebutan))
    for path, text in ends:
        if text.endswith(","):
            span = len(text) - 1, len(text)
            yield Remark(path, "koma di akhir jabatan akan tercetak dua kali", span, "", safe=True)


@rule(
    "saran",
    sumber="CLO-2: jabatan penanda tangan dengan huruf kapital (pedoman UU 12/2011; S30)",
    keyakinan="B",
)
def huruf_jabatan(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Jabatan penanda tangan yang ditulis sendiri (`baris`) memakai huruf kapital.

    Singkatan di depannya (Plt., Plh., a.n.) tetap seperti ditulis.

    Salah:
        penanda_tangan: {nama: Umpama Rekaan, baris: [Ketua Komisi Pemilihan Umum, Kota Mojokerto]}
    Benar:
        penanda_tangan: {nama: Umpama Rekaan, baris: [Plt. KETUA KOMISI PEMILIHAN UMUM, KOTA MOJOKERTO]}
    """
    for at, text in enumerate(keputusan.penanda_tangan.baris):
        bare = re.sub(r"^(?:pl[th]\.|a\.\s?n\.|u\.\s?b\.)\s*", "", text, flags=re.I)
        if bare != bare.upper():
            span = len(text) - len(bare), len(text)
            message = "jabatan penanda tangan seharusnya dengan huruf kapital"
            yield Remark(("penanda_tangan", "baris", at), message, span, bare.upper())


@rule(
    "periksa",
    sumber="kantor.toml sendiri: masa jabatan pada tanggal Keputusan; ditandatangani pejabat yang menjabat (H1-8, T1)",
    keyakinan="B",
)
def masa_jabatan(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Yang disebut sebagai penanda tangan menjabat pada tanggal Keputusan.

    Berlaku jika `nama` ditulis dan kantor.toml mencatat pejabat pada jabatan itu. Plt. dan Plh. tidak diperiksa.

    Salah:
        kantor: {pejabat: [{jabatan: Ketua, nama: Nama Contoh, sampai: 2024-02-29}]}
        ditetapkan: {di: Mojokerto, pada: 2026-01-05}
    Salah:
        kantor: {pejabat: [{jabatan: Ketua, nama: Andai Saja, mulai: 2024-03-01}]}
        ditetapkan: {di: Mojokerto, pada: 2026-01-05}
    Benar:
        kantor: {pejabat: [{jabatan: Ketua, nama: 'Nama Contoh, S.H.', mulai: 2024-03-01}]}
        ditetapkan: {di: Mojokerto, pada: 2026-01-05}
    """
    who, kantor, day = keputusan.penanda_tangan, keputusan.kantor, keputusan.ditetapkan.pada
    people = [one for one in kantor.pejabat if one.jabatan.casefold() == who.jabatan.casefold()] if kantor else []
    if not (who.nama and people and day) or who.status:
        return
    holders = [one for one in people if one.in_office(day)]
    if any(nama.words(one.nama) == nama.words(who.nama) for one in holders):
        return
    known = f"adalah {' atau '.join(one.nama for one in holders)}" if holders else "tidak tercatat"
    message = f"menurut kantor.toml, {who.jabatan} pada {bahasa.tanggal(day)} {known}"
    yield Remark(("penanda_tangan", "nama"), message)
