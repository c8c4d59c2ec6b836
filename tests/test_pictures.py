"""Pictures that an office gives: the emblem of its kop, in every format alike."""

from __future__ import annotations

import re
import struct
import zipfile
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

import kpu_docs as kpu
from kpu_docs.complaints import InputError
from tests.building import LEAST, decree
from tests.writers.html_reading import page
from tests.writers.pdf_reading import opened, tree

OFFICE = "[tata_naskah.kop]\nlambang = '{name}'\n"
ORIENTATION = 0x0112
RED = (200, 0, 0)


def png(width: int, height: int) -> bytes:
    """A picture of two colours, whose file is small."""
    return saved(Image.new("1", (width, height), 1), "PNG")


def saved(image: Image.Image, format: str, **more: Any) -> bytes:
    out = BytesIO()
    image.save(out, format, **more)
    return out.getvalue()


def claiming(width: int, height: int) -> bytes:
    """A small JPEG that says it is so large."""
    whole = saved(Image.linear_gradient("L"), "JPEG")
    at = whole.index(b"\xff\xc0") + 5
    return whole[:at] + struct.pack(">HH", height, width) + whole[at + 4 :]


def with_logo(folder: Path, content: bytes, name: str = "logo.png") -> kpu.Keputusan:
    (folder / name).write_bytes(content)
    (folder / "kantor.toml").write_text(OFFICE.format(name=name), encoding="utf-8")
    return kpu.load(LEAST, base=folder)


def test_the_emblem_of_the_office_is_read(tmp_path: Path) -> None:
    keputusan = with_logo(tmp_path, png(4, 4))
    for format in ("docx", "html", "pdf", "txt"):
        assert kpu.render_bytes(keputusan, format) != kpu.render_bytes(decree(), format)


@pytest.mark.parametrize(
    "content",
    [
        b"bukan gambar",
        saved(Image.linear_gradient("L"), "PNG")[:-60],
        b"\xff\xd8\xff",
        saved(Image.linear_gradient("L"), "JPEG")[:-500],
        claiming(20_000, 20_000),
        png(8000, 6000),
        png(20000, 20000),
    ],
    ids=["text", "cut", "JPEG without end", "cut JPEG", "claiming", "huge", "20,000 points each way"],
)
def test_an_emblem_that_is_no_picture(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        kpu.render_bytes(with_logo(tmp_path, content), "txt")
    place = f"{tmp_path / 'kantor.toml'}:2:11: tata_naskah.kop.lambang: bukan gambar PNG atau JPEG"
    assert str(caught.value).startswith(place)


def test_an_emblem_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "kantor.toml").write_text(OFFICE.format(name="lupa.png"), encoding="utf-8")
    with pytest.raises(InputError, match=r"kantor\.toml:2:11: tata_naskah\.kop\.lambang: berkas tidak ada"):
        kpu.render_bytes(kpu.load(LEAST, base=tmp_path), "pdf")


def transparent() -> Image.Image:
    """Red on the left, on the right nothing, over a colour that must not show."""
    image = Image.new("RGBA", (40, 40), (0, 255, 0, 0))
    image.paste((*RED, 255), (0, 0, 20, 40))
    return image


def palette(mode: str) -> Image.Image:
    image = Image.new("RGB", (40, 40), "white")
    image.paste(RED, (0, 0, 20, 40))
    return image.quantize(4) if mode == "P" else image.convert(mode)


def sixteen() -> Image.Image:
    row = (20000).to_bytes(2, "little") * 20 + b"\xff\xff" * 20
    return Image.frombytes("I;16", (40, 40), row * 40)


KINDS: dict[str, tuple[bytes, tuple[int, int, int]]] = {
    "PNG with alpha": (saved(transparent(), "PNG"), RED),
    "palette PNG": (saved(palette("P"), "PNG"), RED),
    "grey PNG": (saved(palette("L"), "PNG"), (60, 60, 60)),
    "PNG in 16 bits": (saved(sixteen(), "PNG"), (78, 78, 78)),
    "JPEG": (saved(palette("RGB"), "JPEG", quality=95, subsampling=0), RED),
    "grey JPEG": (saved(palette("L"), "JPEG", quality=95), (60, 60, 60)),
    "CMYK JPEG": (saved(palette("RGB").convert("CMYK"), "JPEG", quality=95, subsampling=0), RED),
}


