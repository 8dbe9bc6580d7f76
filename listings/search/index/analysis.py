"""How text becomes terms of the index."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import tantivy

# C++, C#, .NET and Node.js are words of their own.
WORD_PATTERN = r"(?i)\.net\b|[\p{L}\p{N}_]+(?:\.js\b|\+\+|#)?"
# In Python's syntax, which has no \p{L}. Both must split text alike: a property test compares them.
WORD = re.compile(r"\.net\b|\w+(?:\.js\b|\+\+|#)?", re.IGNORECASE)
MAX_WORD_LENGTH = 60


@cache
def analyzer(*, stemmed: bool = True) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(WORD_PATTERN))
    for token_filter in (
        tantivy.Filter.remove_long(MAX_WORD_LENGTH),
        tantivy.Filter.lowercase(),
        tantivy.Filter.ascii_fold(),
    ):
        builder = builder.filter(token_filter)
    return (builder.filter(tantivy.Filter.stemmer("english")) if stemmed else builder).build()


def terms(text: str, *, stemmed: bool = True) -> list[str]:
    """The terms of a text, in order."""
    return list(analyzer(stemmed=stemmed).analyze(text))


def terms_of_text(text: str) -> list[str]:
    """The same for a long text, several times faster: most of its words have been analysed before."""
    return [term for word in WORD.findall(text) for term in _terms_of_word(word)]


@lru_cache(maxsize=100_000)
def _terms_of_word(word: str) -> tuple[str, ...]:
    return tuple(terms(word))
