"""Search words as the index looks for them, and how much each place where they stand counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import tantivy

from listings.search.index.analysis import terms
from listings.search.index.phrases import phrase
from listings.search.index.schema import SEARCHED, schema
from listings.search.query import parse_text
from listings.search.query.synonyms import TermGroup, term_groups
from listings.vocabulary.skills import SPELLINGS, canonical

Clause = tuple[tantivy.Occur, tantivy.Query]
Find = Callable[[Sequence[str], Mapping[str, float]], tantivy.Query]
BESIDES = 0.1
"""What the other fields add to the one where a word counts most."""
ALIKE = 0.8
"""What another name for the same thing counts."""
TOGETHER, APART = 2.0, 1
"""What a title counts more that has the words side by side, with so many others between them at most."""
PAIRED = 1.0
"""And for each two that follow one another."""
AS_TYPED = 1.0
"""What a title counts more that has the very form: an accountant is no account manager, a designer no design."""
ASIDE = 0.05
USUAL_WORDS = """a an and any as at by for from full fully home hiring in job jobs new of on or opening openings
opportunities opportunity position positions remote remotely role roles the to vacancies vacancy wfh with work
working"""
ANYBODY = frozenset(["expert", "professional", "specialist"])
"""Whoever does it: an "seo specialist" is as well an SEO manager."""
USUAL = frozenset(USUAL_WORDS.split()) | ANYBODY
"""Said in nearly every ad, or in none: they are not demanded beside other words."""

DOUBTFUL = frozenset(one.folded for one in SPELLINGS if one.ambiguous or len(one.folded) == 1)
NAMING = {name: weight for name, weight in SEARCHED.items() if name != "text"}
"""Where "go" or "excel" is most likely the tool."""


def compile_terms(q: str, find: Find) -> list[Clause]:
    """What q demands and excludes, as clauses of a boolean query: each part as `find` looks for words."""
    clauses: list[Clause] = []
    for one in parse_text.clauses(q):
        part = one.parts[0]
        if one.negative:
            clauses.append((tantivy.Occur.MustNot, _part(part, somewhere)))
        elif len(one.parts) > 1:
            parts = [_part(each, find) for each in one.parts if _says_something(each)]
            clauses.append((tantivy.Occur.Must, _either(parts)))
        elif part.quoted or part.field:
            clauses.append((tantivy.Occur.Must, _part(part, find)))
    given = _plain(q)
    every = term_groups(given)
    demanded = [run for run in every if run.end - run.start > 1 or given[run.start].lower() not in USUAL]
    if not demanded and not clauses:
        demanded = every
    return [*clauses, *((tantivy.Occur.Must, _run(run, given, find)) for run in demanded)]


def better(q: str) -> list[tantivy.Query]:
    """What makes one of those better than another that has the same words."""
    given = _plain(q)
    title = [term for word in given for term in terms(word)]
    found = [
        tantivy.Query.boost_query(tantivy.Query.phrase_query(schema(), "title", list(pair)), PAIRED)
        for pair in pairwise(title)
    ]
    if len(title) > 1:
        near = tantivy.Query.phrase_query(schema(), "title", list(title), APART)
        found.append(tantivy.Query.boost_query(near, TOGETHER))
    for word in given:
        if word.lower() in USUAL:
            found.append(tantivy.Query.boost_query(anywhere(terms(word)), ASIDE))
        else:
            exact = (tantivy.Query.term_query(schema(), "spelling", term) for term in terms(word, stemmed=False))
            found += [tantivy.Query.boost_query(one, AS_TYPED) for one in exact]
    return found


def says_nothing(q: str) -> bool:
    """True where q holds signs only, nothing that could be looked for."""
    return bool(q) and not any(_says_something(part) for one in parse_text.clauses(q) for part in one.parts)


def _says_something(part: parse_text.QueryTerm) -> bool:
    return bool(terms(part.words))


def _plain(q: str) -> list[str]:
    """Words without marks."""
    single = (one.parts[0] for one in parse_text.clauses(q) if not one.negative and len(one.parts) == 1)
    return [part.words for part in single if not part.quoted and not part.field and _says_something(part)]


def _run(run: TermGroup, given: Sequence[str], find: Find) -> tantivy.Query:
    """All of its words, or another name of it."""
    typed = given[run.start : run.end]
    typed = [word for word in typed if word.lower() not in ANYBODY] or typed
    skill = canonical(" ".join(typed))
    fields = NAMING if len(typed) == 1 and typed[0].lower() in DOUBTFUL else SEARCHED
    queries = [tantivy.Query.boolean_query([(tantivy.Occur.Must, find(terms(word), fields)) for word in typed])]
    queries += [tantivy.Query.boost_query(find(name, SEARCHED), ALIKE) for name in _adding(typed, run.names)]
    if skill and find is not in_names:
        meant = tantivy.Query.term_query(schema(), "skill", skill)
        queries.append(tantivy.Query.boost_query(meant, SEARCHED["skills"]))
    return tantivy.Query.disjunction_max_query(queries, BESIDES) if len(queries) > 1 else queries[0]


def _adding(typed: Sequence[str], names: Sequence[str]) -> list[list[str]]:
    """The terms of each name; without those that have all of the words typed, since whoever says them is found."""
    own = {term for word in typed for term in terms(word)}
    return [others for name in names if (others := terms(name)) and not own <= set(others)]


def _part(part: parse_text.QueryTerm, find: Find) -> tantivy.Query:
    looked_for = terms(part.words)
    if not looked_for:
        return tantivy.Query.empty_query()
    if part.field == "skill":
        return tantivy.Query.term_query(schema(), "skill", canonical(part.words) or part.words.lower())
    if part.field:
        return tantivy.Query.boost_query(in_field(part.field, looked_for), SEARCHED[part.field])
    return find(looked_for, SEARCHED)


def _either(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.disjunction_max_query(list(queries), BESIDES) if queries else tantivy.Query.empty_query()


def anywhere(looked_for: Sequence[str], fields: Mapping[str, float] = SEARCHED) -> tantivy.Query:
    """In the field where it counts most."""
    return tantivy.Query.disjunction_max_query(
        [tantivy.Query.boost_query(in_field(name, looked_for), weight) for name, weight in fields.items()], BESIDES
    )


def somewhere(looked_for: Sequence[str], fields: Mapping[str, float] = SEARCHED) -> tantivy.Query:
    """The same listings with no say in their order, told by the field with the words of all others where it can be."""
    if fields is SEARCHED and len(looked_for) == 1:
        return tantivy.Query.term_query(schema(), "words", looked_for[0])
    if fields is SEARCHED and (known := phrase(looked_for)):
        return tantivy.Query.term_query(schema(), "phrases", known)
    return anywhere(looked_for, fields)


def in_names(looked_for: Sequence[str], fields: Mapping[str, float] = SEARCHED) -> tantivy.Query:
    """In the title or the employer's name."""
    return tantivy.Query.disjunction_max_query(
        [tantivy.Query.boost_query(in_field(name, looked_for), fields[name]) for name in ("title", "company")], BESIDES
    )


def in_field(name: str, looked_for: Sequence[str]) -> tantivy.Query:
    """Several terms stand side by side."""
    if len(looked_for) == 1:
        return tantivy.Query.term_query(schema(), name, looked_for[0])
    if name == "text" and (known := phrase(looked_for)):
        return tantivy.Query.term_query(schema(), "phrases", known)
    return tantivy.Query.phrase_query(schema(), name, list(looked_for))
