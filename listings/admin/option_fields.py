"""The options that a board declares, as fields of a form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget, UnfoldBooleanSwitchWidget

from listings.boards.base import Board, Option

PREFIX = "option_"
MAX_LENGTH = 500
# A pattern that only lists values, such as "older|newer".
VALUES = re.compile(r"(?<!\w)\w++(?:\|\w++)+")
YES_OR_NO = "yes|no"


def option_fields(board: Board) -> dict[str, forms.Field]:
    return {f"{PREFIX}{name}": _field(name, option) for name, option in board.options.items()}


def initial_values(board: Board, options: Mapping[str, Any]) -> dict[str, Any]:
    """`options`: those of a source. What it does not name has the board's default."""
    return {
        f"{PREFIX}{name}": _to_field(str(options.get(name, option.default)), option)
        for name, option in board.options.items()
    }


def options_of(board: Board, cleaned: Mapping[str, Any]) -> dict[str, str]:
    """The options that the fields' values make."""
    return {name: _to_text(cleaned.get(f"{PREFIX}{name}"), option) for name, option in board.options.items()}


def option_name(field: str) -> str:
    return "options" if field.startswith(PREFIX) else field


def _field(name: str, option: Option) -> forms.Field:
    label = name.replace("_", " ").capitalize()
    help_text = option.label[:1].upper() + option.label[1:] + "."
    if option.pattern == YES_OR_NO:
        return forms.BooleanField(
            label=label, help_text=help_text, required=False, widget=UnfoldBooleanSwitchWidget, initial=False
        )
    if option.default:
        help_text += f" If empty: {option.default}."
    if VALUES.fullmatch(option.pattern):
        choices = [(value, value) for value in option.pattern.split("|")]
        return forms.ChoiceField(
            label=label, help_text=help_text, choices=choices, initial=option.default, widget=UnfoldAdminSelectWidget
        )
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=option.required,
        max_length=MAX_LENGTH,
        initial=option.default,
        validators=[RegexValidator(rf"^(?:{option.pattern})\Z", f"This is not a valid {option.label}.")],
        widget=UnfoldAdminTextInputWidget,
    )


def _to_field(value: str, option: Option) -> str | bool:
    return value == "yes" if option.pattern == YES_OR_NO else value


def _to_text(value: Any, option: Option) -> str:
    if option.pattern == YES_OR_NO:
        return "yes" if value else "no"
    return str(value or "").strip() or option.default
