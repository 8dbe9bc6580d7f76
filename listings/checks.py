"""System checks: boards that contradict themselves, and settings that a public site should not go without."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core import checks

from listings.boards import BOARDS
from listings.vocabulary.categories import CATEGORIES


def check_boards(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[checks.CheckMessage]:
    found: list[checks.CheckMessage] = []
    for name, board in BOARDS.items():
        if name != board.name:
            hint = "Register each board under its own name in listings/boards/__init__.py."
            found.append(checks.Error(f"{board.name} is registered as {name}", hint=hint, id="listings.E001"))
        for words, category in board.categories.items():
            if category not in CATEGORIES:
                hint = "Use an id of listings/vocabulary/categories.py."
                message = f"{name} maps {words!r} to the unknown category {category!r}"
                found.append(checks.Error(message, hint=hint, id="listings.E002"))
    return found


def check_settings(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Run by `check --deploy` alone: none of these matters on a developer's machine."""
    found: list[checks.CheckMessage] = []
    if not settings.CONTACT:
        hint = "Set CONTACT to an address that boards can write to; the User-Agent names it."
        found.append(checks.Warning("CONTACT is empty", hint=hint, id="listings.W001"))
    if not settings.ADMINS:
        hint = "Set ADMINS, and EMAIL_URL to a server that sends mail."
        found.append(checks.Warning("Nobody is told when a source turns unhealthy", hint=hint, id="listings.W002"))
    if settings.BOARD_MIRROR:
        hint = "Leave BOARD_MIRROR empty on a public site."
        found.append(checks.Warning("Boards are asked through a mirror", hint=hint, id="listings.W003"))
    return found
