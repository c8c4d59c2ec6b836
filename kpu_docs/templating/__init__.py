"""An office's own Word template: any .docx with tags, filled with a decree.

A template is somebody else's file: it is opened without harm (`kpu_docs.wordfile`), its tags may only name what a
decree prints (`names`, `language`), and the data are put in after Jinja and docxtpl are done (`filling`), so that no
text of the data is ever read as a tag. Whole parts are our own blocks as the DOCX writer makes them (`writing`).
"""

import os

from kpu_docs.templating.reading import Template, prepared, read
from kpu_docs.templating.writing import write

__all__ = ["Template", "load", "write"]


def load(path: str | os.PathLike[str]) -> Template:
    """A template file, read and understood.

    Raises:
        InputError: it cannot be read, is no harmless Word file, or its tags are wrong.
    """
    template = read(path)
    prepared(template)
    return template
