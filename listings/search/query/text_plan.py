"""What the plain words of a search ask for: which of them decide, and which kind of job they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from listings.facts.category.phrases import find_phrases, tokenize
from listings.facts.category.titles import match_trade
from listings.search.query import parse_text
from listings.search.query.pay_words import pay_word
from listings.search.query.synonyms import TermGroup, term_groups
from listings.search.text.analysis import terms
from listings.search.text.roles import accepted_roles
from listings.vocabulary.fact_names import fact_values
from listings.vocabulary.industries import INDUSTRIES
from listings.vocabulary.role_words import GENERIC_ROLES
from listings.vocabulary.skills import SPELLINGS, canonical

STOPWORD_TEXT = """a an and any as at by for from fully home hiring in job jobs new of on or opening openings
opportunities opportunity position positions remote remotely role roles the to vacancies vacancy wfh with work
working"""
# In nearly every ad, or in none: they neither decide nor restrict.
STOPWORDS = frozenset(STOPWORD_TEXT.split()) | GENERIC_ROLES
# Trades in which whoever lists a tool works with it. In others a tool is one of many.
TOOL_TRADES = frozenset(["engineering", "infrastructure", "security", "quality", "data", "design"])
# Trades that titles and boards do not keep apart.
SOFTWARE_TRADES = frozenset(["engineering", "infrastructure", "security", "quality", "data"])
# Every job is: such words ask for nothing.
REMOTE = ("workplace", "remote")
# Two short names with a stroke between them. Longer words are rather alternatives: "developer/architect".
PAIR = re.compile(r"([^\W\d_]{1,4})/([^\W\d_]{1,4})")
# Letters of a word that says nothing by itself: "no", "it".
WEAK_LENGTH = 2
AMBIGUOUS_SKILLS = frozenset(
    spelling.folded for spelling in SPELLINGS if spelling.ambiguous or len(spelling.folded) == 1
)


@dataclass(frozen=True, slots=True)
class DecidingGroup:
    """Words of which all must be found, or one of the synonyms, or the skill, or one of the `facts`.

    `words`: as typed, without those of a role. `facts`: filters with their value.
    """

    typed: tuple[str, ...]
    words: tuple[str, ...]
    synonyms: tuple[str, ...]
    skill: str | None
    facts: tuple[tuple[str, str], ...]

    @property
    def may_name_employer(self) -> bool:
        """Whether the words mean nothing that ads are about: a marketing job is not any job at "Marketing Pros"."""
        is_known = self.skill or self.synonyms or self.facts or not self.words
        return not is_known and not find_phrases(tokenize(" ".join(self.words)))

    @property
    def is_weak(self) -> bool:
        """Whether it is a number or a short word without a meaning of its own, which stands in any ad: "4", "no"."""
        has_meaning = self.skill or self.synonyms or self.facts or not self.words
        return not has_meaning and all(word.isdigit() or len(word) <= WEAK_LENGTH for word in self.words)

    @property
    def is_ambiguous(self) -> bool:
        """Whether it is a common word besides the name of a skill: "go", "excel"."""
        return len(self.words) == 1 and self.words[0].lower() in AMBIGUOUS_SKILLS


@dataclass(frozen=True, slots=True)
class TextPlan:
    """`groups` decide. `industries` beside them may stand anywhere in the ad.

    `roles`: words for what somebody does, one of which a title has to name. `decides_by_role`: no other word decides.
    `trade`: the category that the words name as a title would; "" if they name none for sure. `kind`: the same where
    the words are a name of it, and nothing else decides.
    """

    words: tuple[str, ...] = ()
    groups: tuple[DecidingGroup, ...] = ()
    roles: frozenset[str] = frozenset()
    decides_by_role: bool = False
    has_other_clauses: bool = False
    trade: str = ""
    kind: str = ""
    industries: tuple[DecidingGroup, ...] = ()

    @property
    def compatible_trades(self) -> frozenset[str]:
        return SOFTWARE_TRADES if self.trade in SOFTWARE_TRADES else frozenset([self.trade])

    @property
    def can_be_mentioned(self) -> bool:
        """Whether an ad can have in its text what the search asks for."""
        return any(not group.is_weak for group in self.groups) or self.has_other_clauses


# Of a hundred letters, forty kilobytes.
@lru_cache(maxsize=100)
def text_plan(q: str) -> TextPlan:
    words = single_words(q)
    groups = [_deciding_group(group, words) for group in term_groups(words) if not _is_stopword(group, words)]
    roles = [accepted for word in words if (accepted := accepted_roles(word))]
    has_other_clauses = _has_other_clauses(q)
    kind = "" if roles or has_other_clauses else _kind(groups)
    trade = kind or _trade(words) or _kind([group for group in groups if group.words])
    if roles and trade not in SOFTWARE_TRADES:
        # An account manager works in sales, and is no sales manager; a backend engineer is a software engineer.
        groups = [replace(group, facts=_without_category(group.facts)) for group in groups]
    if trade and trade not in TOOL_TRADES:
        groups = [replace(group, skill=None) for group in groups]
    deciding = [group for group in groups if group.words]
    industries = [group for group in deciding if _is_industry(group)]
    if len(industries) == len(deciding) and not roles:
        industries = []
    decides_by_role = bool(roles) and len(industries) == len(deciding) and not has_other_clauses
    return TextPlan(
        words=tuple(words),
        groups=tuple(group for group in (groups if decides_by_role else deciding) if group not in industries),
        # "executive assistant": the last word is what somebody is, those before say of what kind.
        roles=roles[-1] if roles else frozenset(),
        decides_by_role=decides_by_role,
        has_other_clauses=has_other_clauses,
        trade=trade,
        kind=kind,
        industries=tuple(industries),
    )


def _kind(deciding: Sequence[DecidingGroup]) -> str:
    """The category that the only deciding words are a name of."""
    return dict(deciding[0].facts).get("category", "") if len(deciding) == 1 else ""


def _trade(words: Sequence[str]) -> str:
    """The category that the words name as a title does; "" where that says nothing."""
    match = match_trade(" ".join(words))
    return match.category if match and match.category != "other" else ""


def single_words(q: str) -> list[str]:
    """Plain words outside of alternatives; two that are also written as one are joined: "front end" → "front-end"."""
    single_terms = [
        clause.terms[0] for clause in parse_text.clauses(q) if not clause.negative and len(clause.terms) == 1
    ]
    typed = [term.text for term in single_terms if term.is_plain and terms(term.text)]
    words: list[str] = []
    for word in typed:
        if words and len(terms(words[-1])) == len(terms(word)) == 1 == len(terms(f"{words[-1]} {word}")):
            words[-1] = f"{words[-1]}-{word}"
        else:
            words.append(word)
    return words


def _deciding_group(group: TermGroup, typed_words: Sequence[str]) -> DecidingGroup:
    typed = tuple(typed_words[group.start : group.end])
    words = tuple(word for word in typed if not accepted_roles(word) and word.lower() not in GENERIC_ROLES)
    # "php developer" is a known name of its own, and still about PHP.
    whole, topic = " ".join(typed), " ".join(words)
    return DecidingGroup(
        typed=typed,
        words=words,
        synonyms=group.synonyms if other_order(whole) == whole else (*group.synonyms, other_order(whole)),
        skill=canonical(whole) or canonical(topic),
        facts=fact_values(whole) or fact_values(topic),
    )


def other_order(word: str) -> str:
    """ "UI/UX" for "UX/UI", whose two names have to stand side by side as typed; any other word as it is."""
    return PAIR.sub(r"\2/\1", word) if PAIR.fullmatch(word) else word


def _is_stopword(group: TermGroup, typed_words: Sequence[str]) -> bool:
    words = typed_words[group.start : group.end]
    if len(words) == 1 and (words[0].lower() in STOPWORDS or pay_word(words[0])):
        return True
    return REMOTE in fact_values(" ".join(words))


def _without_category(facts: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in facts if name != "category")


def _is_industry(group: DecidingGroup) -> bool:
    return terms(" ".join(group.typed))[0] in _industry_terms() and len(group.typed) == 1


@cache
def _industry_terms() -> frozenset[str]:
    return frozenset(term for name in INDUSTRIES for term in terms(name))


def _has_other_clauses(q: str) -> bool:
    return any(
        not clause.negative and (len(clause.terms) > 1 or not clause.terms[0].is_plain)
        for clause in parse_text.clauses(q)
    )
