"""The grounds and the decision: Menimbang, Mengingat, Memperhatikan, Menetapkan, and the diktum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kpu_docs import bahasa
from kpu_docs.reading import isi
from kpu_docs.reading.columns import sign, untabbed
from kpu_docs.reading.cutting import Parts
from kpu_docs.reading.draft import UNKNOWN, Draft, same, unbold
from kpu_docs.reading.paper import Piece, lines


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
    """The items where they are numbered from 1 on, else one item with everything."""
    held = [line for line in lines(pieces) if line.plain]
    items: list[list[str]] = []
    for line in held:
        mark, rest = sign(line.text)
        if mark == f"{len(items) + 1}.":
            items.append([untabbed(rest)])
        elif items:
            items[-1].append(untabbed(line.text))
        else:
            break
    if len(items) > 1:
        if any(len(texts) > 1 for texts in items):
            draft.uncertain.append(f"{name}: ada baris tanpa angka berikutnya, disambung ke butir di atasnya; periksa")
        return ["\n".join(texts) for texts in items]
    if len(held) > 1:
        draft.uncertain.append(f"{name}: tidak bernomor urut dari 1, dibaca sebagai satu butir; pisahkan bila perlu")
    return ["\n".join(untabbed(line.text) for line in held)] if held else []


def _menetapkan(pieces: Sequence[Piece], draft: Draft) -> None:
    text = " ".join(untabbed(unbold(line.text)) for line in lines(pieces))
    kind = draft.kata.get("kata.keputusan", "KEPUTUSAN")
    usual = f"{kind} {draft.author(republik_indonesia=False)} TENTANG {draft.data.get('tentang', '')}."
    if text and not (same(text, usual) and text.replace(" ", "").isupper()):
        draft.data["menetapkan"] = text


def _diktum(parts: Parts) -> Iterator[Any]:
    for at, (label, pieces) in enumerate(parts.diktum, start=1):
        held: Any = isi.short(isi.read(pieces) or [UNKNOWN])
        if label != bahasa.diktum(at):
            held = {"label": label, **(held if isinstance(held, dict) else {"isi": held})}
        yield held
