"""The category that a title names: a small grammar of titles.

A title is a noun phrase, or several: "Senior Payroll Specialist", "Manager, Payroll", "Analista de Dados". The last
noun is its head. Where the head is a trade ("accountant"), that is the category; a head without a trade of its own
("manager") takes that of the nearest word that has one; an engineer makes software unless such a word says otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from listings.facts.category.part_parser import AWAY, HEADS, LOOSE, OF, CategoryMatch, Part, PartParser, covers
from listings.facts.category.phrases import BREAK, PhraseMatch, TitleToken, find_phrases, tokenize
from listings.facts.several_roles import SEPARATOR
from listings.vocabulary.bounded_cache import bounded_cache
from listings.vocabulary.category_rules import PhraseKind

# What people do who make and run software.
OF_ENGINEERS = frozenset({"engineering", "infrastructure", "data", "security", "quality"})
# Words in a title that is all topic.
MAX_TOPIC = 5
# What a word aside makes of work of a category; sales only in brackets, as elsewhere it may be a department.
ASIDES = {"engineering": ("quality", PhraseKind.TECH), "marketing": ("sales", PhraseKind.TOPIC)}
# Departments in a title that is a list of them, so that no category is the ad's.
MANY_DEPARTMENTS = 4


# Titles repeat a lot across ads.
@bounded_cache(8192)
def match_title(title: str) -> CategoryMatch | None:
    """What the title's heads say, the first sure one first; failing that, what its topics say."""
    tokens = tokenize(title)
    parts = list(_parts(tokens, find_phrases(tokens)))
    unsure: CategoryMatch | None = None
    for part in parts:
        if decisive := next((one for one in part.phrases if one.kind is PhraseKind.DECISIVE), None):
            return PartParser(tokens, parts, part).quote(decisive)
    if many := _several_departments(tokens, parts):
        return many
    for part in _in_order(title, tokens, parts):
        match = PartParser(tokens, parts, part).head_category()
        if match and match.sure:
            return _aside(title, tokens, parts, match.category) or match
        unsure = unsure or match
    return unsure or _only_topics(tokens, parts)


def match_roles(title: str, start: int) -> CategoryMatch | None:
    """The kind of half of the roles that a title lists from `start` on, or of most of those that are about software.

    None if no kind has more than others.
    """
    roles = title[start:].split(SEPARATOR)
    matches: list[CategoryMatch] = []
    for role in roles:
        if match := match_title(role):
            matches.append(match._replace(start=start + match.start, end=start + match.end))
        start += len(role) + len(SEPARATOR)
    software = [match for match in matches if match.category in OF_ENGINEERS]
    is_software = len(software) * 2 > len(roles)
    counts = Counter(match.category for match in (software if is_software else matches))
    most = max(counts.values(), default=0)
    leading = {kind for kind, count in counts.items() if count == most}
    if not is_software and (len(leading) > 1 or most * 2 < len(roles)):
        return None
    of_leading = [match for match in matches if match.category in leading]
    return next((match for match in of_leading if match.sure), of_leading[0])


@bounded_cache(2048)
def match_trade(title: str) -> CategoryMatch | None:
    """A trade that the title names by its head; no topics alone."""
    match = match_title(title)
    return match if match and match.sure else None


def _parts(tokens: Sequence[TitleToken], phrases: Sequence[PhraseMatch]) -> Iterator[Part]:
    start = 0
    for index in [*(index for index, token in enumerate(tokens) if token.word == BREAK), len(tokens)]:
        if within := tuple(phrase for phrase in phrases if start <= phrase.start and phrase.end <= index):
            yield Part(start, index, within)
        start = index + 1


def _in_order(title: str, tokens: Sequence[TitleToken], parts: Sequence[Part]) -> Iterable[Part]:
    """The parts, first those that name a whole trade behind a colon: "Pipeline Consultant: Project Manager"."""

    def follows_colon(part: Part) -> bool:
        sign = tokens[part.start - 1] if part.start else None
        is_whole = any(one.kind is PhraseKind.TRADE and one.end == part.end > one.start + 1 for one in part.phrases)
        return sign is not None and title[sign.start : sign.end] == ":" and is_whole

    return sorted(parts, key=follows_colon, reverse=True) if ":" in title else parts


def _aside(title: str, tokens: Sequence[TitleToken], parts: Sequence[Part], category: str) -> CategoryMatch | None:
    """ "Software Engineer - QA", "Marketing Analyst (Sales)": a part that is nothing but a word for other work."""
    aside, kind = ASIDES.get(category, ("", None))
    for part in parts if aside else ():
        for one in part.phrases:
            start, end = tokens[one.start].start, tokens[one.end - 1].end
            is_all = (one.start, one.end) == (part.start, part.end)
            if is_all and (one.category, one.kind) == (aside, kind) and (aside == "quality" or title[start - 1] == "("):
                return CategoryMatch(aside, start, end)
    return None


def _several_departments(tokens: Sequence[TitleToken], parts: Sequence[Part]) -> CategoryMatch | None:
    """ "Finance, Legal, Sales, Engineering": many topics without a head are no one category."""
    heads = [one for part in parts for one in part.phrases if one.kind in HEADS]
    if len(parts) < MANY_DEPARTMENTS or any(tokens[head.start].word != "engineering" for head in heads):
        return None
    parsers = (PartParser(tokens, [part], part) for part in parts)
    topics = [topic for one in parsers if (topic := one.topic(one.part, one.part.start, one.part.end))]
    if len({topic.category for topic in topics}) < MANY_DEPARTMENTS:
        return None
    return CategoryMatch("other", tokens[topics[0].start].start, tokens[topics[-1].end - 1].end)


def _only_topics(tokens: Sequence[TitleToken], parts: Iterable[Part]) -> CategoryMatch | None:
    """The topic of a title without a head ("Customer Happiness", "Rails / React"), but not one within a sentence."""
    for part in parts:
        parser = PartParser(tokens, [part], part)
        topic = parser.topic(part, part.start, part.end)
        # A bare "Partner" is a head, and no topic.
        if topic and any(one.kind is PhraseKind.HEAD and covers(one, topic) for one in part.phrases):
            continue
        is_phrase = part.end - part.start <= MAX_TOPIC and not any(
            tokens[index].word in OF | AWAY for index in range(part.start, part.end)
        )
        if topic and is_phrase and topic.kind not in LOOSE and not _is_noise(topic, part):
            # "Accounts Payable": two words that are all of the title's first part.
            is_all = (topic.start, topic.end) == (0, part.end) and topic.end > 1 and topic.kind is PhraseKind.TOPIC
            return parser.quote(topic, sure=is_all)
    return None


def _is_noise(topic: PhraseMatch, part: Part) -> bool:
    """Whether the words also say nothing about the trade: "contract" may be law or a type of employment."""
    return any(
        one.kind is PhraseKind.NOISE and (one.start, one.end) == (topic.start, topic.end) for one in part.phrases
    )
