"""What an employer's field about the workplace says: a kind of workplace, or the answer to a question."""

from __future__ import annotations

import re

YES = re.compile(r"(?i)yes|y|true|100\s?%|full(?:y)?|ja|oui|sí|si|sim|tak")
NO = re.compile(r"(?i)no|n|false|0\s?%|none|n/?a|nein|non|não|nie|nee")
# "Not eligible for remote", "Remote work not allowed": no statement of what the workplace is instead.
DENIED = re.compile(
    r"(?i)\b(?:not|no|non|cannot|can't|never)\b.{1,40}\bremote|\bremote\b.{0,40}\b(?:not|no|never|cannot|un\w{1,12})\b|\bineligible\b"
)
# The whole answer, which is a kind of workplace.
NOT_REMOTE = re.compile(r"(?i)(?:not|non)[ -]remote")
ON_SITE = re.compile(r"(?i)\bon[ -]?site|\boffice|\bin[ -]person|\bhybrid")
# "Remote stipend: Yes"
NOT_ABOUT_PLACE = re.compile(
    r"(?i)\b(?:stipend|allowance|budget|equipment|pay|salary|bonus|tax|code|manager|interview)"
)
PARTLY = re.compile(r"(?i)\b(?:fully|full|100\s?%|completely|entirely)\b")


def workplace_answer(name: str, value: str) -> str:
    """In words that say what the workplace is; "" where the field states none."""
    if NOT_ABOUT_PLACE.search(name):
        return ""
    if YES.fullmatch(value):
        return next((word for word in ("Hybrid", "Remote", "On-site") if re.search(word, name, re.IGNORECASE)), "")
    if NO.fullmatch(value):
        # Not fully, so partly.
        return "Hybrid" if PARTLY.search(name) and "remote" in name.lower() else ""
    if NOT_REMOTE.fullmatch(value) or ON_SITE.search(value):
        return value
    return "" if DENIED.search(value) else value
