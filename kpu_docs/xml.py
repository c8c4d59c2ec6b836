"""Text inside XML. The standard library's `xml.sax.saxutils` does the same, but loads its whole network stack first."""

from __future__ import annotations


def escape(text: str) -> str:
    """The text as the content of an element."""
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")


def quoted(text: str) -> str:
    """The text as the value of an attribute, in quotation marks."""
    text = escape(text).replace('"', "&quot;")
    return '"' + text.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;") + '"'
