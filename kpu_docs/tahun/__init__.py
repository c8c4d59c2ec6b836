"""Next year's decree from this year's: the years of the plan raised, number and day emptied, citations renewed.

    data, report = next_year("lama/keputusan.yaml", 2027)
    print(report)

What a year speaks of is `sebutan`, which of them are raised `naik`; `dasar_hukum` asks the register. `lama` reads the
old decree and makes the changes, `susunan` puts them together, `folder` writes the new decree with what it needs.
Nothing is invented: what an office has to decide is kept as it is and told.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any, NamedTuple

from kpu_docs.inputs import load
from kpu_docs.tahun.lama import dibaca
from kpu_docs.tahun.report import NextYearReport
from kpu_docs.tahun.susunan import disusun, temuan

__all__ = ["NextYear", "NextYearReport", "next_year"]


class NextYear(NamedTuple):
    """The data of the new decree, which `load` takes (`base=` the folder of the old one), and what is said of them."""

    data: dict[str, Any]
    report: NextYearReport


def next_year(path: str | os.PathLike[str], tahun: int, *, dari_tahun: int | None = None) -> NextYear:
    """The data of a decree on the plan of another year, from a data file or a document (.docx, .pdf, .txt).

    `dari_tahun` is the year to be raised where the title does not say it.

    Raises:
        InputError: the file cannot be read, or the years do not fit.
    """
    lama = dibaca(path)
    baru, report = disusun(lama, os.path.normpath(path), tahun, dari_tahun)
    return NextYear(baru.data, replace(report, findings=temuan(lambda: load(baru.data, base=lama.source.base))))
