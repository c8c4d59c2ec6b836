"""The data of the decree as a file within the PDF: its source (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8).

Without the time at which it was made, which is optional: a clock would make equal decrees differ.
"""

from __future__ import annotations

from kpu_docs.writers.pdf.file import PdfFile, deflated, text_string

NAME = "keputusan.json"
_DESCRIPTION = "Data Keputusan yang menjadi sumber dokumen ini"


def write(file: PdfFile, data: bytes) -> str:
    """Write the data; what the catalog says of them, nothing if there are none."""
    if not data:
        return ""
    entries = f"/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size {len(data)}>>"
    held = file.stream(deflated(data, entries))
    name = text_string(NAME)
    at = file.add(
        f"<</Type/Filespec/F{name}/UF{name}/Desc{text_string(_DESCRIPTION)}/AFRelationship/Source"
        f"/EF<</F {held} 0 R/UF {held} 0 R>>>>"
    )
    return f"/AF[{at} 0 R]/Names<</EmbeddedFiles<</Names[{name} {at} 0 R]>>>>"
