"""The shipped faces: rebuildable from free sources, embeddable, with the widths of Bookman Old Style."""

import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "kpu_docs" / "fonts"
FACES = sorted(FONTS.glob("*.ttf"))
TEX_GYRE = Path("/usr/share/texmf/fonts/opentype/public/tex-gyre")  # Debian: fonts-texgyre
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")  # Debian: fonts-dejavu-core

# Widths of BOOKOS.TTF and BOOKOSB.TTF in thousandths of an em, as tables made from them for FPDF publish them.
BOOKMAN = {
    "Regular": {" ": 320, "#": 600, "(": 300, "-": 400, "0": 620, "A": 680, "K": 720, "Q": 800, "m": 940, "\xa0": 340},
    "Bold": {" ": 340, "#": 600, "(": 320, "-": 360, "0": 660, "A": 720, "K": 800, "Q": 800, "m": 1000, "\xa0": 340},
}


def widths(face: Path, characters: str) -> dict[str, int]:
    font = TTFont(face)
    names = font.getBestCmap()
    return {c: round(font["hmtx"][names[ord(c)]][0] * 1000 / font["head"].unitsPerEm) for c in characters}


def test_all_five_faces_are_shipped() -> None:
    assert [face.stem for face in FACES] == [
        "KPUBonum-Bold",
        "KPUBonum-BoldItalic",
        "KPUBonum-Italic",
        "KPUBonum-Regular",
        "KPUSimbol-Regular",
    ]


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.stem)
def test_a_face_may_be_embedded_and_bears_its_own_name(face: Path) -> None:
    font = TTFont(face)
    assert font["OS/2"].fsType == 0
    assert font["name"].getDebugName(6) == face.stem
    assert font["name"].getDebugName(1) in ("KPU Bonum", "KPU Simbol")
    assert font["name"].getDebugName(0).startswith("Copyright")


@pytest.mark.parametrize("style", BOOKMAN)
def test_letters_are_as_wide_as_in_bookman_old_style(style: str) -> None:
    published = BOOKMAN[style]
    assert widths(FONTS / f"KPUBonum-{style}.ttf", "".join(published)) == published


def test_the_four_text_faces_have_the_same_characters() -> None:
    sets = [set(TTFont(face).getBestCmap()) for face in FACES if face.stem.startswith("KPUBonum")]
    assert all(characters == sets[0] for characters in sets)


@pytest.mark.parametrize(
    "signs",
    [
        pytest.param("✓✔✕✗✘√", id="check marks and crosses"),
        pytest.param("☐☑☒", id="ballot boxes"),
        pytest.param("■□▪▫○●◦•▶►▼◆◇★☆➢❖", id="bullets"),
        pytest.param("←↑→↓↔↕↖↗↘↙⇒", id="arrows"),
        pytest.param("⁰⁴⁹₀₉⅓⅝ⅠⅣⅫⅳ①⑩", id="number forms"),
        pytest.param("≈≠≤≥∑∞∈∅∩∪⊂×÷αβγΩπ", id="mathematics"),
        pytest.param("\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u2060\ufe0f", id="spaces and invisible marks"),
        pytest.param("ḥṣṭẓʿʾ\u0323ﬀﬃ", id="transliteration and ligatures"),
    ],
)
def test_pasted_signs_have_a_glyph(signs: str) -> None:
    covered = {code for face in FACES if face.stem.endswith("-Regular") for code in TTFont(face).getBestCmap()}
    assert [sign for sign in signs if ord(sign) not in covered] == []


def test_simbol_draws_check_marks_and_boxes() -> None:
    font = TTFont(FONTS / "KPUSimbol-Regular.ttf")
    names, outlines = font.getBestCmap(), font["glyf"]
    assert all(outlines[names[ord(sign)]].numberOfContours > 0 for sign in "✓✔☐☑☒")


@pytest.mark.parametrize("code", [0x2028, 0x2029, 0xFEFF, 0xFFFD], ids=lambda code: f"U+{code:04X}")
def test_what_must_be_reported_has_no_glyph(code: int) -> None:
    assert all(code not in TTFont(face).getBestCmap() for face in FACES)


@pytest.mark.slow
@pytest.mark.skipif(not TEX_GYRE.is_dir(), reason="fonts-texgyre is not installed")
@pytest.mark.skipif(not (DEJAVU / "DejaVuSans.ttf").is_file(), reason="fonts-dejavu-core is not installed")
def test_the_faces_rebuild_byte_for_byte(tmp_path: Path) -> None:
    subprocess.run([sys.executable, FONTS / "build_fonts.py", TEX_GYRE, DEJAVU, tmp_path], check=True)
    assert sorted(made.name for made in tmp_path.iterdir()) == [face.name for face in FACES]
    for face in FACES:
        assert (tmp_path / face.name).read_bytes() == face.read_bytes(), face.name
