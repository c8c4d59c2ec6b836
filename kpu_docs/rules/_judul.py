"""Titles of rules compared: what differs only in spelling, punctuation or capitals does not count.

Official texts themselves write "Provinsi dan" and "Provinsi, dan", "Wali Kota" and "Walikota", name the maker with
"Republik Indonesia" and without.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from kpu_docs.findings import Span
from kpu_docs.rules._beda import Beda, differences, plain_words

_ALIKE = 0.5
"""The share of words that two titles of one rule have in common at least,"""
_SPELT_ALIKE = 0.8
"""or else of letters, where there are few words and one is misspelt."""
_BEGINNING = 4
"""How many words a shortened title has at least to be known by them."""
_LONG = {"kpu": "komisi pemilihan umum", "pkpu": "peraturan komisi pemilihan umum"}


def huruf(text: str) -> str:
    """The letters and figures of a title, old spellings made new: equal for titles that are the same."""
    words = " ".join(word.lstrip("0") for word in plain_words(text) if word != "ri").replace("republik indonesia", "")
    return words.replace(" ", "").replace("propinsi", "provinsi")


def sejudul(right: str, written: str) -> bool:
    """Whether a title may be one of the same rule, shortened or misspelt; one that is not there may be any."""
    if not written or _begins(right, written) or _begins(written, right):
        return True
    words = SequenceMatcher(None, plain_words(right), plain_words(written), autojunk=False)
    letters = SequenceMatcher(None, huruf(right), huruf(written), autojunk=False)
    return words.ratio() >= _ALIKE or letters.quick_ratio() >= _SPELT_ALIKE <= letters.ratio()


def berawal(right: str, written: str) -> bool:
    """Whether a title is another one, or its beginning with enough words to be known by."""
    return huruf(right) == huruf(written) or (len(plain_words(written)) >= _BEGINNING and _begins(right, written))


def beda(right: str, text: str, span: Span) -> list[Beda]:
    """Where the title at these signs of a text has other words than the right one."""
    return [one for one in differences(right, text, span, panjang=_LONG) if huruf(one.hilang) != huruf(one.lebih)]


def _begins(text: str, beginning: str) -> bool:
    begun = huruf(beginning)
    return bool(begun) and huruf(text).startswith(begun)
