"""Pictures as image objects (ISO 32000-1, 8.9.5): gray or RGB, without transparency."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image

from kpu_docs.writers.pdf.file import Stream, deflated

_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}


@lru_cache(maxsize=8)
def image(data: bytes) -> Stream:
    """A PNG or JPEG file as an image object. A JPEG is taken as it is, unless it is in colours for printing (CMYK)."""
    with Image.open(BytesIO(data)) as picture:
        if picture.format == "JPEG" and picture.mode in _SPACES:
            return Stream(data, _entries(picture) + "/Filter/DCTDecode")
        flat = _flat(picture)
    return deflated(flat.tobytes(), _entries(flat))


def _flat(picture: Image.Image) -> Image.Image:
    """The picture in gray or RGB, what is transparent in it laid on white."""
    if picture.has_transparency_data:
        above = picture.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), above).convert("RGB")
    return picture.convert("L" if picture.mode in ("1", "L") else "RGB")


def _entries(picture: Image.Image) -> str:
    size = f"/Width {picture.width}/Height {picture.height}"
    return f"/Type/XObject/Subtype/Image{size}/ColorSpace{_SPACES[picture.mode]}/BitsPerComponent 8"
