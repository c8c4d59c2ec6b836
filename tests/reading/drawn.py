"""Pages drawn as other programs draw them, measured from the top in points."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfgen.canvas import Canvas

from tests.reading.clerks import DIKTUM, MENETAPKAN, MENGINGAT, MENIMBANG

FOOT = "jdih.kpu.go.id/kota-mojokerto"
SIZE = (595.0, 842.0)
FONT, HIGH = "Times-Roman", 12

Draw = Callable[[Canvas], None]


def pdf(folder: Path, *pages: Draw, size: tuple[float, float] = SIZE) -> Path:
    """A file of pages."""
    path = folder / "lain.pdf"
    canvas = Canvas(str(path), size, bottomup=0, invariant=1)
    for draw in pages:
        canvas.setFont(FONT, HIGH)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def words(x: float, y: float, *lines: str) -> Draw:
    """Lines one below the other."""

    def draw(canvas: Canvas) -> None:
        for at, line in enumerate(lines):
            canvas.drawString(x, y + 18 * at, line)

    return draw


def both(*draws: Draw) -> Draw:
    def draw(canvas: Canvas) -> None:
        for one in draws:
            one(canvas)

    return draw


def grid(x: float, y: float, rows: int, columns: int, wide: float = 80, high: float = 24) -> Draw:
    """A ruled table whose cells say their row and column."""

    def draw(canvas: Canvas) -> None:
        canvas.grid([x + wide * at for at in range(columns + 1)], [y + high * at for at in range(rows + 1)])
        for row in range(rows):
            for column in range(columns):
                canvas.drawString(x + 4 + wide * column, y + 16 + high * row, f"{row}.{column}")

    return draw


def open_grid(canvas: Canvas) -> None:
    """A table with a cell over two columns and one over two rows."""
    words(110, 120, "a")(canvas)
    for x, top in ((100, 300), (200, 330), (300, 300)):
        canvas.line(x, top, x, 390)
    for y, left in ((300, 100), (330, 100), (360, 200), (390, 100)):
        canvas.line(left, y, 300, y)
    for x, y, text in ((110, 320, "atas"), (110, 350, "kiri"), (210, 350, "satu"), (210, 380, "dua")):
        canvas.drawString(x, y, text)


def picture(canvas: Canvas) -> None:
    image = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(image, "PNG")
    canvas.drawImage(ImageReader(image), 0, 0, *SIZE)


def row(y: float, *cells: tuple[float, str]) -> Draw:
    """Texts beside each other."""
    return both(*(words(x, y, text) for x, text in cells))


def columns(canvas: Canvas) -> None:
    """The first page of a decree with hanging columns, a broken word, a catchword."""
    centred = ("KEPUTUSAN KOMISI PEMILIHAN UMUM KOTA MOJOKERTO", "NOMOR 5 TAHUN 2024", "TENTANG")
    for at, text in enumerate((*centred, "PENATAAN ARSIP TAHUN 2024", "KETUA KOMISI PEMILIHAN UMUM KOTA MOJOKERTO,")):
        canvas.drawCentredString(SIZE[0] / 2, 80 + 18 * at, text)
    before, after = MENIMBANG[1].split("perlu")
    row(200, (70, "Menimbang"), (140, ":"), (155, "a."), (180, MENIMBANG[0]))(canvas)
    row(218, (155, "b."))(canvas)
    words(180, 218, *simpleSplit(f"{before}per-", FONT, HIGH, 360), f"lu{after}")(canvas)
    row(780, (400, "Mengingat . . ."))(canvas)
    row(810, (70, FOOT))(canvas)


def decision(canvas: Canvas) -> None:
    """Its second page with a number and the same foot, certification and signature side by side."""
    canvas.drawCentredString(SIZE[0] / 2, 40, "- 2 -")
    for y, sign, text in ((80, "1.", MENGINGAT[0]), (116, "2.", MENGINGAT[1])):
        row(y, *[(70, "Mengingat"), (140, ":")][: 2 if y == 80 else 0], (155, sign))(canvas)
        words(180, y, *simpleSplit(text, FONT, HIGH, 360))(canvas)
    canvas.drawCentredString(SIZE[0] / 2, 160, "MEMUTUSKAN:")
    labelled = {"Menetapkan": MENETAPKAN, "KESATU": DIKTUM[0][1], "KEDUA": DIKTUM[1][1]}
    for at, (label, text) in enumerate(labelled.items()):
        row(190 + 40 * at, (70, label), (140, ":"))(canvas)
        words(155, 190 + 40 * at, *simpleSplit(text, FONT, HIGH, 385))(canvas)
    body = ("KOMISI PEMILIHAN UMUM", "KOTA MOJOKERTO")
    words(70, 330, "Salinan sesuai dengan aslinya", f"SEKRETARIAT {body[0]}", body[1], "Kepala Bagian,", "Budi")(canvas)
    signed = ("Ditetapkan di Mojokerto", "pada tanggal 8 Januari 2024", f"KETUA {body[0]}", f"{body[1]},", "ttd.")
    words(320, 330, *signed, "SAIFUL AMIN")(canvas)
    row(810, (70, FOOT))(canvas)
