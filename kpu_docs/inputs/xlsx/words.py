"""The words by which a head, a section, a mark and the end of a table are known."""

from __future__ import annotations

import re

from kpu_docs import bahasa

LABELS: dict[str, tuple[str, ...]] = {
    "nomor": ("NO", "NOMOR", "NO URUT", "NOMOR URUT"),
    "kegiatan": (
        "KEGIATAN", "PROGRAM", "PROGRAM KEGIATAN", "URAIAN KEGIATAN", "NAMA KEGIATAN", "JENIS KEGIATAN", "RENCANA AKSI",
        "RENCANA KEGIATAN", "AKTIVITAS", "URAIAN", "RENCANA KERJA",
    ),
    "sub_kegiatan": (
        "SUB KEGIATAN", "SUBKEGIATAN", "RINCIAN KEGIATAN", "URAIAN SUB KEGIATAN", "RINCIAN", "TAHAPAN",
        "TAHAPAN KEGIATAN", "DETAIL KEGIATAN",
    ),
    "indikator": ("INDIKATOR KEBERHASILAN", "INDIKATOR", "OUTPUT", "KELUARAN"),
    "keterangan": ("KET", "KETERANGAN", "CATATAN"),
}  # fmt: skip
"""The columns of a plan by the headings that offices give them, without points and signs."""

_MONTH_NAMES = {
    spelling: at for at, name in enumerate(bahasa.BULAN, 1) for spelling in (name.upper(), name[:3].upper())
}
_MONTH_NAMES |= {"PEBRUARI": 2, "PEB": 2, "AGT": 8, "AGS": 8, "AGUST": 8, "SEPT": 9, "NOPEMBER": 11, "NOP": 11}
_MONTHS = "|".join(_MONTH_NAMES)
_PERIOD = re.compile(
    rf"(?:(?:BULAN|BLN) )?(?:(?:{_MONTHS})(?: \d{{2,4}})?|\d{{1,2}}|[IVX]{{1,4}})"
    r"|(?:TW|TRIWULAN|TRI WULAN|SEMESTER|SMT|SEM|KUARTAL|Q|MINGGU|MG|M|W|PEKAN|TAHUN|HARI)"
    r"(?: KE)? ?(?:[IVX]{1,4}|\d{1,4})"
    r"|(?:I|II|III|IV|1|2|3|4) ?(?:TW|TRIWULAN)"
    r"|(?:19|20)\d\d"
)
MARKS = {"x", "v", "✓", "√", "✔", "☑", "☒", "✗", "✘", "✕", "×", "1", "■", "●", "•", "ya", "\\*"}
"""Texts that mark a cell of the grid, in small letters (a star as it stands in the text of a cell)."""

AS_TEXT = (
    "tersimpan sebagai bilangan, sehingga angkanya dapat berubah atau hilang; "
    "jadikan sel ini berformat Teks, lalu ketik ulang dari dokumen aslinya"
)
"""What is said of a NIP that is a number."""

AS_CODE = (
    "tersimpan sebagai tanggal atau bilangan pecahan, sehingga nomor seperti 1.10 berubah; "
    "jadikan sel ini berformat Teks, lalu ketik ulang"
)
"""What is said of the number of a row that is a day or a fraction."""

_IDENTITIES = {"NIP", "NIK", "NPWP", "NRP", "NIP NIK", "NIP NRP", "NO KTP", "NOMOR REKENING", "NO REKENING", "NO HP"}
# A single C or L before a point is an initial (C. Nama), not a hundred.
_SECTION = re.compile(r"([IVX]|[IVXLC]{2,})(\s*[.)]\s*|\s+)(?=\S)(.+)", re.DOTALL)
_ORDINAL = re.compile(r"\(?\d+(?:[.,]\d+)*\W*|\(?[a-z][.)]+|[IVX]+[.)]*", re.IGNORECASE)
WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
"""The days of the week, Monday first, in small letters."""

