"""Search words as the index looks for them, and how much each place where they stand counts."""

from __future__ import annotations

from collections.abc import Sequence

import tantivy

from listings.search import words
from listings.search.schema import SEARCHED, schema, terms
from listings.vocabulary.skills import canonical
from listings.vocabulary.synonyms import expansions

Clause = tuple[tantivy.Occur, tantivy.Query]
BESIDES = 0.1
"""What the other fields add to the one where a word counts most."""
ALIKE = 0.8
"""What another name for the same thing counts."""
TOGETHER, APART = 2.0, 1
"""What a title counts more that has the words side by side, with so many others between them at most."""
ASIDE = 0.05
USUAL_WORDS = """a an and any as at by for from full fully home hiring in job jobs new of on or opening openings
opportunities opportunity position positions remote remotely role roles the to vacancies vacancy wfh with work
working"""
USUAL = frozenset(USUAL_WORDS.split())
"""Said in nearly every ad, or in none: they are not demanded beside other words."""


def wanted(q: str) -> list[Clause]:
    """Each part as a clause of a boolean query."""
    clauses: list[Clause] = []
    plain: list[str] = []
    for one in words.clauses(q):
        part = one.parts[0]
        if one.negative:
            clauses.append((tantivy.Occur.MustNot, _part(part)))
        elif len(one.parts) > 1:
            clauses.append((tantivy.Occur.Must, _either([_part(each) for each in one.parts if _says_something(each)])))
        elif part.quoted or part.field:
            clauses.append((tantivy.Occur.Must, _part(part)))
        elif _says_something(part):
            plain.append(part.words)
    return [*clauses, *_plain(plain, alone=not clauses)] if plain else clauses


def says_nothing(q: str) -> bool:
    """True where q holds signs only, nothing that could be looked for."""
    return bool(q) and not any(_says_something(part) for one in words.clauses(q) for part in one.parts)


def _says_something(part: words.Part) -> bool:
    return bool(terms(part.words))


def _plain(given: Sequence[str], *, alone: bool) -> list[Clause]:
    """Words without marks: all of them, each or another name of it; better side by side in the title."""
    folded = [word.lower() for word in given]
    usual = [word in USUAL for word in folded]
    if alone and all(usual):
        usual = [False] * len(usual)
    clauses: list[Clause] = []
    done = 0
    for run in expansions(folded):
        clauses += _each(given, usual, done, run.start)
        typed = tantivy.Query.boolean_query(
            [(tantivy.Occur.Must, anywhere(terms(word))) for word in given[run.start : run.end]]
        )
        others = [
            tantivy.Query.boost_query(anywhere(terms(other)), ALIKE) for other in run.alternatives if terms(other)
        ]
        clauses.append((tantivy.Occur.Must, tantivy.Query.disjunction_max_query([typed, *others], BESIDES)))
        done = run.end
    clauses += _each(given, usual, done, len(given))
    title = [term for word in given for term in terms(word)]
    if len(title) > 1:
        near = tantivy.Query.phrase_query(schema(), "title", list(title), APART)
        clauses.append((tantivy.Occur.Should, tantivy.Query.boost_query(near, TOGETHER)))
    return clauses


def _each(given: Sequence[str], usual: Sequence[bool], start: int, end: int) -> list[Clause]:
    found: list[Clause] = []
    for place in range(start, end):
        query = anywhere(terms(given[place]))
        if usual[place]:
            found.append((tantivy.Occur.Should, tantivy.Query.boost_query(query, ASIDE)))
        else:
            found.append((tantivy.Occur.Must, query))
    return found


def _part(part: words.Part) -> tantivy.Query:
    looked_for = terms(part.words)
    if not looked_for:
        return tantivy.Query.empty_query()
    if part.field == "skill":
        return tantivy.Query.term_query(schema(), "skill", canonical(part.words) or part.words.lower())
    if part.field:
        return tantivy.Query.boost_query(in_field(part.field, looked_for), SEARCHED[part.field])
    return anywhere(looked_for)


def _either(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.disjunction_max_query(list(queries), BESIDES) if queries else tantivy.Query.empty_query()


def anywhere(looked_for: Sequence[str]) -> tantivy.Query:
    """In the field where it counts most."""
    return tantivy.Query.disjunction_max_query(
        [tantivy.Query.boost_query(in_field(name, looked_for), weight) for name, weight in SEARCHED.items()], BESIDES
    )


def in_field(name: str, looked_for: Sequence[str]) -> tantivy.Query:
    """Several terms stand side by side."""
    if len(looked_for) == 1:
        return tantivy.Query.term_query(schema(), name, looked_for[0])
    return tantivy.Query.phrase_query(schema(), name, list(looked_for))
