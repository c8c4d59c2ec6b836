"""The grounds and the decision: Menimbang, Mengingat, Memperhatikan, Menetapkan, and the diktum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kpu_docs import bahasa
from kpu_docs.reading import isi
from kpu_docs.reading.columns import untabbed
from kpu_docs.reading.cutting import Parts
from kpu_docs.reading.draft import UNKNOWN, Draft, same, unbold
from kpu_docs.reading.paper import Piece, lines

_LETTERED = "a."


def read(parts: Parts, draft: Draft) -> None:
    """The grounds, Menetapkan and the diktum into the data, the labels into the wording."""
    draft.data["menimbang"] = _menimbang(parts.menimbang) or _missing("Menimbang", draft)
    draft.data["mengingat"] = _bases(parts.mengingat, "Mengingat", draft) or _missing("Mengingat", draft)
    if parts.memperhatikan:
        draft.data["memperhatikan"] = _bases(parts.memperhatikan, "Memperhatikan", draft)
    for name, written in parts.labels.items():
        draft.kata[f"kata.{name}"] = written
    if parts.memutuskan:
        draft.kata["kata.memutuskan"] = parts.memutuskan
    _menetapkan(parts.menetapkan, draft)
    draft.data["diktum"] = [*_diktum(parts)] or _missing("diktum", draft)
    for name in ("menimbang", "mengingat", "memperhatikan", "diktum"):
        if name in draft.data:
            draft.read_as.append(f"{name}: {len(draft.data[name])} butir")


def _missing(name: str, draft: Draft) -> list[str]:
    draft.uncertain.append(f"{name} tidak ditemukan; diisi titik-titik")
    return [UNKNOWN]


def _menimbang(pieces: Sequence[Piece]) -> list[Any]:
    """The items where all of it is one lettered list, else one item with everything."""
    found = isi.read(pieces)
    match found:
        case [{"daftar": {"penanda": "a.", "butir": [_, _, *_] as butir}, **rest}] if not rest:
            return list(butir)
    return [isi.short(found)] if found else []


def _bases(pieces: Sequence[Piece], name: str, draft: Draft) -> list[str]:
    """The items where all of it is one numbered list, else one item with everything."""
    match isi.read(pieces):
        case [{"daftar": [_, _, *_] as butir, **rest}] if not rest:
            if any(not isinstance(item, str) for item in butir):
                draft.uncertain.append(
                    f"{name}: angkanya tidak berurutan atau butirnya terbagi; periksa butir-butirnya"
                )
            return ["\n".join(_texts(item)) for item in butir]
    texts = [untabbed(line.text) for line in lines(pieces) if line.plain]
    if len(texts) > 1:
        draft.uncertain.append(f"{name}: tidak bernomor urut dari 1, dibaca sebagai satu butir; pisahkan bila perlu")
    return ["\n".join(texts)] if texts else []


def _texts(item: Any) -> Iterator[str]:
    """The texts of an item, from top to bottom, with the signs of the lists in it."""
    if isinstance(item, str):
        yield item
    elif isinstance(item, list):
        for one in item:
            yield from _texts(one)
    else:
        for part, held in item.items():
            yield from _listed(part, held)


def _listed(part: str, held: Any) -> Iterator[str]:
    from kpu_docs.isi_blocks import marker

    if part == "daftar":
        first, butir = (held["penanda"], held["butir"]) if isinstance(held, dict) else (_LETTERED, held)
        for at, item in enumerate(butir):
            text, *rest = _texts(item)
            yield f"{marker(first, at)} {text}"
            yield from rest
    elif part == "rincian":
        pairs = held.items() if isinstance(held, dict) else (pair for one in held for pair in one.items())
        yield from (f"{name} : {text}" for name, text in pairs)
    elif part == "tabel":
        titles = [column["judul"] if isinstance(column, dict) else column for column in held["kolom"]]
        yield from (" ".join(filter(None, row)) for row in (titles, *held["baris"]))
    elif part == "berbunyi":
        for quote in held:
            label = quote.get("label", "") if isinstance(quote, dict) else ""
            text, *rest = _texts(quote["isi"] if label else quote)
            yield f"{label} : {text}" if label else text
            yield from rest
    else:
        yield held


def _menetapkan(pieces: Sequence[Piece], draft: Draft) -> None:
    text = " ".join(untabbed(unbold(line.text)) for line in lines(pieces))
    body = draft.satker.model_copy(update={"republik_indonesia": False}).name()
    given = draft.data.get("pembentuk", {})
    official = "" if given.get("jabatan", "Ketua").lower() == "ketua" else f"{given['jabatan']} "
    acting = f" SELAKU {given['selaku']}" if given.get("selaku") else ""
    kind = draft.kata.get("kata.keputusan", "KEPUTUSAN")
    usual = f"{kind} {official}{body}{acting} TENTANG {draft.data.get('tentang', '')}."
    if text and not (same(text, usual) and text.replace(" ", "").isupper()):
        draft.data["menetapkan"] = text


def _diktum(parts: Parts) -> Iterator[Any]:
    for at, (label, pieces) in enumerate(parts.diktum, start=1):
        held: Any = isi.short(isi.read(pieces) or [UNKNOWN])
        if label != bahasa.diktum(at):
            held = {"label": label, **(held if isinstance(held, dict) else {"isi": held})}
        yield held
