from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["well", "warning", "fault"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one part, in words. `advice`: what to do; "" if all is well."""

    level: Level
    part: str
    message: str
    advice: str = ""


def well(part: str, message: str) -> Finding:
    return Finding("well", part, message)


def warning(part: str, message: str, advice: str) -> Finding:
    return Finding("warning", part, message, advice)


def fault(part: str, message: str, advice: str) -> Finding:
    return Finding("fault", part, message, advice)
