"""The technologies, tools and methods that the work asks for: the required ones first, at most fifteen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from listings.facts.base import Fact, Reading, Span
from listings.facts.mentions import Mention, mentions
from listings.facts.sections import ASIDE, ASKED, TOLD, Sections

MOST = 15
TITLE = ASKED + 1
# What is named once and by itself weighs less than what stands in a list or is named again.
ALONE = 0.5
# Fields of work are named at every turn: many tools make them superfluous, few make them telling.
MANY, FEW = 8, 3
SHORT = 45
ASKED_FOR = re.compile(
    r"(?:experience[ds]?|expertise|proficien\w+|expert|knowledge|familiar\w*|skills?|skilled|background"
    r"|understanding|certified)"
    r"(?: (?:in|with|of|on|using|for|the|and|building|developing|designing|strong|solid|both|modern|or))* ?$",
    re.IGNORECASE,
)
ASKED_NEAR = 70
# Names of customers, investors and former employers are no tools.
OTHERS = re.compile(
    r"\b(?:companies|customers|clients|brands|startups|organi[sz]ations|investors|investment|backed by|founders?"
    r"|founded by|trusted by|used by|alumni|ex-"
    r"|teams at|people from|funded by|partners|competitors|acquired|cfos?|ceos?|vcs|leaders|businesses|enterprises"
    r"|names|employees from|formerly"
    r"|previously at|featured in|smartphone|broadband)\b",
    re.IGNORECASE,
)
OTHERS_NEAR = 160
WORD = re.compile(r"[\w.+#]*[\w+#]")


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with its place and how strongly that place asks."""

    mention: Mention
    field: str
    rank: int

    @property
    def skill(self) -> str:
        return self.mention.spelling.skill

    @property
    def span(self) -> Span:
        return Span(self.field, self.mention.start, self.mention.end)


def read(reading: Reading) -> Fact | None:
    sections = Sections(reading.text)
    named = _named(reading, sections)
    tools = [one for one in named if not one.mention.spelling.practice and not _is_anothers(one, reading.text)]
    count = len({one.skill for one in tools})
    if count < MANY:
        tools += [one for one in named if one.mention.spelling.practice and _is_asked(one, reading.text, count < FEW)]
    # Where a text has requirements, what is named elsewhere must stand in a list or be named again.
    chosen = _strongest(tools, least=TOLD if sections.has(ASKED) else ASIDE)
    if not chosen:
        return None
    first = chosen[0].span
    words = reading.title if first.field == "title" else reading.text
    return Fact([one.skill for one in chosen], words[first.start : first.end], tuple(one.span for one in chosen))


def _named(reading: Reading, sections: Sections) -> list[Named]:
    """Not what the employer says of itself and its benefits, nor the employer's own names."""
    own = f" {' '.join(WORD.findall(reading.ad.company.lower()))} "
    named = [Named(one, "title", TITLE) for one in mentions(reading.title, reading.lower_title)]
    named += [Named(one, "text", sections.at(one.start)) for one in mentions(reading.text, reading.lower_text)]
    return [
        one
        for one in named
        if one.rank > ASIDE and f" {one.mention.spelling.words} " not in own and f" {one.skill} " not in own
    ]


def _strongest(named: Iterable[Named], least: float) -> list[Named]:
    """Each skill where it is asked for most strongly, of equals the first; the strongest skills first."""
    best: dict[str, Named] = {}
    repeated: set[str] = set()
    for one in named:
        before = best.setdefault(one.skill, one)
        if before is not one or one.mention.listed:
            repeated.add(one.skill)
        if one.rank > before.rank:
            best[one.skill] = one
    weights = {skill: one.rank - (0 if skill in repeated else ALONE) for skill, one in best.items()}
    strong = [one for skill, one in best.items() if weights[skill] >= least]
    return sorted(strong, key=lambda one: -weights[one.skill])[:MOST]


def _is_anothers(one: Named, text: str) -> bool:
    """The sentence so far speaks of customers and the like."""
    if one.rank >= ASKED:
        return False
    before = text[max(0, one.mention.start - OTHERS_NEAR) : one.mention.start]
    begin = max(before.rfind(end) for end in (". ", "\n", "! ", "? "))
    return OTHERS.search(before, begin + 1) is not None


def _is_asked(one: Named, text: str, few: bool) -> bool:
    """A field of work is asked for in a list, on a short line of its own, or after "experience with".

    Outside the requirements it counts only where an ad names few tools; in the title it is the job's own name.
    """
    if one.field == "title" or (one.rank < ASKED and not few):
        return False
    start, end = one.mention.start, one.mention.end
    if one.mention.listed or ASKED_FOR.search(text[max(0, start - ASKED_NEAR) : start]):
        return True
    begin, finish = text.rfind("\n", 0, start), text.find("\n", end)
    return one.rank == ASKED and (finish if finish >= 0 else len(text)) - begin < SHORT
