"""The size of a picture on the page (pt)."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from kpu_docs.blocks import Picture
from kpu_docs.layout.columns import MM

_MOST = 0.85
"""The most of a page's height that a picture in running text takes."""


def picture_size(picture: Picture, room: float, page: float) -> tuple[float, float]:
    """Width and height in pt: as high or as wide as the picture asks, but no wider than `room`, no higher than `page`.

    A picture in running text leaves some of the page to its caption.
    """
    with Image.open(BytesIO(picture.data)) as opened:
        ratio = opened.width / opened.height
    asked, highest = (picture.width * MM / ratio, page * _MOST) if picture.width else (picture.height * MM, page)
    height = min(asked, room / ratio, highest)
    return height * ratio, height
