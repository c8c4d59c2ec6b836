"""The opening: mark of a copy, kop, KEPUTUSAN, NOMOR, TENTANG, the title, and who makes the decree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kpu_docs import satker
from kpu_docs.reading.draft import UNKNOWN, Draft, same, unbold
from kpu_docs.reading.paper import Line, Piece, words

_MARKS = ("salinan", "petikan", "rancangan")
_BODIES = {name.upper(): short for short, name in satker.LEMBAGA.items()}
_AUTHOR = re.compile(rf"(?P<jabatan>.*?)\s*\b(?P<lembaga>{'|'.join(_BODIES)})\b\s*(?P<wilayah>.*)", re.S)
_NOMOR = re.compile(r"(NOMOR\s*:?\s*)(.*)", re.I | re.S)
_EMPTY = re.compile(r"[.…_\s/-]*(?:TAHUN)?[.…_\s]*(?:\d{4})?", re.I)
_INVOCATION = re.compile(r"DENGAN RAHMAT\b", re.I)
_LEVELS = ("provinsi", "kabupaten", "kota")


def read(pieces: Sequence[Piece], draft: Draft) -> None:
    """Kop, number and title into the data; the body into `kantor`."""
    lines = [piece for piece in pieces if isinstance(piece, Line) and piece.plain]
    draft.leave(piece for piece in pieces if not isinstance(piece, Line))
    if lines and lines[0].plain.lower() in _MARKS:
        mark = lines.pop(0).plain
        draft.data["naskah"] = mark.lower()
        draft.kata[f"kata.{mark.lower()}"] = mark
    texts = [line.plain for line in lines]
    keputusan = _first(texts, r"KEPUTUSAN\b")
    nomor = _first(texts, r"NOMOR\b", keputusan)
    tentang = _first(texts, r"TENTANG$", keputusan)
    ends = [at for at in (nomor, tentang) if at is not None]
    if keputusan is None or not ends:
        draft.kantor["satker"] = {"lembaga": UNKNOWN, "tingkat": "kota", "wilayah": UNKNOWN}
        draft.uncertain.append("judul KEPUTUSAN tidak ditemukan: satker dan tentang diisi titik-titik")
        draft.leave(lines)
        return
    _author(" ".join(texts[keputusan : min(ends)]), draft)
    _kop(texts[:keputusan], draft)
    if nomor is not None:
        _nomor(" ".join(texts[nomor : tentang if tentang and tentang > nomor else nomor + 1]), draft)
    if tentang is not None:
        draft.kata["kata.tentang"] = texts[tentang]
        _title(lines[max(tentang, nomor or 0) + 1 :], draft)
    else:
        draft.uncertain.append("judul (TENTANG) tidak ditemukan; diisi titik-titik")


def _first(texts: Sequence[str], pattern: str, start: int | None = 0) -> int | None:
    """The first line from `start` on that begins with a pattern."""
    rest = range(start or 0, len(texts))
    return next((at for at in rest if re.match(pattern, texts[at], re.I)), None)


def _author(text: str, draft: Draft) -> None:
    """Which body makes the decree, and which official of it unless the Ketua."""
    kind, _, author = text.partition(" ")
    draft.kata["kata.keputusan"] = kind
    before, _, selaku = author.partition(" SELAKU ")
    found = _AUTHOR.fullmatch(before.upper())
    if not found:
        draft.kantor["satker"] = {"lembaga": author or UNKNOWN, "tingkat": "ri", "wilayah": "Republik Indonesia"}
        draft.uncertain.append(f'satker "{author}" tidak dikenal; periksa `satker` di kantor.toml')
        return
    draft.kantor["satker"] = _body(found["lembaga"], found["wilayah"], draft)
    pembentuk = {"jabatan": draft.spelt(found["jabatan"]), "selaku": draft.spelt(selaku)}
    if given := {key: value for key, value in pembentuk.items() if value}:
        draft.data["pembentuk"] = given


def _body(lembaga: str, wilayah: str, draft: Draft) -> Any:
    """The key of a body of the table, or the body written out."""
    short = _BODIES[lembaga]
    if short in ("PPK", "PPS"):
        return {"lembaga": short, "kecamatan" if short == "PPK" else "desa": draft.spelt(wilayah) or UNKNOWN}
    if wilayah in ("", "REPUBLIK INDONESIA"):
        draft.kata["judul.republik_indonesia"] = bool(wilayah)
        return "kpu-ri"
    tingkat = wilayah.split()[0].lower()
    key = re.sub(r"[^a-z0-9]+", "-", wilayah.lower()).strip("-")
    known = satker.find(key) or (satker.find(f"provinsi {wilayah}") if tingkat not in _LEVELS else None)
    if known and satker.Satker.model_validate(known).name().upper() == f"{lembaga} {wilayah}":
        return key if satker.find(key) else known["kode"]
    if tingkat not in _LEVELS:
        draft.uncertain.append(f'tingkat satker "{wilayah}" tidak dikenal, ditulis kabupaten; periksa kantor.toml')
    level = tingkat if tingkat in _LEVELS else "kabupaten"
    return {"lembaga": satker.LEMBAGA[short], "tingkat": level, "wilayah": draft.spelt(wilayah)}


def _kop(texts: Sequence[str], draft: Draft) -> None:
    if not texts or same(" ".join(texts), " ".join(draft.satker.lines)):
        return
    if not isinstance(draft.kantor["satker"], dict):
        known = satker.find(draft.kantor["satker"])
        draft.kantor["satker"] = {"kode": known["kode"]} if known and known["kode"] else dict(known or {})
    kop = [text for text in texts if text == text.upper()]
    alamat = [text for text in texts if text not in kop]
    draft.kantor["satker"] |= {key: lines for key, lines in (("kop", kop), ("alamat", alamat)) if lines}


def _nomor(text: str, draft: Draft) -> None:
    found = _NOMOR.fullmatch(text)
    before, nomor = (found[1], found[2].strip()) if found else ("", text)
    draft.kata["kata.nomor"] = f"{before if before.endswith(' ') else f'{before} '}{{nomor}}"
    if _EMPTY.fullmatch(nomor):
        draft.kata["kata.nomor_kosong"] = nomor
        draft.read_as.append("nomor: belum ada")
    else:
        draft.data["nomor"] = nomor
        draft.read_as.append(f"nomor: {nomor}")


def _title(lines: Sequence[Line], draft: Draft) -> None:
    """The title, and the line of the official above Menimbang, which ends with a comma."""
    texts = [unbold(line.text).strip() for line in lines]
    commas = [at for at, line in enumerate(lines) if line.plain.endswith(",")]
    body = re.escape(draft.satker.lembaga.upper())
    ends = commas[-1] if commas else len(lines) - 1
    begins = ends
    while begins > 1 and not re.match(rf"(?:PL[TH]\.\s*)?\w.*\b{body}\b", lines[begins].plain, re.I):
        begins -= 1
    if not commas or not re.search(rf"\b{body}\b", lines[begins].plain, re.I):
        begins = ends if commas else len(lines)
    begins = next((at for at, line in enumerate(lines[:begins]) if _INVOCATION.match(line.plain)), begins)
    title = [" ".join(line.split()) for line in " ".join(texts[:begins]).split("\n")]
    draft.data["tentang"] = draft.cased("\n".join(title))
    draft.read_as.append(f"tentang: {' '.join(title)}")
    _pembentuk([words(text) for line in lines[begins:] for text in line.text.split("\n")], draft)


def _pembentuk(texts: Sequence[str], draft: Draft) -> None:
    if not texts:
        draft.uncertain.append("baris pejabat di atas Menimbang tidak ditemukan; dicetak menurut satker")
        return
    given = draft.data.get("pembentuk", {})
    whole = draft.kata.get("judul.republik_indonesia", False)
    usual = f"{given.get('jabatan', 'Ketua')} {draft.satker.name(republik_indonesia=whole)}{draft.acting},"
    if not same(" ".join(texts), usual):
        draft.data["pembentuk"] = given | {"baris": [*texts[:-1], texts[-1].removesuffix(",")]}
