"""Where a text names skills: whole words, in the case that they are written in, doubtful ones only in company."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ahocorasick_rs import AhoCorasick

from listings.facts.multi_search import LONGEST, finder
from listings.vocabulary.skills import SPELLINGS, Spelling

MOST = 2000
NEAR = 48

# One letter is found by itself: an automaton would stop at each of a text's thousands.
LETTERS = {spelling.exact: spelling for spelling in SPELLINGS if len(spelling.folded) == 1}
LETTER = re.compile(rf"[{''.join(LETTERS)}](?=[\s,/;)|]|\.\s|\.?$)")
BEFORE_LETTER = re.compile(r"[\s(,]|(?<!A/B)/")

# Between the members of a list.
JOINED = re.compile(
    r"(?:\s?[,/|&+;•·()\n–-]\s?|\s(?:and|or|und|oder|sowie|et|ou|y|e|o|with)\s|,? ?(?:and/or|or/and|and|or|as well as"
    r"|e\.g\.,?|i\.e\.|such as|like|including|either|our|in|on|the|&) ){1,4}"
)
# Of words in lower case: to search without regard to case takes twice as long.
CUE_BEFORE = re.compile(
    r"(?:experience[ds]?|expertise|proficien\w+|expert|knowledge|familiar\w*|fluen\w+|skills?|skilled|using|use"
    r"|written"
    r"|programming|coding|code|stack|background|tools?|develop\w*|languages?|frameworks?|comfortable|hands[- ]on"
    r"|understanding"
    r"|software|mastery|command|working|such as|like|e\.g\.|including|platforms?|technologies|systems?|backend"
    r"|frontend|built|build"
    r"|building|erfahrung|kenntnisse|mit|integrat\w+|configur\w+|microsoft|ms|google|aws|apache|hashicorp|oracle"
    r"|adobe)"
    r"(?:[:,]? (?:\w+ )?(?:in|with|of|on|using|for|the|is|are|as|and|to|mit|von)(?: (?:the|modern|both|either))?|:"
    r"| [-–])? ?[(\"“]?$"
)
CUE_AFTER = re.compile(
    r"[)\"”]?[ -/](?:develop|engineer|program|language|experience|skill|framework|knowledge|code|backend"
    r"|back[- ]end|services?\b|micro"
    r"|apps?\b|applications?\b|script|platform|dashboard|api|librar|ecosystem|stack|certifi|administ|admin\b"
    r"|integration|database|sdk"
    r"|server|cloud|workflows?\b|cli|packages?\b|components?\b|templates?\b|tests?\b|testing|modeling|models?\b"
    r"|expert|proficien|native"
    r"|crm|erp|\d)",
    re.IGNORECASE,
)
# A capital within a sentence, among words without: a name.
PROPER_BEFORE = re.compile(
    r"(?:\b(?:in|with|via|using|use|uses|on|through|into|from|to|like|our|and|or|of|for|including|within)|,) \(?$"
)
# Cities, seasons, days and people as well.
OF_OTHERS = frozenset(
    {
        "aurora",
        "cairo",
        "crystal",
        "delphi",
        "exchange",
        "jasmine",
        "julia",
        "maya",
        "move",
        "phoenix",
        "play",
        "railway",
        "ruby",
    }
    | {
        "spring",
        "square",
        "storm",
        "union",
        "eclipse",
        "sage",
        "wave",
        "puma",
        "near",
        "mode",
        "ash",
        "ada",
        "bolt",
        "front",
    }
)
PROPER_AFTER = re.compile(r"[)\"”]?(?:$|[.,;:)/!?]|['’]s\b|[ -](?![A-Z]))")
ADDRESS = re.compile(r"(?:://|www\.|@)\S*$")


@dataclass(slots=True)
class SkillMention:
    spelling: Spelling
    start: int
    end: int
    listed: bool = False
    """Stands beside another in a list."""


def _variants(spelling: Spelling) -> Iterator[tuple[str, Spelling]]:
    """With spaces or hyphens as joints."""
    words = spelling.exact or spelling.folded
    yield words, spelling
    if " " in words:
        yield words.replace(" ", "-"), spelling
    elif "-" in words and spelling.exact:
        yield words.replace("-", " "), spelling


_ANY = [pair for one in SPELLINGS if not one.exact for pair in _variants(one)]
_CASED = [pair for one in SPELLINGS if one.exact and len(one.folded) > 1 for pair in _variants(one)]
ANY_FINDER = finder([words for words, _ in _ANY], LONGEST)
CASED_FINDER = finder([words for words, _ in _CASED], LONGEST)


def mentions(text: str, lower: str) -> list[SkillMention]:
    """In the order of the text; where one lies within another only the longer."""
    found = [*_found(ANY_FINDER, _ANY, lower), *_found(CASED_FINDER, _CASED, text), *_letters(text)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[SkillMention] = []
    end = -1
    for one in found[:MOST]:
        if one.end > end:
            kept.append(one)
            end = one.end
    return list(_in_company(kept, text))


def _found(known: AhoCorasick, pairs: list[tuple[str, Spelling]], text: str) -> Iterator[SkillMention]:
    for index, start, end in known.find_matches_as_indexes(text):
        before, after = text[start - 1 : start], text[end : end + 2]
        if before.isalnum() or before in ("_", "@", "#", "$"):
            continue
        if after and (after[0].isalnum() or after[0] in "+#_@" or (after[0] == "." and after[1:].isalnum())):
            continue
        if before and before in "/." and ADDRESS.search(text[max(0, start - 60) : start]):
            continue
        yield SkillMention(pairs[index][1], start, end)


def _letters(text: str) -> Iterator[SkillMention]:
    for letter in LETTER.finditer(text):
        if not letter.start() or BEFORE_LETTER.match(text, letter.start() - 1):
            yield SkillMention(LETTERS[letter[0]], *letter.span())


def _in_company(found: list[SkillMention], text: str) -> Iterator[SkillMention]:
    """Doubtful ones stay beside a certain one in a list, or where words around tell that a tool is meant."""
    joined = [
        later.start - one.end <= 20 and JOINED.fullmatch(text, one.end, later.start) is not None
        for one, later in pairwise(found)
    ]
    for index, is_joined in enumerate(joined):
        if is_joined:
            found[index].listed = found[index + 1].listed = True
    sure = [not one.spelling.ambiguous for one in found]
    _spread(sure, joined)
    if not all(sure):
        sure = [is_sure or _told(one, text) for one, is_sure in zip(found, sure, strict=True)]
        _spread(sure, joined)
    return (one for one, is_sure in zip(found, sure, strict=True) if is_sure)


def _spread(sure: list[bool], joined: list[bool]) -> None:
    """Along lists, both ways."""
    for index in range(1, len(sure)):
        sure[index] = sure[index] or (joined[index - 1] and sure[index - 1])
    for index in range(len(sure) - 2, -1, -1):
        sure[index] = sure[index] or (joined[index] and sure[index + 1])


def _told(one: SkillMention, text: str) -> bool:
    """What is cheap to find out first: the words before take a search."""
    if CUE_AFTER.match(text, one.end):
        return True
    before = text[max(0, one.start - NEAR) : one.start]
    spelling = one.spelling
    may_be_proper = spelling.exact[:1].isupper() and len(spelling.folded) > 3 and spelling.folded not in OF_OTHERS
    if may_be_proper and PROPER_BEFORE.search(before[-12:]) and PROPER_AFTER.match(text, one.end):
        return True
    return CUE_BEFORE.search(before.lower()) is not None
