"""What the file says of itself: XMP with the claims of PDF/A-2a (with data attached: 3a) and PDF/UA-1, document
information, output intent.

Dates are left out: they are optional (ISO 32000-1, table 317), and a clock would make equal decrees differ.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from kpu_docs import __version__
from kpu_docs.blocks import Document
from kpu_docs.writers.pdf.file import PdfFile, Stream, deflated, text_string
from kpu_docs.xml import escape

LANGUAGE = "id-ID"
_PRODUCER = f"kpu_docs {__version__}"

# The PDF/UA identifier (ISO 14289-1, 5) is no part of XMP: PDF/A wants its schema described (ISO 19005-2, 6.6.2.3).
_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""


def xmp(file: PdfFile, document: Document, part: int = 2) -> int:
    """Write the XMP packet, uncompressed so that every tool finds it (14.3.2); its number. `part` is that of PDF/A."""
    packet = _XMP.format(
        part=part,
        language=LANGUAGE,
        title=escape(document.title),
        author=escape(document.author),
        subject=escape(document.subject),
        producer=_PRODUCER,
    )
    return file.stream(Stream(packet.encode(), "/Type/Metadata/Subtype/XML"))


def info(file: PdfFile, document: Document) -> int:
    """Write the document information, which says the same as the XMP packet (14.3.3); its number."""
    values = {"Title": document.title, "Author": document.author, "Subject": document.subject, "Producer": _PRODUCER}
    return file.add(f"<<{''.join(f'/{name}{text_string(value)}' for name, value in values.items())}>>")


def output_intent(file: PdfFile) -> int:
    """Write the colour space that the plain colours of the pages are meant in (ISO 19005-2, 6.2.3); its number."""
    profile = file.stream(_profile())
    return file.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        f"/RegistryName(http://www.color.org)/DestOutputProfile {profile} 0 R>>"
    )


@cache
def _profile() -> Stream:
    return deflated((files("kpu_docs") / "data" / "sRGB.icc").read_bytes(), "/N 3")
