"""How words become terms of the index."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import tantivy

WORDS = r"(?i)\.net\b|[\p{L}\p{N}_]+(?:\.js\b|\+\+|#)?"
"""C++, C#, .NET and Node.js are words of their own."""
WORD = re.compile(r"\.net\b|\w+(?:\.js\b|\+\+|#)?", re.IGNORECASE)
LONGEST_WORD = 60


@cache
def analyzer(*, stemmed: bool = True) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(WORDS))
    for each in (tantivy.Filter.remove_long(LONGEST_WORD), tantivy.Filter.lowercase(), tantivy.Filter.ascii_fold()):
        builder = builder.filter(each)
    return (builder.filter(tantivy.Filter.stemmer("english")) if stemmed else builder).build()


def terms(words: str, *, stemmed: bool = True) -> list[str]:
    """The terms that these words stand for, in order."""
    return list(analyzer(stemmed=stemmed).analyze(words))


def terms_of_text(text: str) -> list[str]:
    """The same, several times faster for a long text: it says most of its words again, as others did."""
    return [term for word in WORD.findall(text) for term in _terms_of_word(word)]


@lru_cache(maxsize=100_000)
def _terms_of_word(word: str) -> tuple[str, ...]:
    return tuple(terms(word))
