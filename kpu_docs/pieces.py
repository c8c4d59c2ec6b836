"""Dataclasses of which a decree is made of thousands: blocks, and what is laid out from them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """Frozen for the type checker alone: at run time that makes a piece take four times as long to create."""
        return dataclasses.dataclass(slots=slots, unsafe_hash=frozen)
