"""The data of a decree inside a file that is made of it, on request alone: data can hold what a paper does not show."""

from __future__ import annotations

import json

from kpu_docs.complaints import Complaint, InputError
from kpu_docs.model import Keputusan

FORMATS = ("docx", "pdf")
"""The formats that can hold them."""


def data_of(keputusan: Keputusan, format: str) -> bytes:
    """What a file of that format is to hold: JSON that `load` reads as the same decree, without the files of pictures.

    Plain ASCII with sorted keys, so that equal decrees give equal bytes and XML can hold any of them.

    Raises:
        InputError: the format cannot hold data, or the kind of copy may not.
    """
    if format not in FORMATS:
        message = f"data hanya dapat disertakan dalam {' dan '.join(FORMATS)}"
        raise InputError(Complaint(("embed",), message, format))
    if keputusan.naskah == "petikan":
        message = "data tidak boleh disertakan dalam petikan: data itu memuat juga yang tidak menyangkut penerimanya"
        raise InputError(Complaint(("embed",), message))
    data = keputusan.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(data, sort_keys=True, separators=(",", ":")).encode("ascii")
