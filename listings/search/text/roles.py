"""Words for what somebody does, as terms: those of a title, and those that a title may have instead of a typed one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from listings.search.text.analysis import terms
from listings.vocabulary.role_words import LEADERS, ROLE_WORDS, TITLE_ROLES


def accepted_roles(word: str) -> frozenset[str]:
    """The roles that a title may name where `word` was typed; empty for a word that is no role."""
    return _accepted_by_term().get(" ".join(terms(word)), frozenset())


def leads(roles: frozenset[str]) -> bool:
    """Whether they are roles of people who lead others."""
    return bool(roles & frozenset(map(_term, LEADERS)))


def title_roles(title: str) -> list[str]:
    """ "Senior PHP Developer / Team Lead" → ["developer", "lead"]; empty if the title says only what it is about."""
    return sorted(_title_terms().intersection(terms(title)))


@cache
def _accepted_by_term() -> Mapping[str, frozenset[str]]:
    return {_term(word): frozenset(map(_term, words)) for word, words in ROLE_WORDS.items()}


@cache
def _title_terms() -> frozenset[str]:
    return frozenset(map(_term, TITLE_ROLES))


def _term(word: str) -> str:
    (term,) = terms(word)
    return term
