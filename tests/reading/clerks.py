"""Word files as clerks make them: the same decree with tabs, tables, spaces or automatic numbers as columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table

BODY = "KOMISI PEMILIHAN UMUM KOTA MOJOKERTO"
MENIMBANG = (
    "bahwa arsip perlu ditata setiap tahun;",
    "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan tentang Penataan "
    "Arsip Tahun 2024;",
)
MENGINGAT = (
    "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 152);",
    "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum (Lembaran Negara RI Tahun 2017 Nomor 182);",
)
TITLE = "PENATAAN ARSIP TAHUN 2024"
MENETAPKAN = f"KEPUTUSAN {BODY} TENTANG {TITLE}."
DIKTUM = (
    ("KESATU", "Menetapkan Penataan Arsip Tahun 2024."),
    ("KEDUA", "Keputusan ini mulai berlaku pada tanggal ditetapkan."),
)
EXPECTED: dict[str, Any] = {
    "nomor": "5 TAHUN 2024",
    "tentang": "Penataan Arsip Tahun 2024",
    "menimbang": list(MENIMBANG),
    "mengingat": list(MENGINGAT),
    "diktum": [text for _, text in DIKTUM],
    "ditetapkan": {"pada": "8 Januari 2024"},
    "penanda_tangan": "ketua",
}
"""What each of these files says."""


def centred(document: Docx, *texts: str) -> None:
    for text in texts:
        document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER


def opening(document: Docx) -> None:
    centred(document, "KOMISI PEMILIHAN UMUM", "KOTA MOJOKERTO", "", f"KEPUTUSAN {BODY}", "NOMOR 5 TAHUN 2024")
    centred(document, "TENTANG", TITLE, f"KETUA {BODY},", "")


def closing(document: Docx, *names: str) -> None:
    for text in ("Ditetapkan di Mojokerto", "pada tanggal 8 Januari 2024", "KETUA KOMISI PEMILIHAN UMUM"):
        document.add_paragraph(text)
    for text in ("KOTA MOJOKERTO,", "", "", *(names or ("SAIFUL AMIN",))):
        document.add_paragraph(text)


def grounds(document: Docx) -> None:
    """Menimbang to Menetapkan with tabs."""
    for label, items, signs in (("Menimbang", MENIMBANG, "ab"), ("Mengingat", MENGINGAT, "12")):
        for at, (sign, item) in enumerate(zip(signs, items, strict=True)):
            document.add_paragraph(f"{label if at == 0 else ''}\t{':' if at == 0 else ''}\t{sign}.\t{item}")
    centred(document, "MEMUTUSKAN:")
    document.add_paragraph(f"Menetapkan\t:\t{MENETAPKAN}")


def decisions(document: Docx) -> None:
    for label, text in DIKTUM:
        document.add_paragraph(f"{label}\t:\t{text}")


def whole(change: Callable[[Docx], None] | None = None) -> Docx:
    """The decree with tabs, with something added at its end."""
    document = Document()
    opening(document)
    grounds(document)
    decisions(document)
    closing(document)
    if change:
        change(document)
    return document


def with_spaces() -> Docx:
    """Columns made of spaces, labels in bold with their colon."""
    document = Document()
    opening(document)
    for label, items, signs in (("Menimbang", MENIMBANG, "ab"), ("Mengingat", MENGINGAT, "12")):
        for at, (sign, item) in enumerate(zip(signs, items, strict=True)):
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{label}     : " if at == 0 else "                 ").bold = True
            paragraph.add_run(f"{sign}.  {item}")
    centred(document, "M E M U T U S K A N :")
    document.add_paragraph(f"Menetapkan   :   {MENETAPKAN}")
    for label, text in DIKTUM:
        document.add_paragraph(f"{label}      : {text}")
    closing(document)
    return document


def new_cells(table: Any) -> Any:
    """The cells of a new row, which python-docx leaves without a type."""
    return table.add_row().cells


def row(table: Table, *cells: str | Sequence[str]) -> None:
    """A row; several texts in a cell are paragraphs."""
    made = new_cells(table)
    for cell, held in zip(made, cells, strict=True):
        texts = [held] if isinstance(held, str) else list(held)
        cell.text = texts[0]
        for text in texts[1:]:
            cell.add_paragraph(text)


def in_one_table() -> Docx:
    """Label, colon and text in the columns of one table, the items as paragraphs of a cell."""
    document = Document()
    opening(document)
    table = document.add_table(0, 3)
    row(table, "Menimbang", ":", [f"{sign}. {text}" for sign, text in zip("ab", MENIMBANG, strict=True)])
    row(table, "Mengingat", ":", [f"{sign}. {text}" for sign, text in zip("12", MENGINGAT, strict=True)])
    row(table, "", "", "MEMUTUSKAN:")
    row(table, "Menetapkan", ":", MENETAPKAN)
    for label, text in DIKTUM:
        row(table, label, ":", text)
    closing(document)
    return document


def with_sign_column() -> Docx:
    """A ruled table with a column for the letters and numbers, one row for each item."""
    document = Document()
    opening(document)
    table = document.add_table(0, 4)
    table.style = "Table Grid"
    for label, items, signs in (("Menimbang", MENIMBANG, "ab"), ("Mengingat", MENGINGAT, "12")):
        for at, (sign, item) in enumerate(zip(signs, items, strict=True)):
            row(table, label if at == 0 else "", ":" if at == 0 else "", f"{sign}.", item)
    centred(document, "MEMUTUSKAN:")
    table = document.add_table(0, 3)
    row(table, "Menetapkan", ":", MENETAPKAN)
    for label, text in DIKTUM:
        row(table, label, ":", text)
    closing(document)
    return document


def with_sign_cell() -> Docx:
    """All letters in one cell, all texts in the next."""
    document = Document()
    opening(document)
    table = document.add_table(0, 4)
    row(table, "Menimbang", ":", ["a.", "b."], MENIMBANG)
    row(table, "Mengingat", ":", ["1.", "2."], MENGINGAT)
    centred(document, "MEMUTUSKAN:")
    document.add_paragraph(f"Menetapkan\t:\t{MENETAPKAN}")
    decisions(document)
    closing(document)
    return document


LEVELS = '<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>{left}</w:lvl>'


def numbering(document: Docx, identity: int, *levels: tuple[str, str]) -> int:
    """A list whose levels have these kinds of number and texts; returns its id."""
    root = document.part.numbering_part.element
    made = "".join(
        LEVELS.format(at=at, kind=kind, text=text, left=f'<w:pPr><w:ind w:left="{2600 + 500 * at}"/></w:pPr>')
        for at, (kind, text) in enumerate(levels)
    )
    shape = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identity}">{made}</w:abstractNum>'
    root.insert(0, parse_xml(shape))
    num = f'<w:num {nsdecls("w")} w:numId="{identity}"><w:abstractNumId w:val="{identity}"/></w:num>'
    root.append(parse_xml(num))
    return identity


def numbered(paragraph: Any, identity: int, level: int = 0) -> None:
    listed = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{identity}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(listed))


def with_automatic_numbers() -> Docx:
    """Letters and numbers that stand in no text, in cells; a diktum with a list of two levels."""
    document = Document()
    letters = numbering(document, 71, ("lowerLetter", "%1."))
    numbers = numbering(document, 72, ("decimal", "%1."))
    duties = numbering(document, 73, ("decimal", "%1."), ("lowerLetter", "%2."))
    opening(document)
    table = document.add_table(0, 3)
    for label, items, identity in (("Menimbang", MENIMBANG, letters), ("Mengingat", MENGINGAT, numbers)):
        row(table, label, ":", items)
        for paragraph in table.rows[-1].cells[2].paragraphs:
            numbered(paragraph, identity)
    centred(document, "MEMUTUSKAN:")
    document.add_paragraph(f"Menetapkan\t:\t{MENETAPKAN}")
    document.add_paragraph("KESATU\t:\tTim bertugas:")
    for text, level in (("menata:", 0), ("berkas; dan", 1), ("boks;", 1), ("melapor.", 0)):
        numbered(document.add_paragraph(text), duties, level)
    document.add_paragraph(f"KEDUA\t:\t{DIKTUM[1][1]}")
    closing(document)
    return document


def box(paragraph: Any, *texts: str) -> None:
    """A text frame that hangs on a paragraph, written as Word does: for newer programs and again for older ones."""
    inner = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    held = f"<w:txbxContent>{inner}</w:txbxContent>"
    wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    vml = "urn:schemas-microsoft-com:vml"
    xml = (
        f'<w:r {nsdecls("w", "wp", "a")} xmlns:mc="{mc}" xmlns:wps="{wps}" xmlns:v="{vml}"><mc:AlternateContent>'
        '<mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>'
        f"{held}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{held}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    paragraph._p.append(parse_xml(xml))


def with_text_boxes() -> Docx:
    """SALINAN and the head of the annex in text frames, a certification beside the signature."""
    document = Document()
    box(document.add_paragraph(), "SALINAN")
    opening(document)
    grounds(document)
    decisions(document)
    table = document.add_table(0, 2)
    row(
        table,
        [
            "Salinan sesuai dengan aslinya",
            "SEKRETARIAT KOMISI PEMILIHAN UMUM",
            "KOTA MOJOKERTO",
            "Kepala Bagian,",
            "Budi",
        ],
        [
            "Ditetapkan di Mojokerto",
            "pada tanggal 8 Januari 2024",
            "KETUA KOMISI PEMILIHAN UMUM",
            "KOTA MOJOKERTO,",
            "ttd.",
            "SAIFUL AMIN",
        ],
    )
    document.add_section(WD_SECTION.NEW_PAGE)
    head = ["LAMPIRAN", f"KEPUTUSAN {BODY}", "NOMOR 5 TAHUN 2024", f"TENTANG {TITLE}"]
    box(document.add_paragraph(), *head)
    centred(document, "TATA CARA")
    document.add_paragraph("Arsip ditata menurut abjad.")
    return document


def with_signature_beside() -> Docx:
    """Certification and signature in two columns, line by line in the rows of a table."""
    document = Document()
    document.add_paragraph("SALINAN")
    opening(document)
    grounds(document)
    decisions(document)
    table = document.add_table(0, 2)
    row(table, "Salinan sesuai dengan aslinya", "Ditetapkan di Mojokerto")
    row(table, "SEKRETARIAT KOMISI PEMILIHAN UMUM", "pada tanggal 8 Januari 2024")
    row(table, "KOTA MOJOKERTO", "KETUA KOMISI PEMILIHAN UMUM")
    row(table, "Kepala Bagian,", "KOTA MOJOKERTO,")
    row(table, "", "ttd.")
    row(table, "Budi", "SAIFUL AMIN")
    return document


def with_furniture() -> Docx:
    """Page numbers, catchwords and the address of the JDIH on the pages and in the text."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "- 2 -"
    document.sections[0].footer.paragraphs[0].text = "jdih.kpu.go.id/jatim/kota-mojokerto"
    document.add_paragraph("SALINAN")
    opening(document)
    (first, second), (law, other) = MENIMBANG, MENGINGAT
    document.add_paragraph(f"Menimbang\t:\ta.\t{first}")
    for text in ("b. bahwa . . .", "- 2 -", f"b.\t{second}"):
        document.add_paragraph(text)
    document.add_paragraph(f"Mengingat\t:\t1.\t{law}")
    for text in (f"2.\t{other}", "MEMUTUSKAN . . .", "jdih.kpu.go.id/jatim/kota-mojokerto"):
        document.add_paragraph(text)
    centred(document, "MEMUTUSKAN:")
    document.add_paragraph(f"Menetapkan\t:\t{MENETAPKAN}")
    decisions(document)
    closing(document, "ttd.", "SAIFUL AMIN")
    return document


