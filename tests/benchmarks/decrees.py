"""The decrees of the benchmarks: the opponents' data, and the same decree as data of this library."""

from __future__ import annotations

from typing import Any


def as_data(decree: dict[str, Any]) -> dict[str, Any]:
    """A decree as the opponents hold it, as data for ``kpu_docs.load``: the same words, months and rows."""
    region = decree["lembaga"].removeprefix("KOMISI PEMILIHAN UMUM ").title()
    closing = decree["lampiran"]["penutup"]
    return {
        "kantor": {"tata_naskah": {"pengesahan": {"ada": "tidak"}}},
        "satker": {"lembaga": "KPU", "tingkat": "kota", "wilayah": region},
        "naskah": "salinan",
        "nomor": decree["nomor"],
        "tentang": decree["tentang"],
        "menimbang": [_markup(text) for text in decree["menimbang"]],
        "mengingat": [_markup(text) for text in decree["mengingat"]],
        "memperhatikan": [_markup(text) for text in decree["memperhatikan"]],
        "diktum": [_markup(text) for _, text in decree["diktum"]],
        "ditetapkan": {"di": decree["ditetapkan_di"].title(), "pada": decree["pada_tanggal"]},
        "penanda_tangan": {"jabatan": "Ketua", "nama": closing["nama"]},
        "lampiran": [
            {"judul": "\n".join(decree["lampiran"]["judul"]), "rencana_kerja": {"bagian": _sections(decree)}},
        ],
    }


def grown(decree: dict[str, Any], rows: int) -> dict[str, Any]:
    """The decree with an annex of so many rows, as data for ``kpu_docs.load``."""
    source = decree["lampiran"]["baris"]
    repeated = [source[at % len(source)] for at in range(rows)]
    return as_data({**decree, "lampiran": {**decree["lampiran"], "baris": repeated}})


def _markup(text: str) -> str:
    return text.replace("*", r"\*").replace("<i>", "*").replace("</i>", "*")


def _sections(decree: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for row in decree["lampiran"]["baris"]:
        if row["jenis"] == "bagian":
            found.append({"nomor": row["no"], "judul": row["judul"], "kegiatan": []})
            continue
        if not found:
            found.append({"kegiatan": []})
        activities = found[-1]["kegiatan"]
        if row["kegiatan"] or not activities:
            activities.append({"kegiatan": _markup(row["kegiatan"]), "sub_kegiatan": []})
        activities[-1]["sub_kegiatan"].append(
            {
                "sub_kegiatan": _markup(row["sub_kegiatan"]),
                "indikator": _markup(row["indikator"]),
                "bulan": row["bulan"],
                "keterangan": _markup(row["ket"]),
            }
        )
    return found