@pytest.mark.parametrize(("content", "left"), KINDS.values(), ids=KINDS)
def test_every_kind_of_picture_is_shown_alike(content: bytes, left: tuple[int, int, int], tmp_path: Path) -> None:
    for image in shown(with_logo(tmp_path, content)):
        assert image.size == (40, 40)
        for x, expected in ((8, left), (32, (255, 255, 255))):
            seen = image.getpixel((x, 20))
            assert isinstance(seen, tuple)
            assert seen == pytest.approx(expected, abs=6)


def shown(keputusan: kpu.Keputusan) -> list[Image.Image]:
    """The one picture of a decree in PDF, DOCX and HTML, on white paper."""
    file = opened(kpu.render_bytes(keputusan, "pdf"))
    drawn: Any = file.pages[0].Resources.XObject.P0
    with zipfile.ZipFile(BytesIO(kpu.render_bytes(keputusan, "docx"))) as package:
        (name,) = (name for name in package.namelist() if name.startswith("word/media/"))
        placed = package.read(name)
    assert name.endswith(".jpeg" if placed.startswith(b"\xff\xd8") else ".png")
    (found,) = page(kpu.render_bytes(keputusan, "html")).find("img")
    there = b64decode(found.attributes["src"].partition(",")[2])
    assert there == placed
    return [pikepdf.PdfImage(drawn).as_pil_image().convert("RGB"), *map(on_white, (placed, there))]


def on_white(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data)).convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_a_picture_is_turned_as_the_camera_was_held(format: str, tmp_path: Path) -> None:
    image = Image.new("RGB", (60, 20), "white")
    image.paste(RED, (0, 0, 20, 20))
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # the top is on the right
    for one in shown(with_logo(tmp_path, saved(image, format, exif=exif))):
        assert one.size == (20, 60)
        assert one.getpixel((10, 10)) == pytest.approx(RED, abs=6)
        assert ORIENTATION not in one.getexif()


SIZES = {"square": (300, 300), "wide": (3000, 150), "tall": (50, 1000), "tiny": (2, 2)}
WIDEST = 215.9 - 30 - 20


@pytest.mark.parametrize(("width", "height"), SIZES.values(), ids=SIZES)
def test_an_emblem_is_as_high_as_the_format_rules_say_but_no_wider_than_the_text(
    width: int, height: int, tmp_path: Path
) -> None:
    keputusan = with_logo(tmp_path, png(width, height))
    high = min(23.0, WIDEST * height / width)
    wide = high * width / height
    figure = tree(opened(kpu.render_bytes(keputusan, "pdf"))).find("Figure")[0]
    left, bottom, right, top = (float(edge) / 72 * 25.4 for edge in figure.attributes["BBox"])
    assert (right - left, top - bottom) == pytest.approx((wide, high), abs=0.1)
    assert (left + right) / 2 == pytest.approx(30 + WIDEST / 2, abs=0.1)
    with zipfile.ZipFile(BytesIO(kpu.render_bytes(keputusan, "docx"))) as package:
        text = package.read("word/document.xml").decode()
    sides = [int(emu) / 36000 for emu in re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"', text)[0]]
    assert sides == pytest.approx([wide, high], abs=0.1)
    (found,) = page(kpu.render_bytes(keputusan, "html")).find("img")
    assert found.attributes["style"] == f"width:{23 * width / height:.4g}mm"  # the style sheet keeps it on the page
    alt = "Lambang Komisi Pemilihan Umum Kota Mojokerto"
    assert (figure.entries["Alt"], found.attributes["alt"]) == (alt, alt)
    assert f'descr="{alt}"' in text
