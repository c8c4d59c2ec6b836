"""Whole decrees."""

from __future__ import annotations

from itertools import count

from hypothesis import strategies as st

from tests.generating.annexes import Data, annex, some
from tests.generating.content import butir, many
from tests.generating.texts import line, plain, stamped, text

_SATKER: Data = st.sampled_from(["kpu-ri", "kota-mojokerto", "provinsi-aceh", "3576"]) | st.fixed_dictionaries(
    {"lembaga": plain, "tingkat": st.sampled_from(["provinsi", "kabupaten", "kota"]), "wilayah": plain},
    optional={"kop": st.lists(plain, min_size=1, max_size=3), "alamat": st.lists(line, max_size=2)},
)
_COMMITTEE = st.fixed_dictionaries(
    {"lembaga": st.just("PPK"), "kecamatan": plain}, optional={"wilayah": plain}
) | st.fixed_dictionaries(
    {"lembaga": st.just("PPS"), "kecamatan": plain, "desa": plain},
    optional={"wilayah": plain, "alamat": st.lists(line, max_size=2)},
)
_SIGNER = st.fixed_dictionaries(
    {"nama": line}, optional={"jabatan": plain, "status": st.sampled_from(["", "Plt.", "Plh."])}
) | st.fixed_dictionaries({"nama": line, "baris": st.lists(plain, min_size=1, max_size=3)})
_OFFICE = some(
    tata_naskah=some(
        penutup=some(titik_dua=st.booleans(), tempat_kapital=st.booleans()),
        pengesahan=some(di_lampiran=st.booleans()),
        lampiran=some(tentang_menyambung=st.booleans(), kepala=st.booleans()),
        label=some(tebal=st.just(["Menimbang", "KESATU"])),
        gaya=some(judul=some(tebal=st.booleans()), sel=some(tebal=st.booleans())),
        huruf=some(ukuran=st.sampled_from([9, 12, 16])),
    )
)
_label = st.fixed_dictionaries({"isi": butir(2), "label": plain}).map(
    lambda one: {"label": one["label"], "isi": [one["isi"]]} if isinstance(one["isi"], str) else one["isi"]
)

_KEYS: dict[str, Data] = {
    "satker": _SATKER | _COMMITTEE,
    "tentang": text,
    "menimbang": many(butir(4), 30),
    "mengingat": many(text, 60),
    "diktum": many(butir(3) | _label, 40),
    "ditetapkan": st.fixed_dictionaries({"di": line}, optional={"pada": st.just("2026-01-05")}),
    "penanda_tangan": _SIGNER,
    "kantor": _OFFICE,
    "lampiran": st.lists(annex, max_size=3),
}
_MORE: dict[str, Data] = {
    "tata_naskah": st.sampled_from(["kpu-2019", "kpu-2022-klasifikasi", "kpu-2023"]),
    "naskah": st.sampled_from(["rancangan", "asli", "salinan"]),
    "pembentuk": some(jabatan=plain, selaku=plain, baris=st.lists(line, min_size=1, max_size=2)),
    "nomor": plain,
    "memperhatikan": many(text, 20),
    "menetapkan": text,
    "tembusan": many(line, 300),
}
_COPY = _KEYS | {"naskah": st.just("salinan"), "pengesah": _SIGNER}
decrees: Data = (
    st.fixed_dictionaries(_KEYS, optional=_MORE)
    | st.fixed_dictionaries(_COPY, optional={key: _MORE[key] for key in _MORE if key != "naskah"})
).map(lambda data: stamped(data, count(1)))
"""Decrees whose texts are `Said`, each with a word of its own."""
