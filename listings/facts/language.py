"""The natural language that an ad is written in.

Compact Language Detector 2 reads it: 14 MB installed, 40 µs an ad. Of the others, lingua brings 96 MB, py3langid
needs numpy, langdetect takes milliseconds, and whatlang is unsure between Danish and Norwegian.
"""

from __future__ import annotations

import re

import pycld2

from listings.facts.base import Reading
from listings.vocabulary.languages import LANGUAGES

READ = 500
# Fewer bytes of letters are a name or a list of tools in any language.
FEWEST = 40
SPELT = {"iw": "he", "zh-Hant": "zh", "nn": "no", "nb": "no", "bs": "hr"}
# The detector refuses text that holds what is no character in XML.
REFUSED = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)


def read(reading: Reading) -> str | None:
    """Its BCP 47 tag, of those in LANGUAGES; None where there is too little text or the detector is unsure."""
    words = reading.text[:READ]
    if len(words) < READ:
        words = f"{reading.title[:READ]}\n{words}"
    reliable, size, found = pycld2.detect(REFUSED.sub(" ", words))
    tag = SPELT.get(found[0][1], found[0][1])
    return tag if reliable and size >= FEWEST and tag in LANGUAGES else None
