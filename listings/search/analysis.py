"""How words become terms of the index."""

from __future__ import annotations

from functools import cache

import tantivy

WORDS = r"(?i)\.net\b|[\p{L}\p{N}_]+(?:\.js\b|\+\+|#)?"
"""C++, C#, .NET and Node.js are words of their own."""
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
