"""Headers and footers: the page number, the watermark of a draft, the foot of a published copy."""

from __future__ import annotations

from kpu_docs.blocks import Section
from kpu_docs.layout.watermark import extent
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.xml import escape, quoted

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_VML = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
_TEXT_ON_A_LINE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/><v:handles>'
    '<v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/>'
    "</v:shapetype>"
)
"""The preset shape 136 of VML (ECMA-376 part 4, 19.1.2.20), in which a text fills a box."""
_FIRST_SHAPE = 2049
"""Word gives the shapes in headers numbers from here on; those in the text begin at 1025."""


def numbered_header(tata_naskah: TataNaskah, watermark: str) -> str:
    """The page number as a field, with a result stored for programs that compute no fields, and a watermark (its run or
    nothing).
    """
    before, _, after = tata_naskah.nomor_halaman.bentuk.partition("{n}")
    field = (
        _run('<w:fldChar w:fldCharType="begin"/>')
        + _run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')
        + _run('<w:fldChar w:fldCharType="separate"/>')
        + _text("2")
        + _run('<w:fldChar w:fldCharType="end"/>')
    )
    shape = _shape(tata_naskah.huruf.jarak_rapat)
    return _header(f"<w:p>{shape}{watermark}{_text(before)}{field}{_text(after)}</w:p>", watermark)


def bare_header(watermark: str) -> str:
    """No page number, and a watermark (its run or nothing)."""
    return _header(f"<w:p>{watermark}</w:p>" if watermark else "<w:p/>", watermark)


def footer(text: str, tata_naskah: TataNaskah) -> str:
    """A line in the letter of tables."""
    huruf = tata_naskah.huruf
    size = round(huruf.ukuran_tabel * 2)
    letter = f'<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    return f"<w:ftr {_W}><w:p>{_shape(huruf.jarak_tabel)}<w:r>{letter}<w:t>{escape(text)}</w:t></w:r></w:p></w:ftr>"


def watermark_run(word: str, section: Section, tata_naskah: TataNaskah, number: int) -> str:
    """The watermark of a section as Word itself writes one, so that its command removes it; `number` tells the
    watermarks of a document apart, from 1.
    """
    found = extent(word, section)
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{found.length:.2f}pt;height:{found.height:.2f}pt;"
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;"
        "mso-position-vertical:center;mso-position-vertical-relative:page"
    )
    letter = f'font-family:"{tata_naskah.huruf.nama}";font-size:1pt'
    return _run(
        f'<w:pict>{_TEXT_ON_A_LINE}<v:shape id="PowerPlusWaterMarkObject{number}" '
        f'o:spid="_x0000_s{_FIRST_SHAPE + number - 1}" type="#_x0000_t136" style="{style}" o:allowincell="f" '
        f'fillcolor="#{tata_naskah.tanda_air.warna}" stroked="f"><v:textpath style={quoted(letter)} '
        f'string={quoted(word)}/><w10:wrap anchorx="page" anchory="page"/></v:shape></w:pict>'
    )


def _header(paragraph: str, watermark: str) -> str:
    return f"<w:hdr {_W}{f' {_VML}' if watermark else ''}>{paragraph}</w:hdr>"


def _shape(pitch: float) -> str:
    return f'<w:pPr><w:spacing w:line="{round(pitch * 20)}" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>'


def _run(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def _text(words: str) -> str:
    return _run(f'<w:t xml:space="preserve">{escape(words)}</w:t>') if words else ""
