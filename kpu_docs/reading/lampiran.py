"""The annexes: head, title, content and signature of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kpu_docs import bahasa
from kpu_docs.inputs.xlsx import words
from kpu_docs.lampiran import KINDS
from kpu_docs.reading import tables
from kpu_docs.reading.draft import UNKNOWN, Draft, same, unbold
from kpu_docs.reading.paper import Line, Piece
from kpu_docs.reading.penutup import BEGINS, TTD

_HEAD = 14
"""Lines that the head of an annex has at most."""

_TITLE = 6
"""Lines that its title has at most."""

_END = 10
"""Lines that its signature has at most."""


def read(annexes: Sequence[tuple[bool | None, list[Piece]]], draft: Draft) -> None:
    """Every annex into the data."""
    bodies = [_Annex(pieces, at, len(annexes), draft) for at, (_, pieces) in enumerate(annexes)]
    usual = all(body.headed for body in bodies)
    draft.kata["lampiran.kepala"] = usual
    found = []
    for at, ((landscape, _), body) in enumerate(zip(annexes, bodies, strict=True), start=1):
        if not usual and body.head:
            draft.uncertain.append(f"Lampiran {at}: kepalanya lain daripada judul Keputusan; dimasukkan ke judul")
        held, kind = body.data(with_head=not usual), body.kind
        if landscape is not None and landscape != (KINDS[kind].orientasi == "mendatar"):
            held = {**held, "orientasi": "mendatar" if landscape else "tegak"}
        found.append({key: held[key] for key in ("judul", "orientasi", "tanda_tangan", kind) if key in held})
        draft.read_as.append("; ".join((f"Lampiran {at}: {kind}{tables.counted(held[kind], kind)}", *body.notes)))
    draft.data["lampiran"] = found


class _Annex:
    """An annex with its head, title and signature taken off; `headed` if its head is that of the decree."""

    def __init__(self, pieces: Sequence[Piece], at: int, count: int, draft: Draft) -> None:
        self.draft = draft
        self.pieces = list(pieces)
        self.head: list[str] = []
        self.headed = self._take_head(f" {bahasa.romawi(at + 1)}" if count > 1 else "")
        self.signed = self._take_signature()
        self.title = self._take_title()
        self.kind, self.content, self.notes = tables.kind(self.pieces, draft)

    def data(self, *, with_head: bool) -> dict[str, Any]:
        """The annex as data; with its head above its title where the office's usual head is not printed."""
        title = "\n".join([*(self.head if with_head else ()), *([self.title] if self.title else [])])
        return {
            **({"judul": title} if title else {}),
            **({} if self.signed else {"tanda_tangan": "tidak"}),
            self.kind: self.content,
        }

    def _take_head(self, which: str) -> bool:
        """Take off the head; whether it is as usual."""
        lines = self._lines(_HEAD)
        if not lines or not re.match(r"LAMPIRAN\b", lines[0].plain):
            return False
        data, kata = self.draft.data, self.draft.kata
        author = self.draft.author(republik_indonesia=kata.get("judul.republik_indonesia", False))
        number = kata.get("kata.nomor", "{nomor}").format(nomor=data.get("nomor", kata.get("kata.nomor_kosong", "")))
        usual = f"LAMPIRAN{which} KEPUTUSAN {author} {number} TENTANG {data.get('tentang', '')}"
        for end in range(1, len(lines) + 1):
            if same(" ".join(line.plain for line in lines[:end]), usual):
                self._take(end)
                alone = any(line.plain.upper() == "TENTANG" for line in lines[:end])
                kata["lampiran.tentang_menyambung"] = not alone
                kata["kata.lampiran"] = lines[0].plain.split()[0]
                return True
        self._take(_other_head(lines))
        return self.draft.edited is not None

    def _take(self, end: int) -> None:
        self.head = [line.plain for line in self.pieces[:end] if isinstance(line, Line)]
        self.pieces = self.pieces[end:]

    def _lines(self, most: int) -> list[Line]:
        """The lines before the first table."""
        found: list[Line] = []
        for piece in self.pieces[:most]:
            if not isinstance(piece, Line):
                break
            found.append(piece)
        return found

    def _take_title(self) -> str:
        """The title: lines in the middle, or in capitals, before everything else."""
        lines = self._lines(_TITLE)
        count = next((at for at, line in enumerate(lines) if not _is_title(line, lines[0])), len(lines))
        found = [unbold(line.text).strip() for line in lines[:count]]
        self.pieces = self.pieces[count:]
        return self.draft.cased("\n".join(" ".join(text.split()) for title in found for text in title.split("\n")))

    def _take_signature(self) -> bool:
        """Take off the signature of the decree's signer, if there is one."""
        tail: list[Line] = []
        for piece in reversed(self.pieces[-_END:]):
            if not isinstance(piece, Line):
                break
            tail.insert(0, piece)
        certified = next((at for at, line in enumerate(tail) if BEGINS["pengesahan"].fullmatch(line.plain)), len(tail))
        texts = [line.plain for line in tail[:certified]]
        names = (self.draft.kantor["pejabat"][0]["nama"], self.draft.edited or UNKNOWN)
        if not texts or not any(same(texts[-1], name) for name in names):
            return False
        begins = self._begins(texts)
        if certified < len(tail):
            self.draft.kata["pengesahan.di_lampiran"] = True
        self.pieces = self.pieces[: len(self.pieces) - len(tail) + begins]
        return True

    def _begins(self, texts: Sequence[str]) -> int:
        """Where the signature begins; what an office prints otherwise there goes into its wording."""
        mark = len(texts) - 2 if len(texts) > 1 and TTD.fullmatch(texts[-2]) else len(texts) - 1
        office = " ".join(self.draft.office)
        for at in range(mark):
            if same(" ".join(texts[at:mark]), office):
                return self._dated(texts, at)
        begins = next((at + 1 for at in range(mark) if words.dated(texts[at])), max(mark - 1, 0))
        if begins < mark:
            self.draft.kata["lampiran.jabatan"] = " ".join(texts[begins:mark])
        return self._dated(texts, begins)

    def _dated(self, texts: Sequence[str], at: int) -> int:
        """Where the signature begins if place and day stand above its office."""
        place = self.draft.kantor["tempat"]
        day = self.draft.data.get("ditetapkan", {}).get("pada", "")
        if at == 0 or not day or not same(texts[at - 1], f"{place}, {day}"):
            return at
        self.draft.kata["lampiran.tempat_tanggal"] = "{tempat}, {tanggal}"
        return at - 1


def _is_title(line: Line, first: Line) -> bool:
    """Whether a line belongs to the title that the first one begins."""
    looks = line.centred if first.centred else line.plain.isupper()
    return looks and not re.match(r"BAB\s+[IVXLC]+\b", line.plain)


def _other_head(lines: Sequence[Line]) -> int:
    """How many lines a head has that is not the usual one: up to the first in the middle."""
    centred = (at for at, line in enumerate(lines) if line.centred)
    tentang = (at for at, line in enumerate(lines) if re.match(r"TENTANG\b", line.plain))
    return next(centred, next(tentang, 0) + 1)
