from __future__ import annotations

from datetime import timedelta
from itertools import chain, count
from typing import Any

from listings.admin.base import ModelForm
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
    class Meta:
        model = Source
        fields = ("board", "name", "options", "enabled", "interval_minutes")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The field is missing for users who may only view sources.
        if "name" in self.fields and self.instance.pk is None:
            self.fields["name"].required = False
            self.fields["name"].help_text += " If empty, it is named after its board."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk is None and "name" in cleaned and not cleaned["name"] and cleaned.get("board"):
            cleaned["name"] = free_board_name(cleaned["board"])
        return cleaned
