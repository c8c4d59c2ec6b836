"""Signs and labels of an edited file of ours are counted anew, by their places alone."""

from __future__ import annotations

from kpu_docs.reading.paper import Line, Section, Table
from kpu_docs.reading.renumbering import renumbered

LINES = [
    ("Menimbang\t:\ta.\tsatu;", 2550, "Menimbang\t:\ta.\tsatu;"),
    ("a.\tdua;", 2550, "b.\tdua;"),
    ("d.\ttiga;", 2550, "c.\ttiga;"),
    ("Mengingat\t:\t2.\tsatu;", 2550, "Mengingat\t:\t1.\tsatu;"),
    ("4.\tdua;", 2550, "2.\tdua;"),
    ("KESATU\t:\tMembentuk:", 1980, "KESATU\t:\tMembentuk:"),
    ("1.\tsatu:", 2550, "1.\tsatu:"),
    ("a.\tdalam;", 3000, "a.\tdalam;"),
    ("a.\tdalam;", 3000, "b.\tdalam;"),
    ("1.\tdua:", 2550, "2.\tdua:"),
    ("b.\tdalam lagi;", 3000, "a.\tdalam lagi;"),
    ("KETIGA\t:\tBerbunyi:", 1980, "KEDUA\t:\tBerbunyi:"),
    ("KELIMA\t:\tdikutip.", 3000, "KELIMA\t:\tdikutip."),
    ("KEDUABELAS\t:\tAkhir.", 1980, "KETIGA\t:\tAkhir."),
    ("7. tanpa tab", 1980, "7. tanpa tab"),
    ("BAB III", 0, "BAB I"),
    ("B.\tJudul", 500, "A.\tJudul"),
    ("BAB III", 0, "BAB II"),
]


def test_each_follows_the_one_before() -> None:
    [section] = renumbered([Section(tuple(Line(text, left) for text, left, _ in LINES))])
    assert [line.text for line in section.pieces if isinstance(line, Line)] == [expected for _, _, expected in LINES]


def test_a_table_ends_the_lists_above_it() -> None:
    pieces = (Line("1.\tsatu", 500), Table(()), Line("1.\tsatu lagi", 500))
    assert renumbered([Section(pieces)]) == [Section(pieces)]
