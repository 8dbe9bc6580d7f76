"""What the guide knows about boards. It queries nothing itself: the setting GUIDE_BOARDS names who provides this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class OpenCounts:
    """Board name -> number of open listings. `are_samples`: made-up listings, shown in place of the board's."""

    by_board: Mapping[str, int]
    are_samples: bool = False


@dataclass(frozen=True, slots=True)
class BoardCatalogue:
    """`names`: the boards that the site knows. `open_counts` returns None while the numbers cannot be had.

    `status_notes`: for boards that are not simply read, their status and its reason, in a sentence.
    """

    names: frozenset[str]
    open_counts: Callable[[], OpenCounts | None]
    status_notes: Mapping[str, str] = field(default_factory=dict)


def board_catalogue() -> BoardCatalogue:
    # By name and at each call: an import would tie the guide to the listings, and tests replace the setting.
    catalogue = import_string(settings.GUIDE_BOARDS)
    if not isinstance(catalogue, BoardCatalogue):
        raise TypeError(f"GUIDE_BOARDS: {settings.GUIDE_BOARDS} is not a BoardCatalogue")
    return catalogue
