"""Reads the pay of an ad that says little else."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Any

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Keeper", company="Lantern Quay")
Pay = tuple[float | None, float | None, str, str] | None


def pay(text: str = "", **stated: Any) -> Pay:
    """Minimum, maximum, currency and period that an ad with these lines states."""
    lines = ["Lantern Quay keeps tides in nine countries.", *text.split("\n")]
    html = "".join(f"<p>{escape(line)}</p>" for line in lines)
    salary = facts.read(replace(AD, html=html, **stated), BOARDS["remotive"])["salary"]
    return salary and (salary["min"], salary["max"], salary["currency"], salary["period"])
