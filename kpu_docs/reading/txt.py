"""stub"""
from pathlib import Path
from kpu_docs.reading.paper import Paper
def read(path: Path, name: str) -> Paper:
    raise NotImplementedError