def with_changes() -> Docx:
    """Tracked changes and a comment."""
    document = whole()
    paragraph = next(one for one in document.paragraphs if one.text.startswith("KESATU"))
    run = paragraph.runs[0]
    gone = f'<w:del {nsdecls("w")} w:id="901" w:author="A"><w:r><w:delText>lama</w:delText></w:r></w:del>'
    new = f'<w:ins {nsdecls("w")} w:id="902" w:author="A"><w:r><w:t xml:space="preserve"> Baru.</w:t></w:r></w:ins>'
    paragraph._p.append(parse_xml(gone))
    paragraph._p.append(parse_xml(new))
    document.add_comment(run, text="Sudah diparaf?", author="Kasubbag")
    return document


def landscape(document: Docx) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def annex_head(document: Docx, which: str = "") -> None:
    for text in (f"LAMPIRAN{which}", f"KEPUTUSAN {BODY}", "NOMOR 5 TAHUN 2024", f"TENTANG {TITLE}"):
        document.add_paragraph(text)


def shade(cell: Any) -> None:
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="808080"/>'))


def plan_table(document: Docx, rows: Sequence[tuple[str, str, str, str, str, dict[int, str], str]]) -> Table:
    """A plan with merged heads and twelve months, cells marked by a sign, or by a fill where the sign is empty."""
    table: Table = document.add_table(2, 17)
    table.style = "Table Grid"
    top, below = table.rows[0].cells, table.rows[1].cells
    for at, title in ((0, "NO"), (1, "KEGIATAN"), (2, "SUB KEGIATAN"), (3, "INDIKATOR"), (16, "KET")):
        top[at].merge(below[at]).text = title
    top[4].merge(top[15]).text = "BULAN"
    for month in range(12):
        below[4 + month].text = str(month + 1)
    for *texts, months, note in rows:
        cells = new_cells(table)
        for at, text in enumerate(texts[1:]):
            cells[at].text = text
        for month, sign in months.items():
            if sign:
                cells[3 + month].text = sign
            else:
                shade(cells[3 + month])
        cells[16].text = note
        if texts[0]:  # goes on with the activity above
            for at in (0, 1):
                table.rows[-2].cells[at].merge(cells[at])
    return table


