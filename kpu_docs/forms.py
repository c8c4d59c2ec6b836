"""The folder an office starts from: blank forms, a workbook, and the schema by which an editor explains the keys."""

from __future__ import annotations

from pathlib import Path

from kpu_docs.rendering import refuse_existing, write_all

TEMPLATES = ("keputusan.yaml", "kantor.toml")
WORKBOOK = "rencana.xlsx"
SCHEMA = "skema.json"
FORMS = (*TEMPLATES, WORKBOOK, SCHEMA)
"""What `write_forms` writes."""


def templates() -> Path:
    """The templates folder: inside the package when installed, beside it in a checkout."""
    here = Path(__file__).resolve().parent
    for folder in (here / "templates", here.parent / "templates"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("folder templates/ tidak ikut terpasang")


def write_forms(folder: Path) -> tuple[Path, ...]:
    """Write the forms into a folder, which is made if need be, all of them or none; they render as they are.

    Raises:
        InputError: one of them is there already.
        OSError: they cannot be written.
    """
    refuse_existing(folder / name for name in FORMS)
    from kpu_docs import forms_xlsx, schema  # slow, and not needed to refuse

    targets = {folder / name: (templates() / name).read_bytes() for name in TEMPLATES} | {
        folder / WORKBOOK: forms_xlsx.workbook(),
        folder / SCHEMA: schema.text().encode(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    write_all(targets)
    return tuple(targets)
