"""Where the words of a search have to stand."""

from __future__ import annotations

from enum import Enum


class Scope(Enum):
    """Each finds what those before it find, and more.

    TITLE: in the title or the employer's name. NAMES: there, among the skills, or as the kind of work. TEXT: anywhere
    in the ad.
    """

    TITLE = "title"
    NAMES = "names"
    TEXT = "text"