def with_plan() -> Docx:
    """A plan on wide pages over two tables with the same head, months marked by signs and fills, cells merged."""
    document = whole(landscape)
    annex_head(document)
    centred(document, "RENCANA KERJA", "TAHUN 2024")
    plan_table(
        document,
        [
            ("", "1.", "Pendataan", "Daftar boks", "Ada daftar", {1: "v", 2: "v"}, ""),
            ("+", "", "", "Daftar berkas", "Ada berkas", {3: "", 4: ""}, "tentatif"),
        ],
    )
    document.add_paragraph()
    plan_table(document, [("", "2.", "Laporan", "Laporan akhir", "Terkirim", {12: "\N{CHECK MARK}"}, "")])
    document.add_paragraph("KETUA KOMISI PEMILIHAN UMUM")
    document.add_paragraph("KOTA MOJOKERTO,")
    document.add_paragraph("SAIFUL AMIN")
    return document


def with_team() -> Docx:
    """A team without rules around its table, its place and day repeated, the table nested in another."""
    document = whole(lambda document: document.add_section(WD_SECTION.NEW_PAGE))
    annex_head(document)
    centred(document, "SUSUNAN TIM")
    outer = document.add_table(1, 1)
    inner = outer.rows[0].cells[0].add_table(0, 4)
    row(inner, "NO.", "NAMA", "JABATAN", "KEDUDUKAN DALAM TIM")
    row(inner, "1.", "Umpama Rekaan", "Sekretaris", "Ketua")
    row(inner, "2.", "Misal Kesatu", "Staf", "Anggota")
    for text in ("Mojokerto, 8 Januari 2024", "Ketua,", "SAIFUL AMIN"):
        document.add_paragraph(text)
    return document


