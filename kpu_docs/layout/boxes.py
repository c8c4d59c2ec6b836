"""The frame around blocks of a sample form, on each page that they take. Lengths in pt."""

from __future__ import annotations

from kpu_docs.layout.flow import Flow
from kpu_docs.layout.items import Grid


def draw(flow: Flow, begin: tuple[int, float], left: float, room: float, weight: float) -> None:
    """Rules around what was put on the pages since `begin` (a page from 0, and a height on it).

    On a page that it does not begin or end on, the frame reaches to the margin.
    """
    first, top = begin
    last = len(flow.pages) - 1
    x1, x2 = flow.x + left, flow.x + left + room
    for at in range(first, last + 1):
        y1 = top if at == first else flow.top
        y2 = flow.y if at == last else flow.bottom
        frame = Grid((x1, x2), ((0, 1, y1), (0, 1, y2)), ((0, y1, y2), (1, y1, y2)), weight)
        flow.pages[at].items.append(frame)
