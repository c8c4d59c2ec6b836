"""Replacements in a YAML text: those that cannot be made are left out, the others are made."""

from __future__ import annotations

from kpu_docs.editing.signs import Replacement, replaced

TEXT = "a: satu dua  # tetap\nb: [tiga, empat]\n"


def edit(old: str, new: str, path: tuple[str | int, ...], before: str) -> Replacement:
    start, inside = TEXT.index(old), before.index(old)
    return Replacement(start, start + len(old), new, path, (inside, inside + len(old)), before)


def test_edits_change_only_the_signs_meant() -> None:
    edits = [edit("satu", "SATU", ("a",), "satu dua"), edit("dua", "2", ("a",), "satu dua")]
    assert replaced(TEXT, [*edits, edit("empat", "lima", ("b", 1), "empat")]) == (
        "a: SATU 2  # tetap\nb: [tiga, lima]\n"
    )


def test_one_that_the_data_would_not_say_is_left_out() -> None:
    edits = [edit("satu", "SATU", ("a",), "satu dua"), edit("tiga", "tiga, lagi", ("b", 0), "tiga")]
    assert replaced(TEXT, edits) == "a: SATU dua  # tetap\nb: [tiga, empat]\n"


def test_of_two_that_touch_the_later_is_made() -> None:
    edits = [edit("satu dua", "SATU", ("a",), "satu dua"), edit("dua", "2", ("a",), "satu dua")]
    assert replaced(TEXT, edits) == "a: satu 2  # tetap\nb: [tiga, empat]\n"


def test_no_edits() -> None:
    assert replaced(TEXT, []) == TEXT
