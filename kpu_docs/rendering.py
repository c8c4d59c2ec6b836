"""From a decree to files: composed, written by the writer of each format, put in place all at once."""

from __future__ import annotations

import os
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from kpu_docs import tata_naskah, writers
from kpu_docs.collector import paused
from kpu_docs.complaints import DEEP, Complaint, InputError, Unprintable, nearest
from kpu_docs.compose import compose
from kpu_docs.compose.page import Page
from kpu_docs.copies import refuse
from kpu_docs.embedding import data_of
from kpu_docs.findings import MOST_PLACES, Finding
from kpu_docs.fingerprints import fingerprints
from kpu_docs.inputs import is_yaml, located
from kpu_docs.model import Keputusan, Naskah
from kpu_docs.pictures import read_picture

if TYPE_CHECKING:
    from kpu_docs.templating import Template

KINDS: tuple[str, ...] = get_args(Naskah)
"""The kinds of copy."""


@cache
def formats() -> tuple[str, ...]:
    """The formats there are: each is a module of `kpu_docs.writers`."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(writers.__path__)))


def render(
    keputusan: Keputusan,
    path: str | os.PathLike[str],
    *,
    template: str | os.PathLike[str] | Template | None = None,
    naskah: str | None = None,
    petikan: str | None = None,
    embed: bool = False,
    force: bool = False,
) -> Path:
    """Write a decree to a file, whose suffix is the format (.docx, .html, .pdf, .txt); returns its path.

    `template` is a Word file of the office with tags, into which a DOCX is written; other formats keep our layout.
    `naskah` replaces the kind of copy: rancangan, asli, salinan, petikan. `petikan` says for whom a petikan is (see
    `kpu_docs.petikan.names`); a petikan for nobody in particular holds those of all persons, one after the other.
    A salinan or petikan that is asked for so is refused while something is left to do, unless `force` says otherwise.
    `embed` puts the data of the decree into the file (.docx and .pdf, no petikan). A file that is there is replaced in
    one step.

    Raises:
        InputError: no such format or kind, nobody of that name, leftovers, data where none may be, a wrong template, an
            option that is neither True nor False, or the decree cannot be printed as it is.
        OSError: the file cannot be written.
    """
    target = Path(path)
    format = target.suffix.lower().removeprefix(".")
    options: dict[str, Any] = {
        "template": template,
        "naskah": naskah,
        "petikan": petikan,
        "embed": embed,
        "force": force,
    }
    write_all({target: render_bytes(keputusan, format, **options)})
    return target


def render_bytes(
    keputusan: Keputusan,
    format: str,
    *,
    template: str | os.PathLike[str] | Template | None = None,
    naskah: str | None = None,
    petikan: str | None = None,
    embed: bool = False,
    force: bool = False,
) -> bytes:
    """The file of a decree in a format (`docx`, `html`, `pdf`, `txt`) as bytes; the options are those of `render`.

    Safe in threads.

    Raises:
        InputError: no such format or kind, nobody of that name, leftovers, data where none may be, a wrong template, an
            option that is neither True nor False, or the decree cannot be printed as it is.
    """
    known("format", format, formats())
    for option, chosen in (("embed", embed), ("force", force)):
        if not isinstance(chosen, bool):  # "tidak" would count as yes
            raise InputError(Complaint((option,), "harus True atau False", chosen))
    naskah = naskah or (None if petikan is None else "petikan")
    if naskah is not None:
        known("naskah", naskah, KINDS)
        if petikan is not None and naskah != "petikan":
            raise InputError(Complaint(("petikan",), "hanya untuk naskah petikan", petikan))
        if not force:
            refuse(keputusan, [naskah])
        keputusan = keputusan.model_copy(update={"naskah": naskah})
    options: dict[str, Any] = {"data": data_of(keputusan, format)} if embed else {}
    if format == "docx":
        options["template"] = template
        options["fingerprinted"] = not embed and _fingerprinted(keputusan)
    return _written_bytes(keputusan, format, petikan, **options)


def _fingerprinted(keputusan: Keputusan) -> bool:
    """Whether a DOCX tells what was rendered: only YAML is ever updated from one, and a petikan is not the decree."""
    return is_yaml(keputusan) and keputusan.naskah != "petikan"


def render_reviewed(keputusan: Keputusan, findings: Iterable[Finding], path: str | os.PathLike[str]) -> Path:
    """Write a decree to a .docx file with its findings as Word comments at their places; returns its path.

    Raises:
        InputError: another format, or the decree cannot be printed as it is.
        OSError: the file cannot be written.
    """
    from kpu_docs.writers.docx.comments import Comment

    target = Path(path)
    known("format", target.suffix.lower().removeprefix("."), ("docx",))
    comments = [
        Comment(spot.path, spot.span, finding.comment)
        for finding in findings
        for spot in finding.spots[: MOST_PLACES + 1]
    ]
    made = _written_bytes(keputusan, "docx", None, comments=comments, fingerprinted=_fingerprinted(keputusan))
    write_all({target: made})
    return target


def _written_bytes(keputusan: Keputusan, format: str, petikan: str | None, **options: Any) -> bytes:
    """What the writer of a format makes of the decree."""
    try:
        with paused():
            return _made(keputusan, format, petikan, **options)
    except Unprintable as unprintable:
        raise located(keputusan, unprintable.faults) from None
    except RecursionError:
        raise InputError(Complaint((), DEEP)) from None


def _made(
    keputusan: Keputusan,
    format: str,
    petikan: str | None,
    template: str | os.PathLike[str] | Template | None = None,
    fingerprinted: bool = False,
    **options: Any,
) -> bytes:
    rules = tata_naskah.of(keputusan)
    picture = partial(read_picture, keputusan)
    document = compose(keputusan, rules, picture)
    if keputusan.naskah == "petikan":
        from kpu_docs.petikan import excerpt

        document = excerpt(keputusan, document, petikan)
    if fingerprinted:
        options["fingerprints"] = fingerprints(document)
    if opened := understood(template):
        from kpu_docs.templating import write

        return write(opened, document, Page(keputusan, rules, picture), **options)
    data: bytes = import_module(f"{writers.__name__}.{format}").write(document, rules, **options)
    return data


def understood(template: str | os.PathLike[str] | Template | None) -> Template | None:
    """A template read and understood, if there is one.

    Raises:
        InputError: it cannot be read, is no harmless Word file, or its tags are wrong.
    """
    if template is None:
        return None
    from kpu_docs.templating import Template, load

    return template if isinstance(template, Template) else load(template)


def known(what: str, name: str, names: tuple[str, ...]) -> None:
    """Refuse a name that is none of these.

    Raises:
        InputError: with the names there are.
    """
    if name not in names:
        near = nearest(name, names)
        hint = f"; mungkin maksudnya {near}" if near else ""
        raise InputError(Complaint((what,), f"tidak dikenal; yang ada: {', '.join(names)}{hint}", name or "kosong"))


def refuse_existing(targets: Iterable[Path]) -> None:
    """Refuse to write over files.

    Raises:
        InputError: one of them is there already.
    """
    if there := [target for target in targets if target.exists()]:
        message = "berkas ini sudah ada dan tidak ditimpa; pilih folder atau nama lain"
        raise InputError(*(Complaint((), message, file=str(target)) for target in there))


def write_all(targets: Mapping[Path, bytes]) -> None:
    """Write several files, all of them or none: first under temporary names, then renamed.

    Raises:
        OSError: one of them cannot be written (PermissionError with its name: it is open in another program); the
            targets are then as they were.
    """
    waiting: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    try:
        for target, data in targets.items():
            waiting[target] = _written(target, data)
        for target, data in targets.items():
            old = target.read_bytes() if target.exists() else None
            if not waiting[target].exists():  # a batch that begins here sweeps up what it takes for left behind
                waiting[target] = _written(target, data)
            _replace(target, waiting[target])
            before[target] = old
    except BaseException:  # Ctrl-C too
        for target, old in before.items():
            if old is None:
                target.unlink(missing_ok=True)
            else:
                _replace(target, _written(target, old))
        raise
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)


def _written(target: Path, data: bytes) -> Path:
    """The data under a temporary name beside the target, with the rights any new file has."""
    temporary = target.with_name(f".{target.name}.{os.urandom(4).hex()}.tmp")
    try:
        temporary.write_bytes(data)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _about(target, error) from None
    return temporary


def _replace(target: Path, temporary: Path) -> None:
    try:
        os.replace(temporary, target)
    except OSError as error:
        raise _about(target, error) from None


def _about(target: Path, error: OSError) -> OSError:
    """The error with the name of the file that was asked for."""
    return type(error)(error.errno, error.strerror, str(target))
