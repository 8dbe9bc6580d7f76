"""Which vacancy is this? Names and texts folded, and the hashes that equal ads share."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import unicodedata
from datetime import datetime

from listings.boards.base import Ad

VERSION = 1
"""Raised whenever identity reads the same ad otherwise: maintenance then reads the older postings again."""
LEGAL_FORM = re.compile(
    r"ab|ag|as|asa|bv|co|corp|corporation|gmbh|inc|incorporated|kg|limited|llc|llp|ltd|nv|oy|plc|pte|pty|sa|sarl|sas|se"
    r"|sl|spa|srl"
)
WORD = re.compile(r"[\w+#]+")


def folded(words: str) -> str:
    """Case, width, accents of compatibility, punctuation and spacing made equal; letters of any script stay."""
    return " ".join(WORD.findall(unicodedata.normalize("NFKC", words).casefold()))


def company_key(name: str) -> str:
    """One key for the spellings of an employer: "Acme, Inc.", "ACME GmbH" and a hiring system's "acme" are one."""
    words = folded(without_accents(name.replace(".", ""))).split()
    while len(words) > 1 and LEGAL_FORM.fullmatch(words[-1]):
        words.pop()
    return "".join(words) or name.strip().casefold()


def without_accents(words: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", words) if not unicodedata.combining(letter))


def fingerprint(ad: Ad, folded_text: str) -> bytes:
    """Equal for ads whose company, title, place and text are equal but for case, spacing and markup. 32 bytes."""
    parts = [company_key(ad.company), folded(ad.title), folded(ad.location or ""), folded_text]
    return hashlib.sha256("\x1f".join(parts).encode()).digest()


STATED = tuple(sorted(spec.name for spec in dataclasses.fields(Ad)))
ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=datetime.isoformat)


def content_hash(ad: Ad) -> bytes:
    """Of everything that the board states, so that an unchanged ad is known without reading it. 32 bytes."""
    stated = {name: getattr(ad, name) for name in STATED}
    return hashlib.sha256(ENCODER.encode(stated).encode()).digest()
