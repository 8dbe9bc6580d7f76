"""System checks: boards that contradict themselves, sources that suit none, settings that a public site needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import connections

from listings.boards import BOARDS
from listings.boards.base import BadOptions
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


def check_sources(
    app_configs: Sequence[Any] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Runs where a database is named (`check --database default`, `migrate`), and only once its table is there."""
    # Models are not loaded yet when checks are registered.
    from listings.models import Source

    found: list[checks.CheckMessage] = []
    for alias in databases or ():
        if Source._meta.db_table not in connections[alias].introspection.table_names():
            continue
        rows = Source.objects.using(alias).values_list("name", "board", "options", "enabled")
        for name, board, options, enabled in rows:
            if board not in BOARDS:
                hint = "Bring its module back into listings/boards/, or pause the source."
                message = f"The source {name} is of the unknown board {board!r}"
                found.append(checks.Error(message, hint=hint, id="listings.E003"))
                continue
            if enabled and not BOARDS[board].is_fetched:
                hint = "Pause the source in the admin: it is never due."
                message = f"The source {name} is enabled. {BOARDS[board].never_fetched_because}"
                found.append(checks.Warning(message, hint=hint, id="listings.W005"))
            try:
                BOARDS[board].checked_options(options)
            except BadOptions as error:
                hint = "Open the source in the admin and correct its options."
                found.append(checks.Warning(f"The source {name}: {error}", hint=hint, id="listings.W004"))
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
