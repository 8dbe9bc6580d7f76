"""Optional queries that rank one match of a search above another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from listings.search.index.compile_text import match_fields
from listings.search.query.nodes import AnyTerm, Boost, Constant, Node, Term, TermPhrase
from listings.search.query.text_plan import STOPWORDS, text_plan
from listings.search.text.analysis import terms, word_forms

# For a title with all words side by side, or with so many others between them.
TITLE_BOOST, TITLE_SLOP = 2.0, 1
# For each pair of words that follow one another in the title.
PAIR_BOOST = 4.0
# For the typed form in the title: "designer" before "designers".
EXACT_FORM_BOOST = 1.0
STOPWORD_BOOST = 0.05
# For the category that the words name as a title would.
TRADE_BOOST = 3.0
# For a title that ends in the only word of a search: an editor before a developer of editors.
HEAD_BOOST = 10.0
# For one that ends in another name of that role, or in the role that stands beside other words.
ROLE_BOOST = 5.0
# For each deciding skill of a search for tools alone, by how much the ad is about it.
MAIN_SKILL_BOOST = 1.0


def boosts(q: str) -> list[Node]:
    plan = text_plan(q)
    title_terms = [term for word in plan.words for term in terms(word)]
    queries: list[Node] = [Boost(TermPhrase("title", list(pair)), PAIR_BOOST) for pair in pairwise(title_terms)]
    if len(title_terms) > 1:
        near = TermPhrase("title", list(title_terms), TITLE_SLOP)
        queries.append(Boost(near, TITLE_BOOST))
    for word in plan.words:
        if word.lower() in STOPWORDS:
            queries.append(Boost(match_fields(terms(word)), STOPWORD_BOOST))
        else:
            exact = (Term("spelling", form) for form in word_forms(word))
            queries += [Boost(query, EXACT_FORM_BOOST) for query in exact]
    if plan.trade:
        queries.append(Constant(AnyTerm("category", [plan.trade]), TRADE_BOOST))
    if len(title_terms) > 1 or ((plan.roles or plan.trade) and not plan.kind):
        queries += _head_boosts(plan.roles, title_terms)
    if not plan.roles:
        main = (Term("main_skill", group.skill) for group in plan.groups if group.skill)
        queries += [Boost(query, MAIN_SKILL_BOOST) for query in main]
    return queries


def _head_boosts(roles: frozenset[str], title_terms: Sequence[str]) -> list[Node]:
    typed = set(title_terms) if len(title_terms) == 1 else set()
    return [
        Constant(AnyTerm("head", sorted(heads)), boost)
        for heads, boost in ((typed, HEAD_BOOST), (roles - typed, ROLE_BOOST))
        if heads
    ]
