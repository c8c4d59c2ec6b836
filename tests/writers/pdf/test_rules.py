"""Every example, in each kind of copy, keeps the rules of PDF/UA-1 and PDF/A-2a that a program can check.

Each rule is shown a file that breaks it; the file before it was spoiled passes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

import kpu_docs as kpu
from tests.building import decree, plan
from tests.writers.pdf import access, archive
from tests.writers.pdf.looked_at import Looked
from tests.writers.pdf.spoiling import BYTES, OBJECTS, resaved

ROOT = Path(__file__).parents[3]
DECREES = {file.parent.name: file for file in sorted(ROOT.glob("examples/*/keputusan.yaml"))}
DECREES |= {file.stem: file for file in sorted(ROOT.glob("tests/sentinels/keputusan/*.yaml"))}
RULES = (*access.RULES, *archive.RULES)

Rule = Callable[[Looked], Iterator[str]]


@cache
def made(name: str, naskah: str | None = None) -> bytes:
    return kpu.render_bytes(kpu.load(DECREES[name]), "pdf", naskah=naskah, force=naskah is not None)


def broken(rule: Rule, data: bytes) -> list[str]:
    return list(rule(Looked(data)))


@pytest.mark.parametrize("name", DECREES)
def test_every_decree_keeps_every_rule(name: str) -> None:
    looked = Looked(made(name))
    assert {rule.__name__: found for rule in RULES if (found := list(rule(looked)))} == {}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "naskah"),
    [(name, naskah) for name in DECREES for naskah in ("rancangan", "asli", "salinan")] + [("tim_contoh", "petikan")],
)
def test_so_does_every_kind_of_copy(name: str, naskah: str) -> None:
    looked = Looked(made(name, naskah))
    assert {rule.__name__: found for rule in RULES if (found := list(rule(looked)))} == {}


@pytest.mark.parametrize("naskah", ["rancangan", "asli", "salinan"])
def test_so_does_what_an_office_can_ask_for(naskah: str) -> None:
    rules = {
        "kata_penyambung": {"ada": "ya"},
        "jdih": {"alamat": "jdih.kpu.go.id"},
        "elektronik": {"kolom_tanda_tangan": "ya"},
        "lampiran": {"nomor_halaman": "mulai_baru", "halaman_pertama": "polos"},
    }
    annex = plan({"kegiatan": "Rapat", "bulan": "3"})
    keputusan = decree(kantor={"tata_naskah": rules}, lampiran=annex, diktum=["Menetapkan."] * 40, naskah=naskah)
    looked = Looked(kpu.render_bytes(keputusan, "pdf"))
    # PDF/A-2 allows the field; pikepdf's validator knows no forms at all.
    rules_known = [rule for rule in RULES if naskah != "asli" or rule != archive.pikepdf_finds_nothing]
    assert {rule.__name__: found for rule in rules_known if (found := list(rule(looked)))} == {}


@pytest.mark.parametrize("spoiler", BYTES)
def test_spoiled_bytes_are_seen(spoiler: str) -> None:
    rule, spoil = BYTES[spoiler]
    data = made("naskah_contoh")
    assert broken(rule, data) == []
    assert spoil(data) != data
    assert broken(rule, spoil(data)) != []


@pytest.mark.parametrize("spoiler", OBJECTS)
def test_spoiled_objects_are_seen(spoiler: str) -> None:
    name, rule, spoil = OBJECTS[spoiler]
    assert broken(rule, resaved(made(name), lambda file: None)) == []
    assert broken(rule, resaved(made(name), spoil)) != []


def test_the_validator_of_pikepdf_has_not_learned() -> None:
    findings = archive.findings(made("naskah_contoh"))
    assert any(map(archive.FALSE_FINDINGS.search, findings)), "take FALSE_FINDINGS out"


def test_every_rule_has_been_shown_a_file_that_breaks_it() -> None:
    assert {rule for rule, _ in BYTES.values()} | {rule for _, rule, _ in OBJECTS.values()} == set(RULES)
