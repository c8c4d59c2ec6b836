"""The end: place and day, signature, certification of a copy, list of recipients. Each begins with its words, in
whatever order columns have brought them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kpu_docs import bahasa
from kpu_docs.kantor import KEPALA_HUKUM
from kpu_docs.reading.columns import sign, untabbed
from kpu_docs.reading.draft import UNKNOWN, Draft, same
from kpu_docs.reading.paper import Line, Piece, Table

BEGINS = {
    "tempat": re.compile(r"(D(?i:itetapkan|ikeluarkan) (?i:di))\s*(:?)\s*(.*)"),
    "hari": re.compile(r"(pada tanggal)(?!\s+di(?:tetap|undang)kan)\s*(:?)\s*(.*)", re.I),
    "pengesahan": re.compile(r"(?:salinan|petikan|turunan)\b.*\bsesuai\b.*\basli.*", re.I),
    "tembusan": re.compile(r"(tembusan\s*(?:yth\.?)?\s*:?)\s*(.*)", re.I),
}
TTD = re.compile(
    r"[(\[]?\s*(?:ttd|t\.\s*t\.\s*d|dto|cap/ttd|ditandatangani.*|tanda tangan.*|\$\{.*\})\.?\s*[)\]]?", re.I
)
_STATUS = re.compile(r"(PL[TH])\.?\s+(.*)", re.I)
_STRAY = 2
"""Lines after the name of the signer that make no annex."""

_CERTIFICATION = 8
"""Lines that a certification has at most."""


def read(pieces: Sequence[Piece], draft: Draft, *, last: bool) -> list[Piece]:
    """Place, day, signer, certifier and recipients into the data; returns an annex that begins after all of them
    without a head, as it may where they are the `last` part of the paper.
    """
    blocks, rest = _blocks(pieces)
    _place(blocks["tempat"], draft)
    _day(blocks["hari"][:1], draft)
    after = _signature(blocks["hari"][1:] if blocks["hari"] else blocks["tempat"][1:], draft)
    after += _certification(blocks["pengesahan"], draft)
    _recipients(blocks["tembusan"], draft)
    if last and len(after) > _STRAY and not rest and not any(blocks[name] for name in ("pengesahan", "tembusan")):
        return list(after)
    draft.leave(after if last else (*after, *rest))
    return rest if last else []


def _blocks(pieces: Sequence[Piece]) -> tuple[dict[str, list[Line]], list[Piece]]:
    """The lines that belong to each beginning, and what stands from the first table on."""
    end = next((at for at, piece in enumerate(pieces) if isinstance(piece, Table)), len(pieces))
    found: dict[str, list[Line]] = {name: [] for name in BEGINS}
    now = "tempat"
    lines = [piece for piece in pieces[:end] if isinstance(piece, Line)]
    if end < len(pieces):  # lines above a table are its title
        last = max((at for at, line in enumerate(lines) if TTD.fullmatch(line.plain)), default=len(lines) - 2)
        lines, titles = lines[: last + 2], lines[last + 2 :]
    else:
        titles = []
    for line in lines:
        now = next((name for name, begins in BEGINS.items() if not found[name] and begins.fullmatch(line.plain)), now)
        found[now].append(line)
    return found, [*titles, *pieces[end:]]


def _place(lines: Sequence[Line], draft: Draft) -> None:
    found = BEGINS["tempat"].fullmatch(lines[0].plain) if lines else None
    if not found or not found[3]:
        draft.uncertain.append("tempat (Ditetapkan di) tidak ditemukan; diisi titik-titik")
        draft.kantor["tempat"] = UNKNOWN
        return
    draft.kata |= {"kata.ditetapkan_di": found[1], "penutup.titik_dua": bool(found[2])}
    draft.kata["penutup.tempat_kapital"] = found[3].isupper()
    draft.kantor["tempat"] = draft.spelt(found[3])


def _day(lines: Sequence[Line], draft: Draft) -> None:
    found = BEGINS["hari"].fullmatch(lines[0].plain) if lines else None
    if not found:
        draft.uncertain.append("tanggal tidak ditemukan")
        return
    draft.kata["kata.pada_tanggal"] = found[1]
    day = bahasa.baca_tanggal(found[3])
    if day and bahasa.tanggal(day) == found[3]:
        draft.data["ditetapkan"] = {"pada": found[3]}
    else:
        draft.kata["kata.tanggal_kosong"] = found[3] or UNKNOWN
    if not re.search(r"\w", found[3]):
        draft.read_as.append("tanggal: belum ada")
    elif "ditetapkan" not in draft.data:
        draft.uncertain.append(f'tanggal belum terbaca, dicetak seperti tertulis: "{found[3]}"')


def _signature(lines: Sequence[Line], draft: Draft) -> list[Line]:
    """The office, the word for the signature, the name; returns the lines after these."""
    texts = [line.plain for line in lines]
    mark = next((at for at, text in enumerate(texts) if TTD.fullmatch(text)), None)
    comma = next((at for at, text in enumerate(texts[:mark]) if text.endswith(",")), None)
    end = mark if mark is not None else comma + 1 if comma is not None else max(len(texts) - 1, 0)
    name = end if mark is None else mark + 1
    nama = texts[name] if name < len(texts) else UNKNOWN
    if nama == UNKNOWN:
        draft.uncertain.append("nama penanda tangan tidak ditemukan; diisi titik-titik")
    draft.kata["kata.ttd"] = texts[mark] if mark is not None else ""
    draft.kata["tanda_tangan.nama_kapital"] = nama.isupper() or not re.search(r"\w", nama)
    draft.office = tuple(texts[:end])
    who = _office(texts[:end], draft)
    draft.kantor["pejabat"] = [{"jabatan": who["jabatan"].lower(), "nama": draft.cased(nama)}]
    if [*who] == ["jabatan"]:
        draft.data["penanda_tangan"] = who["jabatan"].lower()
    else:
        draft.data["penanda_tangan"] = who
    draft.read_as.append(f"penanda tangan: {nama}, {who['jabatan']}")
    return list(lines[name + 1 :])


def _office(texts: Sequence[str], draft: Draft) -> dict[str, Any]:
    """Who signs, by his office; its lines where they are not those that follow from the body."""
    first, *regions = draft.satker.lines
    office, found, _ = (texts[0] if texts else "").upper().partition(f" {first.upper()}")
    acting = _STATUS.fullmatch(office)
    jabatan = draft.spelt(acting[2] if acting else office).rstrip(",") or draft.data.get("pembentuk", {}).get(
        "jabatan", "Ketua"
    )
    who: dict[str, Any] = {"jabatan": jabatan}
    if acting:
        who["status"] = f"{acting[1].title()}."
    usual = " ".join([f"{office}{found}", *regions])
    if texts and not (found and same(" ".join(texts), f"{usual}{draft.acting},")):
        who["baris"] = [*texts[:-1], texts[-1].removesuffix(",")]
    return who


def _certification(lines: Sequence[Line], draft: Draft) -> list[Line]:
    """Who certifies the copy; returns the lines of a block that is none."""
    if not lines:
        draft.kata["pengesahan.ada"] = False
        return []
    texts = [line.plain for line in lines[:_CERTIFICATION]]
    first, *regions = (line.upper() for line in draft.satker.lines)
    general = " JENDERAL" if draft.satker.tingkat == "ri" else ""
    whole = " ".join(texts[1:])
    body = re.match(
        rf"(?P<sekretariat>\S+){general}\s+{re.escape(' '.join((first, *regions)))}\s+(?P<kepala>.*?),\s+(?P<nama>.+)",
        whole,
    )
    if not body:
        draft.kata["pengesahan.ada"] = False
        draft.uncertain.append("pengesahan salinan tidak berbentuk biasa; barisnya ditaruh di bagian akhir")
        return list(lines)
    draft.kata |= {
        "pengesahan.ada": True,
        "pengesahan.bunyi_petikan" if draft.data.get("naskah") == "petikan" else "pengesahan.bunyi": texts[0],
        "pengesahan.sekretariat": body["sekretariat"],
    }
    nama = body["nama"]
    if re.search(r"\w", nama):
        draft.kantor["pejabat"].append({"jabatan": KEPALA_HUKUM, "sebutan": body["kepala"], "nama": nama})
    else:
        draft.kata |= {"pengesahan.kepala": body["kepala"], "kata.tanggal_kosong": nama}
    return list(lines[_CERTIFICATION:])


def _recipients(lines: Sequence[Line], draft: Draft) -> None:
    if not lines:
        return
    found = BEGINS["tembusan"].fullmatch(lines[0].plain)
    assert found is not None, "_blocks"
    draft.kata["kata.tembusan"] = found[1]
    texts = [text for text in (found[2], *(untabbed(line.text) for line in lines[1:])) if text]
    numbered = [sign(text) for text in texts]
    if len(texts) > 1 and [mark for mark, _ in numbered] == [f"{at}." for at in range(1, len(texts) + 1)]:
        texts = [text for _, text in numbered]
    draft.data["tembusan"] = [" ".join(text.split()) for text in texts]
