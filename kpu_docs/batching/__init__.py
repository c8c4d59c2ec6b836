"""Many decrees at once: a pattern, and a row of data for each."""

from kpu_docs.batching.report import File, Result
from kpu_docs.batching.run import Batch, batch

__all__ = ["Batch", "File", "Result", "batch"]