_PLACE_AND_DAY = re.compile(
    rf"ditetapkan (?:di|pada)\b.*|(?!(?:{'|'.join(WEEKDAYS)}|jum.at|ahad)\b)"
    r"[A-Z][\w .'-]*,\s*(?:tanggal\s*)?[\d._…\s]*(?:" + "|".join(bahasa.BULAN) + r"|[._…]{3,})[\d._…\s]*",
    re.IGNORECASE,
)
_SIGNING = re.compile(
    r"pada tanggal\b.*|mengetahui\b.*|menyetujui\b.*|disusun oleh\b.*|dibuat oleh\b.*"
    r"|(?:plt|plh|a\.?n)\b.*|ttd\.?|tanda tangan.*|nip\b.*|(?:ketua|sekretaris|kepala|kasubbag|koordinator)\b[^.]*,?",
    re.IGNORECASE | re.DOTALL,
)
_LEGEND = re.compile(r"(?:keterangan|catatan|ket|legenda|sumber|sumber data)\s*:.*", re.IGNORECASE | re.DOTALL)


def normal(text: str) -> str:
    """A heading as it is compared: capitals, one blank between words, without points and other signs."""
    return " ".join(re.sub(r"[^\w]+", " ", text.upper()).split())


def label(text: str) -> str:
    """Which column of a plan a heading names, or nothing."""
    words = normal(text)
    found = next((role for role, known in LABELS.items() if words in known), "")
    return found or ("indikator" if words.startswith("INDIKATOR ") else "")


def period(text: str) -> bool:
    """Whether a heading names a month, a week, a quarter or the like."""
    return _PERIOD.fullmatch(normal(text)) is not None


def month(text: str) -> int | None:
    """The month (from 1) that a heading names: 3, 03, III, Mar, Maret."""
    words = normal(text).removeprefix("BULAN ").removeprefix("BLN ")
    if words.isdecimal():
        return int(words)
    return _MONTH_NAMES.get(words) or bahasa.dari_romawi(words)


def month_name(text: str) -> str:
    """The whole name of a month that is written in short or in an older spelling, or nothing."""
    at = _MONTH_NAMES.get(text.upper())
    return bahasa.BULAN[at - 1] if at else ""


def is_mark(text: str) -> bool:
    """Whether a text in the grid only says that the cell is planned."""
    return text.strip().lower() in MARKS


def identity(heading: str) -> bool:
    """Whether a heading names numbers that are no quantities: NIP, NIK, account numbers."""
    words = normal(heading)
    return words in _IDENTITIES or bool({"NIP", "NIK"} & set(words.split()))


def section(text: str) -> tuple[str, str] | None:
    """The number and the title of a section heading (`I. MANAJEMEN PERUBAHAN`)."""
    found = _SECTION.fullmatch(text)
    if found is None or bahasa.dari_romawi(found[1]) is None:
        return None
    return (found[1] + found[2].strip(), found[3].strip())


def roman(text: str) -> bool:
    """Whether a text is a Roman numeral, with or without a point."""
    return bahasa.dari_romawi(text.strip().rstrip(".)")) is not None


def ordinal(text: str) -> bool:
    """Whether a text is the number of a row: 1, 1.2, a., II."""
    return _ORDINAL.fullmatch(text.strip()) is not None


def dated(text: str) -> bool:
    """Whether a text is the place and day of a signature, which stands in no table."""
    return _PLACE_AND_DAY.fullmatch(text.strip()) is not None


def signing(text: str) -> bool:
    """Whether a text is what stands under a table: place and day, an office, a name, a legend."""
    return dated(text) or legend(text) or _SIGNING.fullmatch(text.strip()) is not None


def legend(text: str) -> bool:
    """Whether a text explains the table above it."""
    return _LEGEND.fullmatch(text.strip()) is not None


def counting(texts: list[str]) -> bool:
    """Whether these are the numbers of columns: 1 2 3 or (1) (2) (3)."""
    numbers = [text.strip().strip("()") for text in texts]
    return len(numbers) > 1 and numbers == [str(at) for at in range(1, len(numbers) + 1)]
