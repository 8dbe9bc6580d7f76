"""Labels that contradict their own guidelines. They are not counted, and docs/facts.md lists them."""

from __future__ import annotations

import tomllib
from pathlib import Path

FILE = Path(__file__).with_name("disputed.toml")


def disputed() -> dict[str, dict[str, str]]:
    """Fact → id of the ad → quote from the ad, and why the label is wrong."""
    return tomllib.loads(FILE.read_text())
