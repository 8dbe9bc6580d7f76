"""The natural language of an ad, by Compact Language Detector 3.

Chosen for its size (1.4 MB, no numpy), its wheels (Python 3.10 to 3.14 on Linux, macOS and Windows, x86-64 and ARM) and
its results on texts full of English terms. pycld2 takes 14 MB and has no wheels for Python 3.14 or Linux on ARM.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from threading import Lock

from gcld3 import NNetLanguageIdentifier

from listings.facts.base import Reading
from listings.vocabulary.languages import LANGUAGES

MAX_CHARACTERS = 500
# A name or a list of tools has about this many bytes of letters, and reads as any language.
MIN_BYTES = 40
WORD = re.compile(r"[^\W\d_]+")
# Most ads are English, and their function words show it in a tenth of the detector's time. Dutch and Danish share a few
# of these words, so that some of those that no other language has are required too.
ENGLISH_ONLY = frozenset({"the", "and", "you", "your", "with", "their", "which", "our", "are", "this", "that"})
ENGLISH = ENGLISH_ONLY | {"of", "will", "we", "is", "as", "be", "have", "from", "who", "by", "or", "has", "they"}
MIN_ENGLISH, MIN_ENGLISH_ONLY, MIN_WORDS = 0.15, 0.08, 12
# Tags of the detector that LANGUAGES spells differently or counts as another language.
TAGS = {"iw": "he", "bs": "hr"}

# Those whose sentences the readers of facts understand. Of the others they take single values at most.
UNDERSTOOD = frozenset({"en", "de", "fr", "es", "pt", "it", "nl", "pl"})
# The detector is sure of the wrong language where a few words of English stand beside numbers.
MIN_CERTAIN = 160
# UTF-8 has at most four bytes a character. Above its limit the detector would cut the text within a character.
DETECTOR = NNetLanguageIdentifier(min_num_bytes=0, max_num_bytes=4 * MAX_CHARACTERS)
# The detector keeps state during a call and releases the GIL, so that calls from two threads would corrupt it.
LOCK = Lock()


def read(reading: Reading) -> str | None:
    """The language of the ad's first 500 characters, title included where the text is shorter."""
    text = reading.text[:MAX_CHARACTERS]
    # Only then: titles are often English above a text that is not.
    if len(text) < MAX_CHARACTERS:
        text = f"{reading.title[:MAX_CHARACTERS]}\n{text}"
    return detect(text)


def is_understood(reading: Reading) -> bool:
    """Whether sentences of the ad can be read: in a language of UNDERSTOOD, or in one that is not sure."""
    if len(reading.text) < MIN_CERTAIN:
        return True
    tag = read(reading)
    return tag is None or tag in UNDERSTOOD


# Cached, since a reader of facts asks as well as the reader of all facts.
@lru_cache(maxsize=64)
def detect(text: str) -> str | None:
    """A BCP 47 tag of LANGUAGES, or None if there is too little text or the detector is unsure.

    Pass about 500 characters: time grows with length (about 1 µs a character), accuracy hardly does.
    """
    words = WORD.findall(text.lower())
    if is_clearly_english(words):
        return "en"
    if sum(len(word.encode(errors="replace")) for word in words) < MIN_BYTES:
        return None
    with LOCK:
        # Not FindLanguage: it mixes scripts, and takes Korean with an English title for Hindi. This one judges each
        # script by itself and returns the language of the longest. Bytes, as it refuses a str with lone surrogates.
        [result] = DETECTOR.FindTopNMostFreqLangs(text.encode(errors="replace"), 1)
    tag = TAGS.get(result.language, result.language)
    return tag if result.is_reliable and tag in LANGUAGES else None


def is_clearly_english(words: Sequence[str]) -> bool:
    """Whether so many of the words, all in lower case, are English function words that no detector is needed."""
    english = [word for word in words if word in ENGLISH]
    if len(words) < MIN_WORDS or len(english) < MIN_ENGLISH * len(words):
        return False
    return sum(word in ENGLISH_ONLY for word in english) >= MIN_ENGLISH_ONLY * len(words)