def with_prose() -> Docx:
    """Two annexes: prose with BAB numbered by Word, and any table with cells merged both ways."""
    document = whole(lambda document: document.add_section(WD_SECTION.NEW_PAGE))
    chapters = numbering(document, 74, ("upperRoman", "BAB %1"))
    annex_head(document, " I")
    centred(document, "PEDOMAN")
    for title, text in (("PENDAHULUAN", "Pedoman ini acuan."), ("PENUTUP", "Hal lain diatur kemudian.")):
        numbered(document.add_paragraph(title), chapters)
        document.add_paragraph(text)
    document.add_section(WD_SECTION.NEW_PAGE)
    annex_head(document, " II")
    centred(document, "DAFTAR BOKS")
    table = document.add_table(2, 3)
    table.style = "Table Grid"
    table.rows[0].cells[1].merge(table.rows[0].cells[2]).text = "BOKS"
    table.rows[0].cells[0].merge(table.rows[1].cells[0]).text = "RUANG"
    table.rows[1].cells[1].text, table.rows[1].cells[2].text = "LAMA", "BARU"
    row(table, "Satu", "12", "3")
    row(table, "", "14", "5")
    table.rows[2].cells[0].merge(table.rows[3].cells[0])
    row(table, "Dua", "20", "")
    document.add_paragraph("Catatan: dihitung awal tahun.")
    return document


def with_own_words() -> Docx:
    """What no form foresees: a line above the Ketua, another head of the annex, lines after the recipients, a note."""
    document = Document()
    opening(document)
    ketua = next(one for one in document.paragraphs if one.text.startswith("KETUA"))
    ketua.insert_paragraph_before("DENGAN RAHMAT TUHAN YANG MAHA ESA").alignment = WD_ALIGN_PARAGRAPH.CENTER
    grounds(document)
    document.add_paragraph("KESATU\t:\tMenetapkan hal berikut:")
    document.add_paragraph("tanpa tanda, dengan \u2022 di tengah")
    document.add_paragraph("Nama\t:\tSAIFUL AMIN")
    document.add_paragraph("(3) bukan daftar yang dikenal")
    document.add_paragraph(f"KEDUA\t:\t{DIKTUM[1][1]}")
    closing(document, "SAIFUL AMIN", "NIP 19700101 199503 1 001")
    document.add_section(WD_SECTION.NEW_PAGE)
    for text in ("LAMPIRAN", f"KEPUTUSAN {BODY}", "NOMOR 5 TAHUN 2024", "TANGGAL 8 JANUARI 2024", "TENTANG HAL LAIN"):
        document.add_paragraph(text)
    centred(document, "DAFTAR")
    document.add_paragraph("Isi daftar menyusul.")
    return document


