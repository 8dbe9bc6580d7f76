"""Search text as seekers type it: words, "phrases", -excluded, NOT excluded, either or other, title:word."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

FIELDS = ("title", "company", "skill")
# Only NOT minds its case: "not" is a word of titles like "not-for-profit manager".
TERM = re.compile(
    rf"""
    (?P<negation>- | (?-i:NOT)(?:\s+|(?=")))?
    (?:(?P<field>{"|".join(FIELDS)}):\s*)?
    (?: "(?P<phrase>[^"]*)"? | (?P<word>[^\s"]+) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
OR = "or"
# Typographic quotes, as phones, word processors and other languages write them.
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»‹›＂〝〞〟", '"'))


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """`text` as typed. `quoted`: in this order, and never taken for a typo. `field`: "" is any."""

    text: str
    quoted: bool = False
    field: str = ""

    @property
    def is_plain(self) -> bool:
        return not self.quoted and not self.field

    def __str__(self) -> str:
        text = f'"{self.text}"' if self.quoted else self.text
        return f"{self.field}:{text}" if self.field else text


@dataclass(frozen=True, slots=True)
class QueryClause:
    """At least one of its terms must match; if `negative`, its only term must not."""

    terms: tuple[QueryTerm, ...]
    negative: bool = False

    def __str__(self) -> str:
        return "-" * self.negative + f" {OR} ".join(map(str, self.terms))


# Of a hundred letters, twenty kilobytes.
@lru_cache(maxsize=100)
def clauses(q: str) -> tuple[QueryClause, ...]:
    """All of which must hold. "or" joins the terms on both sides of it; at either end of `q` it is a word."""
    matches = [(match["negation"], _term(match)) for match in TERM.finditer(plain_quotes(q))]
    signed_terms = [(bool(negation), term) for negation, term in matches if term.text.strip()]
    result: list[QueryClause] = []
    joining = False
    for index, (negative, term) in enumerate(signed_terms):
        if _is_or(negative, term) and result and not result[-1].negative and _is_positive(signed_terms, index + 1):
            joining = True
            continue
        if joining:
            result[-1] = QueryClause((*result[-1].terms, term))
        else:
            result.append(QueryClause((term,), negative))
        joining = False
    return tuple(result)


def plain_quotes(q: str) -> str:
    return q.translate(QUOTES)


def rewritten(q: str, change: Callable[[QueryTerm], Sequence[QueryTerm]]) -> str:
    """`q` with each term that is not excluded, quoted or in a field as what `change` makes of it: alternatives."""

    def changed(clause: QueryClause) -> QueryClause:
        if clause.negative:
            return clause
        return QueryClause(
            tuple(other for term in clause.terms for other in (change(term) if term.is_plain else [term]))
        )

    return " ".join(str(changed(clause)) for clause in clauses(q))


def plain_words(q: str) -> list[str]:
    """The words that are not quoted, in a field or excluded, in order."""
    return [term.text for clause in clauses(q) if not clause.negative for term in clause.terms if term.is_plain]


def _term(match: re.Match[str]) -> QueryTerm:
    phrase, word = match["phrase"], match["word"]
    return QueryTerm(word if phrase is None else phrase, phrase is not None, (match["field"] or "").lower())


def _is_or(negative: bool, term: QueryTerm) -> bool:
    return not negative and term.is_plain and term.text.lower() == OR


def _is_positive(signed_terms: list[tuple[bool, QueryTerm]], index: int) -> bool:
    return index < len(signed_terms) and not signed_terms[index][0]
