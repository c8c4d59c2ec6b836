"""The blank forms an office starts from."""

from __future__ import annotations

from pathlib import Path

from kpu_docs.complaints import Complaint, InputError
from kpu_docs.rendering import write_all

FORMS = ("keputusan.yaml", "kantor.toml")


def templates() -> Path:
    """The templates folder: inside the package when installed, beside it in a checkout."""
    here = Path(__file__).resolve().parent
    for folder in (here / "templates", here.parent / "templates"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("folder templates/ tidak ikut terpasang")


def copy_forms(folder: Path) -> tuple[Path, ...]:
    """Copy the blank forms into a folder, which is made if need be; they render as they are.

    Raises:
        InputError: one of them is there already; then none is written.
        OSError: they cannot be written.
    """
    targets = {folder / name: (templates() / name).read_bytes() for name in FORMS}
    if there := [target for target in targets if target.exists()]:
        message = "berkas ini sudah ada dan tidak ditimpa; pilih folder lain"
        raise InputError(*(Complaint((), message, file=str(target)) for target in there))
    folder.mkdir(parents=True, exist_ok=True)
    write_all(targets)
    return tuple(targets)
