"""Titles of ads for several roles, as our boards write them: "Several roles at Quay: Rope Engineer, Net Designer"."""

from __future__ import annotations

import re

PREFIX = re.compile(r"several roles at [^:]{1,200}(?:: |$)", re.IGNORECASE)
SEPARATOR = ", "


def roles_start(title: str) -> int:
    """Where the names of the roles begin, behind that of the employer, which is no role; 0 in any other title."""
    match = PREFIX.match(title)
    return match.end() if match else 0
