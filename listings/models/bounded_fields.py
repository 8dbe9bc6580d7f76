"""Columns of text that are read within a bound, whatever wrote their rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from listings.boards.bounds import shortened

if TYPE_CHECKING:
    TextField = models.TextField[str, str]
else:
    TextField = models.TextField


class BoundedTextField(TextField):
    """A row may be older than the bound, or written by hand: pages, feeds and the index never see more than this."""

    def __init__(self, *args: Any, bound: int | None = None, **options: Any) -> None:
        # None: a copy for migrations, which read no rows.
        self.bound = bound
        super().__init__(*args, **options)

    def from_db_value(self, value: str | None, expression: object, connection: BaseDatabaseWrapper) -> str | None:
        return shortened(value, self.bound) if value and self.bound and len(value) > self.bound else value

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """As a TextField: to the database it is one, and another bound needs no migration."""
        name, _, arguments, options = super().deconstruct()
        return name, "django.db.models.TextField", arguments, options