def with_ticks() -> Docx:
    """Ticks of the font Wingdings, which stand in no text."""
    document = whole(lambda document: document.add_section(WD_SECTION.NEW_PAGE))
    annex_head(document)
    centred(document, "KELENGKAPAN")
    table = document.add_table(0, 3)
    table.style = "Table Grid"
    row(table, "RUANG", "DAFTAR", "BOKS")
    row(table, "Satu", "", "ada")
    run = table.rows[1].cells[1].paragraphs[0].add_run()
    run._r.append(parse_xml(f'<w:sym {nsdecls("w")} w:font="Wingdings" w:char="F0FC"/>'))
    row(table, "Dua", "belum", "ada")
    return document


def with_labels_alone() -> Docx:
    """Labels on lines of their own, no mark before the word, PERTAMA for KESATU, the month heads by name."""
    document = Document()
    opening(document)
    for label, items, signs in (("Menimbang :", MENIMBANG, "ab"), ("Mengingat :", MENGINGAT, "12")):
        document.add_paragraph(label)
        for sign, item in zip(signs, items, strict=True):
            document.add_paragraph(f"{sign}. {item}")
    for text in ("MEMUTUSKAN", "Menetapkan :", MENETAPKAN, "PERTAMA :", DIKTUM[0][1], "KEDUA :", DIKTUM[1][1]):
        document.add_paragraph(text)
    closing(document)
    landscape(document)
    annex_head(document)
    centred(document, "RENCANA AKSI")
    table = plan_table(document, [("", "1.", "Pendataan", "Daftar boks", "Ada daftar", {11: "", 12: ""}, "")])
    for month, name in enumerate(["JAN", "FEB", "MAR", "APR", "MEI", "JUN", "JUL", "AGS", "SEP", "OKT", "NOV", "DES"]):
        table.rows[1].cells[4 + month].text = name
    return document


def with_other_forms() -> Docx:
    """The kop left out, the title over several paragraphs, place and day in a table, another signature, recipients."""
    document = Document()
    centred(document, "KEPUTUSAN", BODY, "NOMOR : 5/HK.03.1/3576/2022", "TENTANG", "PENATAAN ARSIP", "TAHUN 2024")
    centred(document, "KETUA KOMISI PEMILIHAN UMUM", "KOTA MOJOKERTO,")
    grounds(document)
    decisions(document)
    table = document.add_table(0, 3)
    row(table, "Ditetapkan di", ":", "MOJOKERTO")
    row(table, "Pada tanggal", ":", "8 Januari 2024")
    for text in ("KETUA,", "ttd", "SAIFUL AMIN", "Tembusan Yth. :", "1. KPU Provinsi Jawa Timur;", "2. Arsip."):
        document.add_paragraph(text)
    return document


MADE: dict[str, Callable[[], Docx]] = {
    "tabs": whole,
    "spaces": with_spaces,
    "one table": in_one_table,
    "sign column": with_sign_column,
    "sign cell": with_sign_cell,
    "automatic numbers": with_automatic_numbers,
    "text boxes": with_text_boxes,
    "signature beside": with_signature_beside,
    "furniture": with_furniture,
    "changes": with_changes,
    "labels alone": with_labels_alone,
    "other forms": with_other_forms,
    "plan": with_plan,
    "team": with_team,
    "prose": with_prose,
    "own words": with_own_words,
    "ticks": with_ticks,
}


def saved(document: Docx) -> bytes:
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def words(document: Docx) -> list[str]:
    """The words of the text as it stands, whatever they are in; not those deleted, nor the second copies of frames."""
    left_out = {qn("w:del"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
    found: list[str] = []
    for paragraph in document.element.body.iter(qn("w:p")):
        if any(above.tag in left_out for above in paragraph.iterancestors()):
            continue
        pieces = (
            node.text or "" if node.tag == qn("w:t") else " "
            for node in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
            if next(node.iterancestors(qn("w:p"))) is paragraph
            and not any(above.tag in left_out for above in node.iterancestors())
        )
        found += "".join(pieces).split()
    return found
