"""Word files (.docx) as packages: somebody's file opened without harm, and what Word would refuse in one.

    parts = opened(Path("templat.docx"), "templat.docx")  # InputError: encrypted, macros, external links, a bomb ...
    for fault in faults(parts): print(fault)              # element order, grids, ids, relations, content types ...

Neither knows anything of decrees.
"""

from kpu_docs.wordfile.checking import faults
from kpu_docs.wordfile.faults import Fault
from kpu_docs.wordfile.opening import opened

__all__ = ["Fault", "faults", "opened"]
