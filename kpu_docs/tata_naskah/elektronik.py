"""The format values of an original that is signed electronically."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kpu_docs.fields import Data, YaTidak

Penanda = Annotated[str, Field(pattern=r"^[^\s-]+$")]


class EOffice(Data):
    """The words by which an e-office finds where it writes the number and the day and puts the signature."""

    nomor: Penanda
    tanggal: Penanda
    tanda_tangan: Penanda


class Elektronik(Data):
    """How an original is signed electronically: with a signature field in the PDF, or by an e-office (its name in
    `e_office`; empty: none), whose words stand where number, day and signature will.
    """

    kolom_tanda_tangan: YaTidak
    e_office: str
