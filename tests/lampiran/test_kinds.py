"""Every kind of annex has an example that uses it, and the same words in every format."""

from __future__ import annotations

import pytest

import kpu_docs as kpu
from kpu_docs.lampiran import KINDS
from tests.test_examples import EXAMPLES, words

DECREES = {folder: kpu.load(folder / "keputusan.yaml") for folder in EXAMPLES}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_shown_by_an_example_in_every_format(kind: str) -> None:
    shown = [keputusan for keputusan in DECREES.values() if kind in {one.jenis for one in keputusan.lampiran}]
    assert shown, f"no example shows {kind}"
    for keputusan in shown:
        alone = keputusan.model_copy(update={"lampiran": tuple(one for one in keputusan.lampiran if one.jenis == kind)})
        text = words(alone, "txt")
        assert words(alone, "docx") == text
        assert words(alone, "pdf") == text
