"""What the guide is told about boards. It asks nobody itself: the site names in GUIDE_BOARDS who answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class OpenCounts:
    """Open listings by the name of a board. `made_up`: they are sample listings, not the board's."""

    of: Mapping[str, int]
    made_up: bool = False


@dataclass(frozen=True, slots=True)
class HeldBoards:
    """`names`: the boards that the site knows. `open_counts` answers None where nobody knows at the moment.

    `standing`: of boards that are not simply read, how they stand and why, in a sentence.
    """

    names: frozenset[str]
    open_counts: Callable[[], OpenCounts | None]
    standing: Mapping[str, str] = field(default_factory=dict)


def held_boards() -> HeldBoards:
    held = import_string(settings.GUIDE_BOARDS)
    if not isinstance(held, HeldBoards):
        raise TypeError(f"GUIDE_BOARDS: {settings.GUIDE_BOARDS} is no HeldBoards")
    return held
