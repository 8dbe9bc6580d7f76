"""System checks: the registry of boards, sources that cannot be fetched, settings that a public site needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import connections

from listings.boards import BOARDS
from listings.boards.base import BadOptions
from listings.vocabulary.categories import CATEGORIES


def check_boards(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[checks.CheckMessage]:
    """E001, E002: the registry of boards."""
    messages: list[checks.CheckMessage] = []
    for name, board in BOARDS.items():
        if name != board.name:
            hint = "Register each board under its own name in listings/boards/__init__.py."
            message = f"Board {board.name!r} is registered as {name!r}."
            messages.append(checks.Error(message, hint=hint, id="listings.E001"))
        for board_category, category in board.categories.items():
            if category not in CATEGORIES:
                hint = "Use one of the ids in listings/vocabulary/categories.py."
                message = f"Board {name!r} maps its category {board_category!r} to {category!r}, which does not exist."
                messages.append(checks.Error(message, hint=hint, id="listings.E002"))
    return messages


def check_sources(
    app_configs: Sequence[Any] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """E003, W004, W005: the sources of each database that is named (`check --database default`, `migrate`)."""
    # Checks are registered before models are loaded.
    from listings.models import Source

    messages: list[checks.CheckMessage] = []
    for alias in databases or ():
        # The first `migrate` checks a database that has no tables yet.
        if Source._meta.db_table not in connections[alias].introspection.table_names():
            continue
        rows = Source.objects.using(alias).values_list("name", "board", "options", "enabled", named=True)
        for row in rows:
            messages.extend(_check_source(row.name, row.board, row.options, row.enabled))
    return messages


def _check_source(name: str, board_name: str, options: dict[str, Any], enabled: bool) -> Iterator[checks.CheckMessage]:
    board = BOARDS.get(board_name)
    if board is None:
        hint = "Restore the board's module in listings/boards/, or pause the source."
        message = f"Source {name!r} belongs to the board {board_name!r}, which does not exist."
        yield checks.Error(message, hint=hint, id="listings.E003")
        return
    if enabled and not board.is_fetched:
        hint = "Pause the source in the admin."
        message = f"Source {name!r} is enabled, but will not be fetched. {board.never_fetched_because}"
        yield checks.Warning(message, hint=hint, id="listings.W005")
    if board.is_hiring_system and "token" not in options:
        return
    try:
        board.checked_options(options)
    except BadOptions as error:
        hint = "Open the source in the admin and correct its options."
        yield checks.Warning(f"Source {name!r} has invalid options: {error}.", hint=hint, id="listings.W004")


def check_settings(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[checks.CheckMessage]:
    """W001 to W003, by `check --deploy` only: a developer's machine needs none of these."""
    messages: list[checks.CheckMessage] = []
    if not settings.CONTACT:
        hint = "Set CONTACT to an address where boards can reach you; it is sent in the User-Agent."
        messages.append(checks.Warning("CONTACT is not set.", hint=hint, id="listings.W001"))
    if not settings.ADMINS:
        hint = "Set ADMINS, and set EMAIL_URL to a working mail server."
        message = "ADMINS is not set: nobody gets a mail when a source needs attention."
        messages.append(checks.Warning(message, hint=hint, id="listings.W002"))
    if settings.BOARD_MIRROR:
        hint = "Leave BOARD_MIRROR empty on a public site."
        message = "BOARD_MIRROR is set: all boards are fetched from a mirror."
        messages.append(checks.Warning(message, hint=hint, id="listings.W003"))
    return messages
