"""From the decree to its blocks, part by part as they stand on the paper.

Each module is one place on the page; the order of the parts is the order of the lists below.
"""

from __future__ import annotations

from collections.abc import Callable

from kpu_docs import markup
from kpu_docs.blocks import Asal, Document, Section
from kpu_docs.complaints import Unprintable
from kpu_docs.compose.diktum import diktum, memutuskan, menetapkan
from kpu_docs.compose.lampiran import sections
from kpu_docs.compose.page import Page
from kpu_docs.compose.pembukaan import judul, kop, mark, memperhatikan, mengingat, menimbang, pembentuk
from kpu_docs.compose.penutup import pengesahan, penutup, tembusan
from kpu_docs.model import Keputusan
from kpu_docs.tata_naskah import TataNaskah

__all__ = ["compose"]

PARTS = (
    mark,
    kop,
    judul,
    pembentuk,
    menimbang,
    mengingat,
    memperhatikan,
    memutuskan,
    menetapkan,
    diktum,
    penutup,
    pengesahan,
    tembusan,
)


def no_pictures(name: str, asal: Asal) -> bytes:
    """For a decree without files.

    Raises:
        Unprintable: always.
    """
    raise Unprintable([(asal, "berkas gambar tidak dapat dibaca di sini", name)])


def blank_pictures(name: str, asal: Asal) -> bytes:
    """Where only words count: pictures have none."""
    return b""


def compose(
    keputusan: Keputusan, tata_naskah: TataNaskah, picture: Callable[[str, Asal], bytes] = no_pictures
) -> Document:
    """The decree as blocks. `picture` gives the bytes of a picture file that the data name at a place."""
    page = Page(keputusan, tata_naskah, picture)
    width, height = tata_naskah.paper()
    margins = tata_naskah.margins
    body = Section(tuple(block for part in PARTS for block in part(page)), width, height, margins, ())
    return Document(
        sections=(body, *sections(page)),
        title=called(page),
        author=page.author,
        subject=_subject(keputusan),
        watermark=tata_naskah.tanda_air.kata if keputusan.naskah == "rancangan" else "",
        footer=tata_naskah.jdih.alamat if keputusan.naskah == "salinan" else "",
    )


def called(page: Page) -> str:
    """What a sentence calls the decree: by its maker, its number if it has one, and its title."""
    number = f" Nomor {page.keputusan.nomor}" if page.keputusan.nomor else ""
    return f"Keputusan {page.author}{number} tentang {_subject(page.keputusan)}"


def _subject(keputusan: Keputusan) -> str:
    return " ".join(markup.plain(keputusan.tentang).split())
