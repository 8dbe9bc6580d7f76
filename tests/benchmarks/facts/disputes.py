"""Labels that are wrong by the guidelines themselves: they leave the count, and docs/facts.md lists them."""

from __future__ import annotations

import tomllib
from pathlib import Path

FILE = Path(__file__).with_name("disputed.toml")


def disputed() -> dict[str, dict[str, str]]:
    """Fact → the ad's id → its words and why they say otherwise than the label."""
    return tomllib.loads(FILE.read_text())
