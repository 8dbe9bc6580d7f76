"""Why a listing was found: which of the words that were asked stand where, or another name of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from listings.facts.text import plain
from listings.models import Listing
from listings.search import words
from listings.search.runs import runs
from listings.search.schema import terms

PLACES = {"title": "title", "skills": "skills", "company": "company", "text": "ad"}
"""Fields of the index with the names that readers know."""


@dataclass(frozen=True, slots=True)
class Reason:
    """`found` is `asked`, or another name of it; `places` as readers name them."""

    asked: str
    found: str
    places: tuple[str, ...]


def reasons(q: str, listing: Listing) -> list[Reason]:
    """In the order asked; what is not there has none."""
    held = _held(listing)
    found: list[Reason] = []
    for asked, names, field in _asked(q):
        for name in names:
            looked_for = terms(name)
            places = tuple(
                label
                for place, label in PLACES.items()
                if field in ("", place) and looked_for and _stands(looked_for, held[place])
            )
            if places:
                found.append(Reason(asked, name, places))
                break
    return found


def _asked(q: str) -> Iterator[tuple[str, Sequence[str], str]]:
    """What was typed, its names (itself first), and the field that it is asked of."""
    plain_words: list[str] = []
    for clause in words.clauses(q):
        if clause.negative:
            continue
        if len(clause.parts) == 1 and not clause.parts[0].quoted and not clause.parts[0].field:
            plain_words.append(clause.parts[0].words)
            continue
        for part in clause.parts:
            yield str(part), [part.words], "skills" if part.field == "skill" else part.field
    for run in runs(plain_words):
        typed = " ".join(plain_words[run.start : run.end])
        yield typed, [typed, *run.names], ""


def _held(listing: Listing) -> Mapping[str, Sequence[str]]:
    return {
        "title": terms(listing.title),
        "skills": terms(", ".join(listing.facts.get("skills") or ())),
        "company": terms(listing.company.name),
        "text": terms(plain(listing.leading.html)) if listing.leading else [],
    }


def _stands(looked_for: Sequence[str], held: Sequence[str]) -> bool:
    """Side by side."""
    size = len(looked_for)
    first = looked_for[0]
    return any(term == first and held[at : at + size] == list(looked_for) for at, term in enumerate(held))
