"""Other decrees by their numbers."""

from __future__ import annotations

import re


def same(number: str, other: str) -> bool:
    """Whether two numbers are the same; case, blanks and the word Nomor do not count."""
    return tight(number) == tight(other)


def tight(text: str) -> str:
    """A text in which numbers are looked for: in small letters, without blanks."""
    return re.sub(r"^nomor\s*:?\s*|\s", "", text.casefold())
