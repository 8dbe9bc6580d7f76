"""Other searches that one leads to: the kind of work, filters that its words name, fewer words, like names, no filters.

They are counted apart from the search itself, for pages alone, and kept: feeds and /jobs.json pay nothing for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Literal

from listings.facts.category.titles import match_title
from listings.search.index.reader import index_reader
from listings.search.index.searcher import IndexUnusable
from listings.search.query import parse_text
from listings.search.query.parameters import PER_PAGE
from listings.search.query.pay_words import pay_word
from listings.search.query.place_words import place_words
from listings.search.query.search import Search
from listings.search.query.situation import DEFAULT_CURRENCY
from listings.search.query.text_plan import STOPWORDS, DecidingGroup, TextPlan, text_plan
from listings.search.results.autocomplete import AUTOCOMPLETE
from listings.search.results.facet_cache import FacetCache
from listings.search.results.facets import FacetCount
from listings.search.results.find import Results, count
from listings.vocabulary.categories import CATEGORIES

OfferKind = Literal["kind", "filter", "words", "name", "without", "unfiltered"]
# A search that finds fewer jobs is offered ways on.
FEW_JOBS = 5
# The share of what is found that makes it a search for one kind of work.
MOSTLY = 0.6
MAX_OF_EACH = 3
# Words of a search that are left out in turn.
MAX_LEFT_OUT = 5
# Facts that words name, and that a reader may rather want as a filter.
OFFERED_FACTS = ("seniority", "employment", "sponsorship", "experience")
OFFER_CACHE = FacetCache(1_000)


@dataclass(frozen=True, slots=True)
class Offer:
    """`search` finds `count` jobs. `value`: what is offered: a kind of work, a filter's name, words, or a name.

    `narrowed`: of the kind "without", the search from which it leaves the filter out.
    """

    kind: OfferKind
    value: str
    search: Search
    count: int
    narrowed: Search | None = None


def offers(search: Search, results: Results, currency: str = "") -> list[Offer]:
    """What the page of a search offers besides its results; nothing while there is no index.

    `currency`: the reader's, for amounts among the words that name none.
    """
    if results.state == "rebuilding" or search.page > 1:
        return []
    searched = replace(search, q=results.corrected or search.q, page=1, per_page=PER_PAGE, sort="", scope="")
    try:
        if not search.q:
            return _without_a_filter(searched, results)
        filters = [offer for offer in _filters(searched, currency) if offer.count != results.named]
        offered = [*_places(searched, results.named), *_kinds(searched, results), *filters]
        if results.named < FEW_JOBS:
            offered += _ways_on(searched, results, {offer.search for offer in offered})
    except IndexUnusable:
        return []
    return offered


def _kinds(search: Search, results: Results) -> Iterator[Offer]:
    """The kind of work that most of the results are of, or that the words name, if it has more jobs.

    With the other facts that the words name it may have fewer, and leaves out what only has the words.
    """
    plan = text_plan(search.q)
    is_about_tools = bool(plan.groups) and not plan.trade and all(group.skill for group in plan.groups)
    if search.category or (is_about_tools and results.named):
        return
    by_category = {value: total for value, _, total in results.counts.get("category", ()) if value in CATEGORIES}
    most = max(by_category, key=lambda value: by_category[value], default="")
    if not results.named or by_category.get(most, 0) < MOSTLY * (results.total or 0):
        most = plan.trade or _likely_trade(plan.words) or _likely_trade(_words_for_work(search, plan))
    if most in ("", "other"):
        return
    # What the words say besides must not be lost.
    facts: dict[str, Any] = {name: (value,) for group in plan.groups for name, value in _offered_facts(group, search)}
    whole = replace(search, q="", category=(most,), **facts)
    offered = _counted([Offer("kind", most, whole, 0)], 0 if facts else results.named)
    yield from (offer for offer in offered if offer.count != results.named)


def _likely_trade(words: Sequence[str]) -> str:
    """What a title of these words would be taken for, sure or not."""
    match = match_title(" ".join(words))
    return match.category if match else ""


def _words_for_work(search: Search, plan: TextPlan) -> list[str]:
    """Without those that name a place or a fact: "graphic design" of "graphic design contract ohio"."""
    place = place_words(parse_text.plain_words(search.q))
    others = {word.lower() for group in plan.groups if _offered_facts(group, search) for word in group.typed}
    others |= {word.lower() for word in (place.words if place else ())}
    return [word for word in plan.words if word.lower() not in others]


def _offered_facts(group: DecidingGroup, search: Search) -> list[tuple[str, str]]:
    """The filters that the words of the group name, unless the search has such a one already."""
    return [(name, value) for name, value in group.facts if name in OFFERED_FACTS and not getattr(search, name)]


def _filters(search: Search, reader_currency: str) -> Iterator[Offer]:
    """Words that are the name of a filter's value, as that filter."""
    plan = text_plan(search.q)
    for group in plan.groups:
        for name, value in _offered_facts(group, search):
            filtered: dict[str, Any] = {name: (value,)}
            rest = replace(_without_words(search, group.typed), **filtered)
            yield from _counted([Offer("filter", name, rest, 0)])
    for word in plan.words:
        if not search.salary_min and (pay := pay_word(word)):
            rest = _without_words(search, (word,))
            currency = pay.currency or reader_currency
            with_pay = replace(rest, salary_min=pay.amount, currency="" if currency == DEFAULT_CURRENCY else currency)
            yield from _counted([Offer("filter", "salary_min", with_pay, 0)])


