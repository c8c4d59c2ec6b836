"""Files that break one rule each: bytes changed, or objects changed by pikepdf."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.writers.pdf import access, archive
from tests.writers.pdf.looked_at import Looked, Node, elements

Rule = Callable[[Looked], Iterator[str]]
Spoil = Callable[[Any], None]


def resaved(data: bytes, spoil: Spoil) -> bytes:
    """The file with its objects spoiled."""
    with pikepdf.open(BytesIO(data)) as file:
        spoil(file)
        saved = BytesIO()
        file.save(saved, deterministic_id=True, fix_metadata_version=False)
    return saved.getvalue()


BYTES: dict[str, tuple[Rule, Callable[[bytes], bytes]]] = {
    "no binary comment": (archive.begins_as_a_binary_file, lambda data: data.replace(b"\xe2\xe3\xcf\xd3", b"text", 1)),
    "something at the end": (archive.ends_with_the_end_of_file, lambda data: data + b"x"),
    "no line before endstream": (
        archive.streams_are_set_off,
        lambda data: data.replace(b"\nendstream", b" endstream", 1),
    ),
    "no identifier": (archive.has_an_identifier_and_no_lock, lambda data: data.replace(b"/ID[<", b"/IX[<", 1)),
    "a wrong length": (archive.streams_are_set_off, lambda data: data.replace(b"/Length 1", b"/Length 2", 1)),
}


def nodes(file: Any, *tags: str) -> list[Node]:
    """The structure elements of these types."""
    return [node for node in elements(file) if node.tag in tags]


def first(file: Any, *tags: str) -> Any:
    """The first element of these types."""
    return nodes(file, *tags)[0].element


def content(old: bytes, new: bytes) -> Spoil:
    """Change the content of the first page that has it."""

    def spoil(file: Any) -> None:
        for page in file.pages:
            data = page.Contents.read_bytes()
            if old in data:
                page.Contents.write(data.replace(old, new, 1))
                return
        raise AssertionError(f"no page has {old!r}")

    return spoil


def changed(where: Callable[[Any], Any], **entries: Any) -> Spoil:
    """Give a dictionary of the file other entries; None takes one away."""

    def spoil(file: Any) -> None:
        for key, value in entries.items():
            if value is None:
                del where(file)[f"/{key}"]
            else:
                where(file)[f"/{key}"] = value

    return spoil


def root(**entries: Any) -> Spoil:
    """Change the catalog."""
    return changed(lambda file: file.Root, **entries)


def page(**entries: Any) -> Spoil:
    """Change the first page."""
    return changed(lambda file: file.pages[0].obj, **entries)


def element(tag: str, **entries: Any) -> Spoil:
    """Change the first element of a type."""
    return changed(lambda file: first(file, tag), **entries)


def packet(old: bytes, new: bytes) -> Spoil:
    """Change the metadata."""

    def spoil(file: Any) -> None:
        data = file.Root.Metadata.read_bytes()
        assert old in data
        file.Root.Metadata.write(data.replace(old, new, 1))

    return spoil


def font(file: Any) -> Any:
    """The simple font of the regular face."""
    return file.pages[0].Resources.Font.R


def composite(file: Any) -> Any:
    """The composite font of the regular face."""
    return file.pages[0].Resources.Font.Ru


def _no_meaning(file: Any) -> None:
    face = composite(file)
    face.ToUnicode = Stream(file, face.ToUnicode.read_bytes().replace(b"<0020> <007E> <0020>", b"<0020> <0060> <0020>"))


def _no_glyph(file: Any) -> None:
    below = composite(file).DescendantFonts[0]
    glyphs = bytearray(below.CIDToGIDMap.read_bytes())
    glyphs[2 * ord("a") : 2 * ord("a") + 2] = b"\0\0"
    below.CIDToGIDMap = Stream(file, bytes(glyphs))


def _another_width(file: Any) -> None:
    font(file).Widths[ord("a") - 0x20] = 3


def _widget(**entries: Any) -> Spoil:
    """A signature field that lacks whatever is not given."""
    kind: dict[str, Any] = {"Type": Name.Annot, "Subtype": Name.Widget, "FT": Name.Sig, "F": 4}

    def spoil(file: Any) -> None:
        field = file.make_indirect(Dictionary({f"/{key}": value for key, value in (kind | entries).items()}))
        field.Rect = Array([9, 9, 99, 99])
        file.pages[0].obj.Annots = Array([field])
        file.Root.AcroForm = Dictionary(Fields=Array([field]))

    return spoil


def _move_kid(file: Any) -> None:
    one, other = (node.element for node in nodes(file, "P")[:2])
    one.K, other.K = other.K, one.K


def _no_cell(file: Any) -> None:
    row = nodes(file, "TR")[1].element
    row.K = Array(list(row.K)[:-1])


def _flat_list(file: Any) -> None:
    item = first(file, "LI")
    item.K = Array(list(item.K)[:1])


def _twice(file: Any) -> None:
    page = file.pages[0]
    page.Contents.write(page.Contents.read_bytes().replace(b"/MCID 1>>", b"/MCID 0>>", 1))


def _picture(**entries: Any) -> Spoil:
    def spoil(file: Any) -> None:
        for page in file.pages:
            for each in page.Resources.get("/XObject", {}).values():
                for key, value in entries.items():
                    each[f"/{key}"] = value

    return spoil


def _another_parent(file: Any) -> None:
    first(file, "P").P = first(file, "L")


def _mapped(file: Any) -> None:
    file.Root.StructTreeRoot.RoleMap = Dictionary(P=Name.H1)


def _descriptor(file: Any) -> Any:
    return font(file).FontDescriptor


SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
FORM = Dictionary(Fields=Array(), NeedAppearances=True)
FILES = Dictionary(EmbeddedFiles=Dictionary(Names=Array()))
GROUP = Dictionary(S=Name.Transparency)
TABLE, PROSE = "kabupaten_contoh", "naskah_contoh"

OBJECTS: dict[str, tuple[str, Rule, Spoil]] = {
    "text without a mark": (
        PROSE,
        access.all_is_content_or_artifact,
        content(b"\nEMC", b"\nEMC BT/R 9 Tf(a)Tj ET"),
    ),
    "text in two marks": (PROSE, access.all_is_content_or_artifact, content(b"BDC\nBT", b"BDC /Span BMC BT")),
    "an artifact of no type": (PROSE, access.artifacts_say_what_they_are, content(b"/Type/Pagination", b"")),
    "a number that occurs twice": (PROSE, access.content_and_structure_lead_to_each_other, _twice),
    "content of another element": (PROSE, access.content_and_structure_lead_to_each_other, _move_kid),
    "no way back": (PROSE, access.content_and_structure_lead_to_each_other, page(StructParents=4711)),
    "content marked otherwise": (
        PROSE,
        access.content_and_structure_lead_to_each_other,
        content(b"/P<<", b"/H1<<"),
    ),
    "another parent": (PROSE, access.elements_hang_together, _another_parent),
    "a type of its own": (PROSE, access.types_are_standard, element("P", S=Name.Diktum)),
    "a standard type mapped": (PROSE, access.types_are_standard, _mapped),
    "a paragraph in a table": (TABLE, access.elements_hold_what_they_may, element("TR", S=Name.P)),
    "an item without a body": (PROSE, access.lists_have_labels_and_bodies, _flat_list),
    "a list that does not say how it is numbered": (PROSE, access.lists_have_labels_and_bodies, element("L", A=None)),
    "a row that lacks a cell": (TABLE, access.tables_are_regular, _no_cell),
    "a heading without a scope": (TABLE, access.headings_of_tables_say_what_they_head, element("TH", A=None)),
    "a table without headings": (TABLE, access.headings_of_tables_say_what_they_head, element("TH", S=Name.TD)),
    "a heading that skips a level": (PROSE, access.headings_do_not_skip_a_level, element("H2", S=Name.H4)),
    "a picture without words": (PROSE, access.pictures_are_described, element("Figure", Alt=None)),
    "a picture without a place": (PROSE, access.pictures_are_described, element("Figure", A=None)),
    "no language": (PROSE, access.the_language_is_said, root(Lang=None)),
    "no title in the window": (PROSE, access.the_title_is_shown, root(ViewerPreferences=None)),
    "no claim of PDF/UA": (PROSE, access.the_title_is_shown, packet(b"<pdfuaid:part>1", b"<pdfuaid:part>9")),
    "not marked": (PROSE, access.the_file_is_marked_as_tagged, root(MarkInfo=Dictionary(Marked=False))),
    "suspect": (PROSE, access.the_file_is_marked_as_tagged, root(MarkInfo=Dictionary(Marked=True, Suspects=True))),
    "pages without an order": (PROSE, access.the_file_is_marked_as_tagged, page(Tabs=None)),
    "signs without a meaning": (PROSE, access.signs_have_a_meaning, _no_meaning),
    "a field outside the structure": (PROSE, access.annotations_belong_to_the_structure, _widget(TU=String("Nama"))),
    "a script at the start": (PROSE, archive.nothing_acts, root(OpenAction=SCRIPT)),
    "a script in a field": (PROSE, archive.nothing_acts, _widget(AA=Dictionary(K=SCRIPT))),
    "a form that computes": (PROSE, archive.nothing_acts, root(AcroForm=FORM)),
    "a hidden field": (PROSE, archive.annotations_are_printed, _widget(F=6)),
    "a field without a look": (PROSE, archive.annotations_are_printed, _widget()),
    "a film": (PROSE, archive.annotations_are_printed, _widget(Subtype=Name.Movie, AP=Dictionary())),
    "a file inside": (PROSE, archive.nothing_is_embedded, root(Names=FILES)),
    "no profile": (PROSE, archive.colours_are_meant_in_a_profile, root(OutputIntents=None)),
    "a colour for printing": (PROSE, archive.colours_are_meant_in_a_profile, content(b"\nEMC", b"\nEMC 0 0 0 1 k")),
    "a picture for printing": (PROSE, archive.colours_are_meant_in_a_profile, _picture(ColorSpace=Name.DeviceCMYK)),
    "a picture that is smoothed": (PROSE, archive.nothing_is_transparent, _picture(Interpolate=True)),
    "a page that is a group": (PROSE, archive.nothing_is_transparent, page(Group=GROUP)),
    "an unknown operator": (PROSE, archive.operators_are_known, content(b"\nEMC", b"\nEMC abc")),
    "q without Q": (PROSE, archive.operators_are_known, content(b"\nEMC", b"\nEMC q")),
    "a simple font of no encoding": (PROSE, archive.fonts_are_embedded, changed(font, Encoding=Name.MacExpertEncoding)),
    "a simple font of symbols": (PROSE, archive.fonts_are_embedded, changed(_descriptor, Flags=4)),
    "no font program": (PROSE, archive.fonts_are_embedded, changed(_descriptor, FontFile2=None)),
    "no map of signs": (PROSE, archive.fonts_are_embedded, changed(composite, ToUnicode=None)),
    "the glyph of nothing": (PROSE, archive.glyphs_are_there_and_as_wide_as_said, _no_glyph),
    "another width": (PROSE, archive.glyphs_are_there_and_as_wide_as_said, _another_width),
    "no claim of PDF/A": (PROSE, archive.metadata_claim_it, packet(b"<pdfaid:part>2", b"<pdfaid:part>1")),
    "a schema that is not described": (
        PROSE,
        archive.metadata_claim_it,
        packet(b"URI>http://www.aiim", b"URI>http://x"),
    ),
    "another title": (PROSE, archive.metadata_claim_it, packet(b'x-default">Keputusan', b'x-default">Surat')),
    "what pikepdf sees": (PROSE, archive.pikepdf_finds_nothing, _widget()),
}
