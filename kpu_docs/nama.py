"""Names of persons: their titles, and when two names are two spellings of one."""

from __future__ import annotations

import re
from typing import NamedTuple

_NIP = re.compile(r"[\s,]*(?:\bNIP\b[.:\s]*)?\d[\d .]{6,}\d.*", re.I | re.S)
_DEPAN = re.compile(
    r"(?P<hormat>(?:K\.?H|H|Hj)\.?\s+)?"
    r"(?P<gelar>(?:(?:(?:prof|drs|dra|drg|drh|dr|ir)\.|(?:prof|drs|dr)(?=\s))\s*(?:\(H\.?\s?C\.?\)\s*)?)+)",
    re.I,
)
"""Academic titles in front; without a full stop only those that no personal name begins with."""

APOSTROF = "'‘’ʼ`"
"""The signs that stand for an apostrophe in names."""

_BERTITIK = r"(?=[A-Z\s]*\.)[A-Z]{1,5}(?:\.\s?[A-Z]{1,6})*\.?"
_TUNGGAL = r"S[HET]|M[HMT]|MSI|[SM]PD|[SM]KOM|S?SOS|[SM]IP|[SM]AG|[SM]AP|MHUM|SSTP|LC|LLM|LLB|MBA"
_BELAKANG = (
    re.compile(rf",\s*({_BERTITIK}|{_TUNGGAL})\s*,?$", re.I),
    # Without a comma only what cannot be the initials of a name, as "M.A." can.
    re.compile(
        r"\s+([SM]\.\s?(?:H|E|T|P|Si|Sos|Pd|Ag|Kom|IP|I\.Kom|AP|Hum|Hut|Kn|Kes|Psi|Sc)\.?|M\.\s?M\.?|A\.Md\.?|Ph\.D\.?"
        r"|(?-i:SH|MH|MSi|MSI|SPd|MPd|SSos|SKom|MKom|MHum))\s*,?$",
        re.I,
    ),
)
"""A title at the end of a name, behind a comma or not."""


class Nama(NamedTuple):
    """A name without its academic titles, and the titles: small letters without stops and blanks, in their order."""

    tanpa_gelar: str
    gelar: tuple[str, ...]


def taken_apart(name: str) -> Nama:
    """The name and its titles; H., Hj., I Gede, M., Tb. and their like belong to the name. An NIP is left out."""
    text, titles = _NIP.sub("", name), list[str]()
    while found := next((match for one in _BELAKANG if (match := one.search(text))), None):
        if not re.search(r"\w{3}", text[: found.start()]):
            break
        titles.insert(0, found[1])
        text = text[: found.start()]
    if front := _DEPAN.match(text):
        titles[:0] = front["gelar"].split()
        text = f"{front['hormat'] or ''}{text[front.end() :]}"
    return Nama(" ".join(text.split()), tuple(re.sub(r"[\W_]", "", title).lower() for title in titles))


def words(name: str, *, angka: bool = False) -> tuple[str, ...]:
    """The words of a name without titles, H. and Hj., in small letters, hyphens, stops and apostrophes left out; with
    figures only if `angka`.
    """
    text = re.sub(f"[{APOSTROF}]", "", taken_apart(name).tanpa_gelar).casefold()
    found = re.findall(r"\w+" if angka else r"[^\W\d_]+", text)
    return tuple(found[1:] if found[:1] in (["h"], ["hj"]) else found)


_SEBUNYI = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sy", "s"), ("sj", "s"), ("ch", "h"), ("kh", "h"),
    ("ph", "f"), ("v", "f"), ("q", "k"), ("y", "i"),
)  # fmt: skip


def sound(name: str) -> str:
    """What two spellings of one name have in common: old and Arabic spellings, doubled letters, h and blanks aside."""
    text = "".join(words(name))
    for spelt, same in _SEBUNYI:
        text = text.replace(spelt, same)
    return re.sub(r"(.)\1+", r"\1", text[:1] + text[1:].replace("h", ""))
