"""What stands in Menimbang, in a diktum, in prose: paragraphs, lists in lists, detail lines, tables, quotations."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.generating.texts import Said, either, label, line, maybe, plain, text

Data = st.SearchStrategy[Any]


@st.composite
def tables(draw: st.DrawFn) -> Any:
    """A plain table."""
    count = draw(st.integers(1, 5))
    column = line | st.fixed_dictionaries(
        {"judul": line}, optional={"lebar": st.integers(1, 20), "rata": st.sampled_from(["kiri", "tengah", "kanan"])}
    )
    rows = st.lists(st.lists(text | maybe, min_size=count, max_size=count), max_size=5)
    return {"kolom": draw(st.lists(column, min_size=count, max_size=count)), "baris": draw(rows)}


def isi(depth: int) -> Data:
    """A piece of text with what belongs to it; `depth` is how deep its lists go."""
    details = st.dictionaries(label, maybe, min_size=1, max_size=4) | st.lists(
        st.dictionaries(label, maybe, min_size=1, max_size=1), min_size=1, max_size=3
    )
    parts: dict[str, Data] = {"rincian": details, "tabel": tables()}
    if depth:
        below = st.lists(butir(depth - 1), min_size=1, max_size=4)
        sign = st.sampled_from(["1.", "a.", "1)", "a)", "-"])
        parts["daftar"] = below | st.fixed_dictionaries({"penanda": sign, "butir": below})
        quoted = st.fixed_dictionaries({"isi": st.lists(text, min_size=1, max_size=2)}, optional={"label": plain})
        parts["berbunyi"] = st.lists(quoted, min_size=1, max_size=3)
    return either(text, st.fixed_dictionaries({"teks": text}, optional=parts))


def butir(depth: int) -> Data:
    """An item of a list."""
    return either(text, isi(depth), st.fixed_dictionaries({"isi": st.lists(isi(depth), min_size=1, max_size=3)}))


def many(one: Data, most: int) -> Data:
    """One or several, now and then very many."""
    few = st.lists(one, min_size=1, max_size=4)
    short = st.integers(5, most).map(lambda count: [Said("Butir yang pendek;")] * count)
    return either(few, few, few, st.builds(lambda first, rest: [*first, *rest], few, short))