def _places(search: Search, found: int) -> Iterator[Offer]:
    """The country or state that the words name, as the place to live in: few ads have it among their words.

    A town is taken for one only where hardly any job has its name.
    """
    named = None if search.country else place_words(parse_text.plain_words(search.q))
    if named and (named.is_own_name or found < FEW_JOBS):
        rest = replace(_without_words(search, named.words), country=named.code)
        yield from _counted([Offer("filter", "country", rest, 0)])


def _ways_on(search: Search, results: Results, known: set[Search]) -> Iterator[Offer]:
    """For a search that finds hardly anything."""
    offered = _without_a_filter(search, results)
    offered += [*_fewer_words(search, results.named), *_near_names(search, results.named)]
    filters = [name for name in search.narrowing() if name != "q"]
    # Where nothing is found, the page offers to leave out each of them anyway.
    if len(filters) > (0 if results.total else 1):
        offered += _counted([Offer("unfiltered", search.q, Search(q=search.q, my=search.my), 0)], results.named)
    unique = {offer.search: offer for offer in reversed(offered)}
    yield from (offer for offer in offered if offer is unique[offer.search] and offer.search not in known)


def _without_a_filter(search: Search, results: Results) -> list[Offer]:
    """The search without the filter that leaves out the most jobs; the one by the reader's place stays."""
    if results.state != "results" or results.named >= FEW_JOBS:
        return []
    names = [name for name in search.narrowing() if name not in ("q", "fit")]
    candidates = [Offer("without", name, search.without(name), 0, narrowed=search) for name in names]
    return sorted(_counted(candidates, results.named), key=lambda offer: -offer.count)[:1]


def _fewer_words(search: Search, found: int) -> list[Offer]:
    """The search without each of its words; those that find the most first."""
    groups = _removable(text_plan(search.q).groups, search.q)
    shorter = [_without_words(search, typed) for typed in groups[:MAX_LEFT_OUT]]
    return _best_words(shorter, found) or _best_words(_single_groups(search, groups), found)


def _single_groups(search: Search, groups: Sequence[tuple[str, ...]]) -> list[Search]:
    """The search with the words of one group alone, for where leaving out one is not enough."""
    words = {group: [word for other in groups if other != group for word in other] for group in groups[:MAX_LEFT_OUT]}
    return [_without_words(search, others) for others in words.values()] if len(groups) > 2 else []


def _best_words(searches: Iterable[Search], found: int) -> list[Offer]:
    candidates = [Offer("words", rest.q, rest, 0) for rest in dict.fromkeys(searches) if rest.q]
    return sorted(_counted(candidates, found), key=lambda offer: -offer.count)[:MAX_OF_EACH]


def _removable(groups: Sequence[DecidingGroup], q: str) -> list[tuple[str, ...]]:
    """The words of each group that decides; single words where there is one group alone."""
    if len(groups) > 1:
        return [group.words or group.typed for group in groups]
    return [(word,) for word in parse_text.plain_words(q)]


def _near_names(search: Search, found: int) -> list[Offer]:
    """Titles and skills that are spelt like the search."""
    candidates = []
    for completion in AUTOCOMPLETE.near(search.q):
        if completion.kind == "skill":
            offered = replace(search, q="", skill=tuple(sorted({*search.skill, completion.value})))
        else:
            offered = replace(search, q=completion.value)
        candidates.append(Offer("name", completion.label, offered, 0))
    return list(islice(_counted(candidates, found), MAX_OF_EACH))


def _without_words(search: Search, typed: Iterable[str]) -> Search:
    removed = {part for word in typed for part in (word.lower(), *word.lower().split("-"))}
    removed |= STOPWORDS
    kept = [
        clause
        for clause in parse_text.clauses(search.q)
        if clause.negative or len(clause.terms) > 1 or clause.terms[0].text.lower() not in removed
    ]
    return replace(search, q=" ".join(map(str, kept)))


def _counted(candidates: Iterable[Offer], found: int = 0) -> Iterator[Offer]:
    """Those that find more than was found."""
    for offer in candidates:
        if (total := _count(offer.search)) > found:
            yield replace(offer, count=total)


def _count(search: Search) -> int:
    state = index_reader().searcher().state
    counts = OFFER_CACHE.get((state, search), lambda: {"offer": [FacetCount("", "", count(search) or 0)]})
    return counts["offer"][0].total
