"""What the schema of WordprocessingML asks for, as tables: the order of children, and which elements may hold which.

Facts of ECMA-376 part 1 (transitional schema: part 4), each with the section of its element. Elements of other
namespaces are extensions and may stand anywhere.
"""

from __future__ import annotations

from kpu_docs.wordfile.faults import Severity

_BORDERS = "top left start bottom right end"
_MARGINS = "top left start bottom right end"

SEQUENCES: dict[str, str] = {
    # 17.3.1.26 pPr, 17.3.1.24 pBdr, 17.3.1.19 numPr
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "pBdr": "top left start bottom right end between bar",
    "numPr": "ilvl numId numberingChange ins",
    # 17.4.59 tblPr, 17.4.61 tblPrEx, 17.4.38 tblBorders, 17.4.42 tblCellMar, 17.4.37 tbl, 17.4.78 tr
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tblPrEx": "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblPrExChange",
    "tblBorders": f"{_BORDERS} insideH insideV",
    "tblCellMar": _MARGINS,
    # 17.4.69 tcPr, 17.4.66 tcBorders, 17.4.68 tcMar
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark "
    "headers cellIns cellDel cellMerge tcPrChange",
    "tcBorders": f"{_BORDERS} insideH insideV tl2br tr2bl",
    "tcMar": _MARGINS,
    # 17.4.81 trPr: in any order, tracked changes last
    "trPr": "cnfStyle|divId|gridBefore|gridAfter|wBefore|wAfter|cantSplit|trHeight|tblHeader|tblCellSpacing|jc|hidden "
    "ins del trPrChange",
    # 17.6.17 sectPr; headers and footers come in any order before the rest
    "sectPr": "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings "
    "sectPrChange",
    "pgBorders": "top left bottom right",
    # 17.7.4.17 style, 17.7.5.1 docDefaults, 17.7.4.18 styles
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "docDefaults": "rPrDefault pPrDefault",
    "styles": "docDefaults latentStyles style",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    # 17.9.16 numbering, 17.9.1 abstractNum, 17.9.6 lvl, 17.9.15 num, 17.9.8 lvlOverride
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    # 17.5.2 content controls
    "sdt": "sdtPr sdtEndPr sdtContent",
    # 17.15.1.78 settings
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
    "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData "
    "embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges "
    "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors "
    "activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter "
    "stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting "
    "documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation "
    "consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle "
    "defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets "
    "drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery "
    "displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin "
    "drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne "
    "strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema "
    "saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly "
    "useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults "
    "footnotePr endnotePr compat docVars rsids attachedSchema themeFontLang clrSchemeMapping "
    "doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType "
    "shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator",
    # 17.8.3.10 font
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic",
}
"""The children of an element in their order. `a|b` may alternate."""

LOOSE: dict[str, str] = {
    # 17.3.2.28: in the first edition a sequence, since then in any order; Word reads any.
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss "
    "imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
}
"""Children whose order Word bears; written in another one a strict reader may refuse them."""

BORNE = {"sectPr"}
"""Children after which others may come all the same: LibreOffice begins pPr with it, and Word reads that."""

REPEATED = {
    "headerReference",
    "footerReference",
    "latentStyles",
    "style",
    "tblStylePr",
    "numPicBullet",
    "abstractNum",
    "num",
    "lvl",
    "lvlOverride",
    "activeWritingStyle",
    "attachedSchema",
    "smartTagType",
}
"""Children of these that may come more than once; any other comes once."""

_RANGES = (
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart "
    "moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd "
    "customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd "
    "proofErr permStart permEnd ins del moveFrom moveTo"
)
RANGES = frozenset(_RANGES.split())
"""Marks that stand between other elements nearly anywhere: bookmarks, comments, tracked changes."""
_BLOCKS = f"p tbl sdt customXml altChunk {_RANGES}"
_INLINE = f"r hyperlink fldSimple sdt smartTag customXml dir bdo subDoc {_RANGES}"

CONTENTS: dict[str, str] = {
    # 17.2.2 body, 17.10.4 hdr, 17.10.3 ftr, 17.13.4.2 comment, 17.11.10 footnote, 17.11.2 endnote
    "body": f"{_BLOCKS} sectPr",
    "hdr": _BLOCKS,
    "ftr": _BLOCKS,
    "comment": _BLOCKS,
    "footnote": _BLOCKS,
    "endnote": _BLOCKS,
    "txbxContent": _BLOCKS,
    # 17.4.37 tbl, 17.4.78 tr, 17.4.65 tc
    "tbl": f"tblPr tblGrid tr sdt customXml {_RANGES}",
    "tr": f"tblPrEx trPr tc sdt customXml {_RANGES}",
    "tc": f"tcPr {_BLOCKS}",
    # 17.3.1.22 p, 17.16.22 hyperlink, 17.16.19 fldSimple
    "p": f"pPr {_INLINE}",
    "hyperlink": _INLINE,
    "fldSimple": f"fldData {_INLINE}",
    # 17.3.2.25 r
    "r": "rPr br t contentPart delText instrText delInstrText noBreakHyphen softHyphen dayShort monthShort yearShort "
    "dayLong monthLong yearLong annotationRef footnoteRef endnoteRef separator continuationSeparator sym pgNum cr "
    "tab object pict fldChar ruby footnoteReference endnoteReference commentReference drawing ptab "
    "lastRenderedPageBreak",
}
"""What an element may hold."""

FIRST: dict[str, tuple[str, ...]] = {
    "p": ("pPr",),
    "r": ("rPr",),
    "tbl": ("tblPr", "tblGrid"),
    "tr": ("tblPrEx", "trPr"),
    "tc": ("tcPr",),
}
"""Children that stand before all others, in this order; marks of ranges may stand among them in a table."""

PARAGRAPH_LAST: dict[str, Severity] = {
    "tc": "salah",
    "comment": "salah",
    "txbxContent": "salah",
    "footnote": "salah",
    "endnote": "salah",
    "hdr": "salah",
    "ftr": "salah",
    "body": "periksa",
}
"""Containers that end with a paragraph: a table at the end of one is repaired or refused; in the body it is borne."""
