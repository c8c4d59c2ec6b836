"""The size of a picture on the page (pt)."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from kpu_docs.blocks import Picture
from kpu_docs.layout.columns import MM


def picture_size(picture: Picture, room: float, page: float) -> tuple[float, float]:
    """Width and height in pt: as high as the picture asks, but no wider than `room` and no higher than `page` (pt)."""
    with Image.open(BytesIO(picture.data)) as opened:
        ratio = opened.width / opened.height
    height = min(picture.height * MM, room / ratio, page)
    return height * ratio, height
