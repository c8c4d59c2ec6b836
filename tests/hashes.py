"""Prints the SHA-256 of every output of every example below a folder, as JSON: what `test_equal_bytes` starts anew in
one environment after the other.

    python hashes.py FOLDER EXAMPLES THREADS CLOCK
"""

from __future__ import annotations

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path


def main(folder: Path, examples: str, threads: int, clock: float) -> None:
    """`examples` is a pattern of their names. `threads` render side by side, the last example first where there are
    several; the clock is `clock` seconds fast.
    """
    _ahead(clock)
    import kpu_docs
    from kpu_docs.rendering import formats

    files = sorted(folder.glob(f"{examples}/keputusan.yaml"), reverse=threads > 1)
    wanted = [(file, format, naskah) for file in files for format in formats() for naskah in ("asli", "salinan")]

    def hashed(one: tuple[Path, str, str]) -> tuple[str, str]:
        file, format, naskah = one
        data = kpu_docs.render_bytes(kpu_docs.load(file), format, naskah=naskah, force=True)
        return f"{file.parent.name}-{naskah}.{format}", sha256(data).hexdigest()

    with ThreadPoolExecutor(threads) as pool:
        found = dict(pool.map(hashed, wanted))
    own = Path(kpu_docs.__file__).parents[1] == Path(__file__).parents[1]
    print(json.dumps({"own package": own, "hashes": found}))


def _ahead(seconds: float) -> None:
    """Let the clock go ahead for everything that is imported from here on."""
    now, local, utc = time.time, time.localtime, time.gmtime
    time.time = lambda: now() + seconds
    time.localtime = lambda at=None: local(time.time() if at is None else at)
    time.gmtime = lambda at=None: utc(time.time() if at is None else at)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))
