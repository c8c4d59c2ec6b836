"""Our blocks in the styles of a template: matched by name, the template's own wins, ours is added where it has none."""

from __future__ import annotations

from collections.abc import Container, Iterable
from copy import deepcopy

from kpu_docs.templating.xml import child, put, value
from kpu_docs.wordfile.names import w
from kpu_docs.wordfile.package import Element, number, parsed

_REFERENCES = tuple(map(w, ("pStyle", "rStyle", "tblStyle")))
_LOOK = ("tabs", "ind")


class Styles:
    """The styles of a template (`theirs`, a `w:styles` that is added to) and those of our DOCX."""

    def __init__(self, theirs: Element, ours: Element) -> None:
        self._theirs = theirs
        self._ours = {style.get(w("styleId"), ""): style for style in ours.iter(w("style"))}
        known = [*theirs.iter(w("style"))]
        self._names = {value(style, "name").lower(): style.get(w("styleId"), "") for style in known}
        self._ids = {style.get(w("styleId"), "") for style in known}
        self._default = next((style.get(w("styleId"), "") for style in known if _is_default(style)), "")
        self._found: dict[str, str] = {}

    def dress(self, elements: Iterable[Element], moved: Container[str] = ()) -> None:
        """Give paragraphs and tables of ours their styles in the template.

        Styles whose ids are in `moved` stand at other columns here than their name says: these paragraphs carry tabs
        and indents themselves.
        """
        for element in elements:
            for paragraph in element.iter(w("p")):
                style = value(paragraph.find(w("pPr")), "pStyle")
                if not style:
                    _plain(child(paragraph, "pPr"))
                elif style in moved:
                    self._carry(child(paragraph, "pPr"), self._ours[style])
            for reference in element.iter(*_REFERENCES):
                reference.set(w("val"), self.named(reference.get(w("val"), "")))

    def named(self, ours: str) -> str:
        """The id in the template of a style of ours."""
        if ours not in self._found:
            style = self._ours[ours]
            self._found[ours] = self._names.get(value(style, "name").lower()) or self._added(style)
        return self._found[ours]

    def _added(self, style: Element) -> str:
        added = deepcopy(style)
        name = value(style, "name")
        identity = added.get(w("styleId"), "")
        while identity in self._ids:
            identity += "KPU"
        added.set(w("styleId"), identity)
        base = self._ours.get(value(style, "basedOn"))
        if style.get(w("type")) == "paragraph":
            self._rest(added, base)
        elif base is not None:
            child(added, "basedOn", val=self.named(base.get(w("styleId"), "")))
        self._ids.add(identity)
        self._names[name.lower()] = identity
        self._theirs.append(added)
        return identity

    def _rest(self, added: Element, base: Element | None) -> None:
        """On which style an added one rests: on another of ours, or on the template's own text.

        A heading of the template is not its base, whose colour and letter would be strange on a decree: it gets the
        level of that heading alone, which navigation and screen readers go by.
        """
        shape = child(added, "pPr")
        if base is not None and value(base, "name").startswith("KPU "):
            child(added, "basedOn", val=self.named(base.get(w("styleId"), "")))
            return
        level = value(base.find(w("pPr")), "outlineLvl") if base is not None else ""
        if level:
            child(shape, "outlineLvl", val=level)
        if self._default:
            child(added, "basedOn", val=self._default)
        if shape.find(w("ind")) is None:
            child(shape, "ind", left=0, right=0, firstLine=0)

    def _carry(self, properties: Element, style: Element) -> None:
        """Tabs and indents of a style in the paragraph itself, which then has the style that one is based on."""
        child(properties, "pStyle", val=value(style, "basedOn"))
        shape = style.find(w("pPr"))
        for name in _LOOK:
            look = shape.find(w(name)) if shape is not None else None
            if look is not None:
                own = properties.find(w(name))
                both = deepcopy(look)
                if own is not None:
                    both.attrib.update(own.attrib)
                    both.extend(own)
                put(properties, both)


def _is_default(style: Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on")


def _plain(properties: Element) -> None:
    """A paragraph without a style is what it says itself, whatever the template's own text looks like."""
    spacing = properties.find(w("spacing"))
    if spacing is None:
        spacing = child(properties, "spacing", line=240, lineRule="auto")
    for side in ("before", "after"):
        if spacing.get(w(side)) is None:
            spacing.set(w(side), "0")
    if properties.find(w("ind")) is None:
        child(properties, "ind", left=0, right=0, firstLine=0)


def compatibility(settings: bytes | None) -> int:
    """The version of Word that a template is laid out like; without one it is an old one."""
    found = parsed(settings).iter(w("compatSetting")) if settings else ()
    modes = [one.get(w("val"), "") for one in found if one.get(w("name")) == "compatibilityMode"]
    return number(modes[0], 12) if modes else 12


def indent_by_rule(elements: Iterable[Element], ours: Element) -> None:
    """Tables of ours for a template of the newer kind: ours say where the text of the first cell begins."""
    styles = {style.get(w("styleId"), ""): style for style in ours.iter(w("style"))}
    for element in elements:
        for properties in element.iter(w("tblPr")):
            holder = styles.get(value(properties, "tblStyle"))
            margins = properties.find(w("tblCellMar"))
            if margins is None and holder is not None:
                margins = holder.find(f"{w('tblPr')}/{w('tblCellMar')}")
            indent = properties.find(w("tblInd"))
            if indent is not None and margins is not None:
                indent.set(w("w"), str(int(indent.get(w("w"), "0")) - int(value(margins, "left", "w") or 0)))


def missing(theirs: Element, ours: Element) -> list[str]:
    """The names of our styles that a template lacks."""
    known = {value(style, "name").lower() for style in theirs.iter(w("style"))}
    names = [value(style, "name") for style in ours.iter(w("style"))]
    return [name for name in names if name.startswith("KPU ") and name.lower() not in known]
