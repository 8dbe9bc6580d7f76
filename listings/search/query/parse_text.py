"""What the search words ask, as a seeker types them: words, "phrases", -without, either or other, title:word."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain

FIELDS = ("title", "company", "skill")
PART = re.compile(
    rf"""
    (?P<no>- | (?-i:NOT)(?:\s+|(?=")))?
    (?:(?P<field>{"|".join(FIELDS)}):\s*)?
    (?: "(?P<phrase>[^"]*)"? | (?P<word>[^\s"]+) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
OR = "or"
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»‹›＂〝〞〟", '"'))
"""Typographic quotes, as phones, word processors and other languages write them."""


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """`words` as typed. `quoted`: in this order, and never taken for a slip. `field`: "" is anywhere."""

    words: str
    quoted: bool = False
    field: str = ""

    def __str__(self) -> str:
        words = f'"{self.words}"' if self.quoted else self.words
        return f"{self.field}:{words}" if self.field else words


@dataclass(frozen=True, slots=True)
class QueryClause:
    """One of its parts is there; where it is negative, its only part is not."""

    parts: tuple[QueryTerm, ...]
    negative: bool = False

    def __str__(self) -> str:
        return "-" * self.negative + f" {OR} ".join(map(str, self.parts))


def clauses(q: str) -> tuple[QueryClause, ...]:
    """All of which must hold. "or" joins what stands on both sides of it; at an end of q it is a word."""
    found: list[QueryClause] = []
    joining = False
    read = [(match["no"], part) for match in PART.finditer(plain_quotes(q)) if (part := _part(match)).words.strip()]
    for place, (no, part) in enumerate(read):
        if str(part).lower() == OR and not no and found and not found[-1].negative and _is_followed(read, place):
            joining = True
            continue
        if joining:
            found[-1] = QueryClause((*found[-1].parts, part))
        else:
            found.append(QueryClause((part,), bool(no)))
        joining = False
    return tuple(found)


def plain_quotes(q: str) -> str:
    return q.translate(QUOTES)


def rewritten(q: str, change: Callable[[QueryTerm], QueryTerm]) -> str:
    """`q` with `change` made to each part that is not excluded, quoted or in a field."""
    return " ".join(
        str(
            QueryClause(
                tuple(part if one.negative or part.quoted or part.field else change(part) for part in one.parts),
                one.negative,
            )
        )
        for one in clauses(q)
    )


def plain_words(q: str) -> list[str]:
    """What stands unquoted, in no field and not excluded, in order."""
    parts = chain.from_iterable(clause.parts for clause in clauses(q) if not clause.negative)
    return [part.words for part in parts if not part.quoted and not part.field]


def _part(match: re.Match[str]) -> QueryTerm:
    phrase, word = match["phrase"], match["word"]
    return QueryTerm(phrase if phrase is not None else word, phrase is not None, (match["field"] or "").lower())


def _is_followed(read: list[tuple[str | None, QueryTerm]], place: int) -> bool:
    return place + 1 < len(read) and not read[place + 1][0]
