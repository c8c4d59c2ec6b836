"""Copies that are final, salinan and petikan: whoever asks for one is refused while something is left to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kpu_docs.complaints import Complaint, InputError
from kpu_docs.findings import Finding
from kpu_docs.inputs import located
from kpu_docs.model import COPIES, Keputusan

PRINTED_BLANK = frozenset({"isian_tertinggal", "pengesah_belum_disebut"})
"""Rules that find what is printed as a blank, whatever their severity; that number or day is missing is `salah`."""

FORCED = "tetap ditulis karena --force"


def leftovers(keputusan: Keputusan, kinds: Sequence[str | None]) -> tuple[Complaint, ...]:
    """What keeps the final ones among these kinds of copy from being made: dots and other blanks, and every finding of
    severity `salah`, each with its place; the first line says so. Nothing where none is final or nothing is left.

    Raises:
        InputError: `abaikan` names a rule that does not exist.
    """
    final = [naskah for naskah in COPIES if naskah in kinds]
    if not final:
        return ()
    from kpu_docs.checking import check

    findings = check(keputusan.model_copy(update={"naskah": final[0]}))
    left = [one for one in findings if one.severity == "salah" or one.rule in PRINTED_BLANK]
    found = tuple(complaint for one in left for complaint in _complaints(one))
    if not found:
        return ()
    message = (
        f"{' dan '.join(final)} tidak dibuat, karena di bawah ini masih ada {len(found)} hal yang harus dibetulkan; "
        "dengan --force (di Python force=True) tetap dibuat"
    )
    return (*located(keputusan, [(("naskah",), message, None)]).complaints, *found)


def refuse(keputusan: Keputusan, kinds: Sequence[str | None]) -> None:
    """Refuse to make final copies of a decree with leftovers.

    Raises:
        InputError: what is left, see `leftovers`.
    """
    if found := leftovers(keputusan, kinds):
        raise InputError(*found)


def passed_over(left: Sequence[Complaint]) -> tuple[Complaint, ...]:
    """What was left where a copy was made all the same, as warnings."""
    return tuple(replace(one, message=f"{FORCED}: {one.message}") for one in left[1:])


def _complaints(finding: Finding) -> list[Complaint]:
    message = f"{finding.change} ({finding.rule})"
    return [
        Complaint(spot.path, message, None, spot.file, spot.line, spot.column, spot.lembar, spot.sel)
        for spot in finding.spots
    ]
