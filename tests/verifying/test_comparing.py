"""Long papers are cut at what each says once; what comes out is the same kind of steps."""

from __future__ import annotations

from itertools import pairwise

from kpu_docs.verifying.comparing import opcodes


def test_steps_through_long_papers_are_whole_and_few() -> None:
    old = [line for at in range(700) for line in (f"baris {at}", "sama")]
    new = [line.replace("baris 5", "baris lima") for line in old]
    new[300:300], new[900:900] = ["baru"], old[1300:1302]
    del new[1302:1304]
    steps = list(opcodes(old, new))
    assert (steps[0][1], steps[0][3], steps[-1][2], steps[-1][4]) == (0, 0, len(old), len(new))
    for (_, _, i, _, j), (_, i1, _, j1, _) in pairwise(steps):
        assert (i, j) == (i1, j1)
    kept = [(i1, i2) for tag, i1, i2, j1, j2 in steps if tag == "equal" and old[i1:i2] == new[j1:j2]]
    assert len(kept) == sum(tag == "equal" for tag, *_ in steps)
    changed = sum(line.startswith("baris 5") for line in old)
    assert sum(i2 - i1 for i1, i2 in kept) == len(old) - changed - 2
