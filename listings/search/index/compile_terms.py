"""Search text as queries of the index, and how much each place where it matches counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import tantivy

from listings.search.index.analysis import terms
from listings.search.index.phrases import phrase
from listings.search.index.schema import TEXT_FIELDS, schema
from listings.search.query import parse_text
from listings.search.query.synonyms import TermGroup, term_groups
from listings.vocabulary.skills import SPELLINGS, canonical

Clause = tuple[tantivy.Occur, tantivy.Query]
# From terms that stand side by side, and fields with their weights, to a query for them.
Matcher = Callable[[Sequence[str], Mapping[str, float]], tantivy.Query]
# Share of their score that other fields add to the best one.
TIE_BREAKER = 0.1
SYNONYM_WEIGHT = 0.8
# For a title with all words side by side, or with so many others between them.
TITLE_BOOST, TITLE_SLOP = 2.0, 1
# For each pair of words that follow one another in the title.
PAIR_BOOST = 1.0
# For the typed form in the title: stemming equates accountants with accounts, and designers with designs.
EXACT_FORM_BOOST = 1.0
STOPWORD_BOOST = 0.05
STOPWORD_TEXT = """a an and any as at by for from full fully home hiring in job jobs new of on or opening openings
opportunities opportunity position positions remote remotely role roles the to vacancies vacancy wfh with work
working"""
# Whoever does it: an "seo specialist" may just as well be called an SEO manager.
GENERIC_ROLES = frozenset(["expert", "professional", "specialist"])
# In nearly every ad, or in none: not required beside other words.
STOPWORDS = frozenset(STOPWORD_TEXT.split()) | GENERIC_ROLES
AMBIGUOUS_SKILLS = frozenset(
    spelling.folded for spelling in SPELLINGS if spelling.ambiguous or len(spelling.folded) == 1
)
# Fields where "go" or "excel" is most likely the tool.
NAME_FIELDS = {name: weight for name, weight in TEXT_FIELDS.items() if name != "text"}


def compile_terms(q: str, match: Matcher) -> list[Clause]:
    """What `q` requires and excludes, as clauses of a boolean query; `match` finds what is required."""
    compiled: list[Clause] = []
    for clause in parse_text.clauses(q):
        term = clause.terms[0]
        if clause.negative:
            compiled.append((tantivy.Occur.MustNot, _term_query(term, match_unscored)))
        elif len(clause.terms) > 1:
            alternatives = [_term_query(alternative, match) for alternative in clause.terms if _has_terms(alternative)]
            compiled.append((tantivy.Occur.Must, _best_of(alternatives)))
        elif not term.is_plain:
            compiled.append((tantivy.Occur.Must, _term_query(term, match)))
    typed_words = _single_words(q)
    groups = term_groups(typed_words)
    required = [group for group in groups if not _is_stopword(group, typed_words)]
    if not required and not compiled:
        # "remote jobs" alone has nothing else to go by.
        required = groups
    return [*compiled, *((tantivy.Occur.Must, _group_query(group, typed_words, match)) for group in required)]


def title_boosts(q: str) -> list[tantivy.Query]:
    """Optional queries that rank one match of `q` above another."""
    typed_words = _single_words(q)
    title_terms = [term for word in typed_words for term in terms(word)]
    boosts = [
        tantivy.Query.boost_query(tantivy.Query.phrase_query(schema(), "title", list(pair)), PAIR_BOOST)
        for pair in pairwise(title_terms)
    ]
    if len(title_terms) > 1:
        near = tantivy.Query.phrase_query(schema(), "title", list(title_terms), TITLE_SLOP)
        boosts.append(tantivy.Query.boost_query(near, TITLE_BOOST))
    for word in typed_words:
        if word.lower() in STOPWORDS:
            boosts.append(tantivy.Query.boost_query(match_any_field(terms(word)), STOPWORD_BOOST))
        else:
            exact = (tantivy.Query.term_query(schema(), "spelling", term) for term in terms(word, stemmed=False))
            boosts += [tantivy.Query.boost_query(query, EXACT_FORM_BOOST) for query in exact]
    return boosts


def is_unsearchable(q: str) -> bool:
    """True for text of punctuation alone, with nothing to look up."""
    return bool(q) and not any(_has_terms(term) for clause in parse_text.clauses(q) for term in clause.terms)


def _has_terms(term: parse_text.QueryTerm) -> bool:
    return bool(terms(term.text))


def _single_words(q: str) -> list[str]:
    """Plain words outside of alternatives."""
    single_terms = [
        clause.terms[0] for clause in parse_text.clauses(q) if not clause.negative and len(clause.terms) == 1
    ]
    return [term.text for term in single_terms if term.is_plain and _has_terms(term)]


def _is_stopword(group: TermGroup, typed_words: Sequence[str]) -> bool:
    return group.end - group.start == 1 and typed_words[group.start].lower() in STOPWORDS


def _group_query(group: TermGroup, typed_words: Sequence[str], match: Matcher) -> tantivy.Query:
    """All words of the group, or one of its synonyms."""
    group_words = typed_words[group.start : group.end]
    group_words = [word for word in group_words if word.lower() not in GENERIC_ROLES] or group_words
    is_ambiguous = len(group_words) == 1 and group_words[0].lower() in AMBIGUOUS_SKILLS
    fields = NAME_FIELDS if is_ambiguous else TEXT_FIELDS
    queries = [tantivy.Query.boolean_query([(tantivy.Occur.Must, match(terms(word), fields)) for word in group_words])]
    queries += [
        tantivy.Query.boost_query(match(synonym, TEXT_FIELDS), SYNONYM_WEIGHT)
        for synonym in _new_synonyms(group_words, group.synonyms)
    ]
    skill = canonical(" ".join(group_words))
    if skill and match is not match_names:
        skill_query = tantivy.Query.term_query(schema(), "skill", skill)
        queries.append(tantivy.Query.boost_query(skill_query, TEXT_FIELDS["skills"]))
    return _best_of(queries) if len(queries) > 1 else queries[0]


def _new_synonyms(typed_words: Sequence[str], synonyms: Sequence[str]) -> list[list[str]]:
    """The terms of each synonym, without those that contain all typed words: what has them matches already."""
    typed_terms = {term for word in typed_words for term in terms(word)}
    return [synonym for name in synonyms if (synonym := terms(name)) and not typed_terms <= set(synonym)]


def _term_query(term: parse_text.QueryTerm, match: Matcher) -> tantivy.Query:
    text_terms = terms(term.text)
    if not text_terms:
        return tantivy.Query.empty_query()
    if term.field == "skill":
        return tantivy.Query.term_query(schema(), "skill", canonical(term.text) or term.text.lower())
    if term.field:
        return tantivy.Query.boost_query(match_field(term.field, text_terms), TEXT_FIELDS[term.field])
    return match(text_terms, TEXT_FIELDS)


def _best_of(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.disjunction_max_query(list(queries), TIE_BREAKER) if queries else tantivy.Query.empty_query()


def match_any_field(query_terms: Sequence[str], fields: Mapping[str, float] = TEXT_FIELDS) -> tantivy.Query:
    """Scored by the field where it counts most."""
    return _best_of(
        [tantivy.Query.boost_query(match_field(name, query_terms), weight) for name, weight in fields.items()]
    )


def match_unscored(query_terms: Sequence[str], fields: Mapping[str, float] = TEXT_FIELDS) -> tantivy.Query:
    """The same listings without a useful score, looked up in the field that holds all texts where that is possible."""
    if fields is TEXT_FIELDS and len(query_terms) == 1:
        return tantivy.Query.term_query(schema(), "words", query_terms[0])
    if fields is TEXT_FIELDS and (known_phrase := phrase(query_terms)):
        return tantivy.Query.term_query(schema(), "phrases", known_phrase)
    return match_any_field(query_terms, fields)


def match_names(query_terms: Sequence[str], fields: Mapping[str, float] = TEXT_FIELDS) -> tantivy.Query:
    """In the title or the employer's name."""
    return _best_of(
        [tantivy.Query.boost_query(match_field(name, query_terms), fields[name]) for name in ("title", "company")]
    )


def match_field(name: str, query_terms: Sequence[str]) -> tantivy.Query:
    """Several terms match side by side."""
    # A phrase query of one term is refused by tantivy.
    if len(query_terms) == 1:
        return tantivy.Query.term_query(schema(), name, query_terms[0])
    if name == "text" and (known_phrase := phrase(query_terms)):
        return tantivy.Query.term_query(schema(), "phrases", known_phrase)
    return tantivy.Query.phrase_query(schema(), name, list(query_terms))
