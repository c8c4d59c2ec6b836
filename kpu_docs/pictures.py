"""Picture files that the data name, made such that every format shows them alike."""

from __future__ import annotations

from io import BytesIO

from kpu_docs.blocks import Asal
from kpu_docs.inputs import located, read_beside
from kpu_docs.model import Keputusan

MOST_POINTS = 40_000_000
"""Width times height above which a picture is refused before it fills the memory."""

_ORIENTATION = 0x0112
"""The Exif tag that says how a camera was held (Exif 2.3, table 4); 1 is upright."""


def read_picture(keputusan: Keputusan, name: str, asal: Asal) -> bytes:
    """A PNG or JPEG file that the data name at a place, read beside the decree.

    The file as it is, but for what the formats would show differently: a picture that is to be turned, which Word and
    PDF do not do, and one in 65,536 greys.

    Raises:
        InputError: it cannot be read, is no whole picture, or has too many points.
    """
    data = read_beside(keputusan, name, asal)
    try:
        return _alike(data)
    except (OSError, ValueError, SyntaxError):
        message = f"bukan gambar PNG atau JPEG yang utuh dengan paling banyak {MOST_POINTS // 1_000_000} juta titik"
        raise located(keputusan, [(asal, message, name)]) from None


def _alike(data: bytes) -> bytes:
    from PIL import ImageOps
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.PngImagePlugin import PngImageFile

    # Image.open would refuse a huge picture with an error of its own, or print a warning.
    opened = JpegImageFile if data.startswith(b"\xff\xd8") else PngImageFile
    with opened(BytesIO(data)) as picture:
        if picture.width * picture.height > MOST_POINTS:
            raise ValueError
        picture.load()
        turned = picture.getexif().get(_ORIENTATION, 1) != 1
        if not turned and picture.mode != "I;16":
            return data
        shown = ImageOps.exif_transpose(picture)
        if shown.mode == "I;16":
            shown = shown.point(lambda value: value * (1 / 256)).convert("L")
        saved = BytesIO()
        shown.save(saved, picture.format, quality=95)
    return saved.getvalue()
