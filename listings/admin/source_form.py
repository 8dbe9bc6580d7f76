from __future__ import annotations

from datetime import timedelta
from itertools import chain, count
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS

from listings.admin.base import ModelForm
from listings.admin.option_fields import PREFIX, initial_values, option_fields, options_of
from listings.boards.base import Board
from listings.models import Source


def duration_text(duration: timedelta) -> str:
    """ "6 h", "1 h 30 min" or "none"."""
    hours, minutes = divmod(int(duration.total_seconds() // 60), 60)
    parts = (f"{hours} h" if hours else "", f"{minutes} min" if minutes else "")
    return " ".join(part for part in parts if part) or "none"


def free_board_name(board: str) -> str:
    """The board's name, with a number if that is taken."""
    taken = set(Source.objects.filter(name__startswith=board).values_list("name", flat=True))
    numbered = (f"{board}-{number}" for number in count(2))
    return next(name for name in chain([board], numbered) if name not in taken)


def has_postings(source: Source | None) -> bool:
    return source is not None and source.postings.exists()


class SourceForm(ModelForm[Source]):
    """`board`: whose options stand in it as fields, if any do."""

    board_config: Board | None = None

    class Meta:
        model = Source
        fields = ("board", "name", "enabled", "interval_minutes")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The field is missing for users who may only view sources.
        if "name" in self.fields and self.instance.pk is None:
            self.fields["name"].required = False
            self.fields["name"].help_text += " If empty, it is named after its board."
        if "board" in self.fields and self.board_config:
            self.fields["board"].widget = forms.HiddenInput()
            self.initial["board"] = self.board_config.name
        if self.board_config and self.instance.pk:
            self.initial.update(initial_values(self.board_config, self.instance.options))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk is None and "name" in cleaned and not cleaned["name"] and cleaned.get("board"):
            cleaned["name"] = free_board_name(cleaned["board"])
        if self.board_config:
            self.instance.options = options_of(self.board_config, cleaned)
        return cleaned

    def add_error(self, field: str | None, error: Any) -> None:
        messages = getattr(error, "error_dict", None)
        if messages and "options" in messages:
            # The model speaks of all options as one field. Of a field that is wrong itself, no more needs to be said.
            options = messages.pop("options")
            if not any(name.startswith(PREFIX) for name in self.errors):
                messages[NON_FIELD_ERRORS] = options
            if not messages:
                return
        super().add_error(field, error)


def form_for(board: Board | None) -> type[SourceForm]:
    """The form with the board's options as fields."""
    fields = option_fields(board) if board else {}
    return type("BoardSourceForm", (SourceForm,), {"board_config": board, **fields})
