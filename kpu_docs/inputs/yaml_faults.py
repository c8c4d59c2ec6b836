"""What the YAML parser complains about, in the words of the clerk who wrote the line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ruamel.yaml.error import YAMLError

from kpu_docs.complaints import Complaint, shown

_INDENT = "lekuk (spasi di awal baris) tidak sama dengan baris lain pada tingkat yang sama; sejajarkan"
_BRACKET = "tanda {} di sini belum ditutup dengan {}; bila bagian dari teks, apit teks itu dengan tanda kutip tunggal"
_BACKSLASH = (
    "dalam tanda kutip ganda, tanda \\ bermakna khusus dan pasangan ini tidak dikenal; "
    "apit teks ini dengan tanda kutip tunggal, misalnya '\\*'"
)
_COLON = (
    "titik dua yang diikuti spasi tidak terbaca di sini; bila bagian dari teks, apit seluruh teks dengan tanda kutip "
    "tunggal ('...'); bila milik kunci baru, sejajarkan lekuknya dengan kunci lain"
)

_AT_CONTEXT = {
    "while scanning a simple key": "baris ini tidak berbentuk kunci: isi; sambungan teks di atas harus lebih masuk",
    "while scanning a quoted scalar": "tanda kutip yang dibuka di sini belum ditutup",
    "while parsing a flow sequence": _BRACKET.format("[", "]"),
    "while parsing a flow mapping": _BRACKET.format("{", "}"),
    "while scanning a block scalar": "tanda | atau > harus berdiri di akhir baris; teksnya mulai di baris berikutnya",
    "directive": "baris tidak boleh diawali tanda %; apit teksnya dengan tanda kutip tunggal",
}
"""Faults best shown where the piece begins in which the parser got stuck: part of its words, ours."""

_AT_PROBLEM = {
    "unknown escape": _BACKSLASH,
    "escape code": _BACKSLASH,
    "mapping values are not allowed": _COLON,
    "sequence entries are not allowed": "butir yang diawali tanda - harus mulai di baris baru, di bawah kuncinya",
    "duplicate anchor": "rujukan & ini sudah dipakai; bila bagian dari teks, apit teks itu dengan tanda kutip tunggal",
    "single document": "berkas ini berisi lebih dari satu dokumen (baris ---); pisahkan menjadi beberapa berkas",
    "block collection": _INDENT,
    "block mapping": _INDENT,
    "<document start>": _INDENT,
}
"""Faults shown where the parser got stuck."""

_FALLBACK = "tidak terbaca sebagai YAML; periksa lekuk, titik dua, dan tanda kutip di sekitar sini"

# What stands after the dashes and the key of a line.
_VALUE = re.compile(r"\s*(?:-\s+)*(?:[^\s'\"#{\[][^:]*?:\s+)?(?P<text>\S.*)?")
_SPECIAL = "*&!%@`[]{},|>?"
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class _Fault:
    """An error of the parser: its words, and its two places (line and column from 0), with the lines of the text."""

    said: str
    problem: tuple[int, int]
    context: tuple[int, int]
    lines: list[str]

    def line(self, place: tuple[int, int]) -> str:
        return self.lines[place[0]] if place[0] < len(self.lines) else ""

    def complaint(self, place: tuple[int, int], message: str) -> Complaint:
        return Complaint((), message, shown(self.line(place)), line=place[0] + 1, column=place[1] + 1)


def lines_of(text: str) -> list[str]:
    """The lines as the parser counts them."""
    return re.split("\r\n|[\r\n\x85\u2028\u2029]", text)


def first_sign(text: str) -> str:
    """The complaint about a plain text whose first sign means something to YAML, showing how to write it."""
    sign = "{{" if text.startswith("{{") else text[:1]
    quoted = (shown(text) or "").replace("'", "''")
    return f"teks yang diawali {sign} harus diapit tanda kutip tunggal; tulis '{quoted}'"


def explain(error: YAMLError, text: str) -> Complaint:
    """The complaint for an error of the parser."""
    problem = getattr(error, "problem_mark", None)
    if problem is None:
        return _unreadable(text)
    context = getattr(error, "context_mark", None) or problem
    fault = _Fault(
        f"{getattr(error, 'context', '')}: {getattr(error, 'problem', '')}",
        (problem.line, problem.column),
        (context.line, context.column),
        lines_of(text),
    )
    return _tab(fault) or _special_sign(fault) or _after_the_quote(fault) or _known(fault)


def _unreadable(text: str) -> Complaint:
    at = found.start() if (found := _UNREADABLE.search(text)) else 0
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    message = f"memuat tanda yang tidak terbaca (U+{ord(text[at : at + 1] or ' '):04X}); hapus tanda itu"
    return Complaint((), message, line=line, column=column)


def _tab(fault: _Fault) -> Complaint | None:
    line = fault.line(fault.problem)
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent:
        return None
    return fault.complaint((fault.problem[0], indent.index("\t")), "lekuk memakai tab; ganti setiap tab dengan spasi")


def _special_sign(fault: _Fault) -> Complaint | None:
    """A text that begins with a sign YAML reads as its own: `*Roadmap*`, `{{ x }}`, `@`, `[draf] Rapat`."""
    if "alias" in fault.said or "an anchor" in fault.said:
        # An unknown alias is found at its star, a malformed one behind it.
        return fault.complaint(fault.context, first_sign(fault.line(fault.context)[fault.context[1] :]))
    if not any(words in fault.said for words in ("unhashable", "cannot start", "node content", "expected key")):
        return None
    column, value = _value(fault)
    return fault.complaint((fault.problem[0], column), first_sign(value)) if value[:1] in tuple(_SPECIAL) else None


def _after_the_quote(fault: _Fault) -> Complaint | None:
    column, value = _value(fault)
    if "expected key" not in fault.said or value[:1] not in ("'", '"') or column >= fault.problem[1]:
        return None
    double, single = "apit seluruh teks dengan tanda kutip tunggal", "tulis '' untuk tanda kutip tunggal di dalam teks"
    cure = double if value[0] == '"' else single
    return fault.complaint(fault.problem, f"setelah tanda kutip penutup masih ada teks; {cure}")


def _known(fault: _Fault) -> Complaint:
    for place, messages in ((fault.context, _AT_CONTEXT), (fault.problem, _AT_PROBLEM)):
        for words, message in messages.items():
            if words in fault.said:
                return fault.complaint(place, message)
    return fault.complaint(fault.problem, _FALLBACK)


def _value(fault: _Fault) -> tuple[int, str]:
    """Column and text of what stands after the dashes and the key of the line of the problem."""
    found = _VALUE.match(fault.line(fault.problem))
    return (found.start("text"), found["text"]) if found and found["text"] else (0, "")
