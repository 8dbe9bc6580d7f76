"""The grammar of one part of a title: which noun is its head, and what it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from listings.facts.category.phrases import BREAK, PhraseMatch, TitleToken, find_phrases
from listings.vocabulary.bounded_cache import bounded_cache
from listings.vocabulary.category_rules import PHRASES, PhraseKind

HEADS = {PhraseKind.TRADE, PhraseKind.LOOSE_TRADE, PhraseKind.ENGINEER, PhraseKind.HEAD}
TOPICS = {
    PhraseKind.TOPIC,
    PhraseKind.TECH,
    PhraseKind.TRADE,
    PhraseKind.ENGINEER,
    PhraseKind.LOOSE_TRADE,
    PhraseKind.LOOSE_TOPIC,
}
TECH = {PhraseKind.TECH, PhraseKind.LOOSE_TECH, PhraseKind.ENGINEERS_ONLY, PhraseKind.PLAIN_ENGINEER}
SURE_TECH = TECH - {PhraseKind.LOOSE_TECH}
TECH_AFTER = {PhraseKind.TECH, PhraseKind.LOOSE_TECH}
LOOSE = {PhraseKind.LOOSE_TOPIC, PhraseKind.LOOSE_TECH, PhraseKind.LOOSE_TRADE}
# As modifiers, words that name a topic come before the same words as a trade: "CRO specialist".
TOPIC_ORDER = (
    PhraseKind.TOPIC,
    PhraseKind.TECH,
    PhraseKind.ENGINEERS_ONLY,
    PhraseKind.PLAIN_ENGINEER,
    PhraseKind.TRADE,
)
JOINTS = frozenset(["&", "/", "+", "and", "or", "und", "oder", "et", "ou", "y", "e", "o", "og", "och", "i"])
# After these follows what the head is about.
OF = frozenset({
    "of", "for", "in", "on", "de", "do", "da", "dos", "das", "du", "des", "del", "della", "di", "d", "en", "em",
    "para", "pour", "per", "fur", "im", "von", "zum", "zur", "der", "ds", "w",
})  # fmt: skip
# After these follows something else: a place, an employer, a superior.
AWAY = frozenset({
    "to", "at", "with", "from", "by", "bei", "als", "as", "within", "reporting",
})  # fmt: skip

# Heads of those who run what stands before them.
RUNNING = frozenset({"manager", "director", "lead", "leader", "head"})
# Letters of a compound's first part.
MIN_FIRST_PART = 2
TOPIC_CATEGORIES = {
    phrase.text: phrase.category for phrase in PHRASES if phrase.kind in (PhraseKind.TOPIC, PhraseKind.TECH)
}


class CategoryMatch(NamedTuple):
    """A category, named by characters `start` to `end`.

    `sure`: by a trade, or a topic beside its head. Otherwise the board's own category comes first. `unproven`: an
    engineer of something unknown, who may make no software. `general`: the same, or one of "systems" and the like.
    """

    category: str
    start: int
    end: int
    sure: bool = True
    unproven: bool = False
    general: bool = False


class Part(NamedTuple):
    """A stretch of a title between separators: its tokens `start` to `end`, and the phrases within."""

    start: int
    end: int
    phrases: tuple[PhraseMatch, ...]


class PartParser:
    def __init__(self, tokens: Sequence[TitleToken], parts: Sequence[Part], part: Part) -> None:
        self.tokens, self.parts, self.part = tokens, parts, part

    def head_category(self) -> CategoryMatch | None:
        head = self._head()
        if head is None:
            return None
        if head.kind in (PhraseKind.TRADE, PhraseKind.LOOSE_TRADE):
            if longer := self._going_on(head) or self._trade_before(head):
                return self.quote(longer)
            return self.quote(self._joined_before(head) or head, sure=head.kind is PhraseKind.TRADE)
        return self._engineer(head) if head.kind is PhraseKind.ENGINEER else self._plain_head(head)

    def quote(self, phrase: PhraseMatch, *, sure: bool = True, unproven: bool = False) -> CategoryMatch:
        category = self._category(phrase)
        start, end = self.tokens[phrase.start].start, self.tokens[phrase.end - 1].end
        return CategoryMatch(category, start, end, sure, unproven)

    def topic(self, part: Part, start: int, end: int, kinds: Iterable[PhraseKind] = TOPICS) -> PhraseMatch | None:
        """The topic of the noun phrase at tokens `start` to `end`: its last one, or the first of several joined ones.

        General words ("operations") count only where there are no others.
        """
        within = [one for one in part.phrases if start <= one.start and one.end <= end and one.kind in kinds]
        for candidates in ([one for one in within if one.kind not in LOOSE], within):
            if candidates:
                joint = next(
                    (index for index in self._joints(start, end) if any(c.end <= index for c in candidates)), end
                )
                first = max((c for c in candidates if c.end <= joint or joint == end), key=_topic_rank)
                last = max(candidates, key=_topic_rank)
                if most := self._of_most(candidates, start, end):
                    return most
                return self._shared(first, last, joint) if first.end == joint < last.start else first
        return None

    def _of_most(self, candidates: Sequence[PhraseMatch], start: int, end: int) -> PhraseMatch | None:
        """The first topic of the kind that most of three or more joined ones have: "Cloud / Web / Robotics"."""
        joints = list(self._joints(start, end))
        if len(joints) < 2:
            return None
        bounds = [start, *joints, end]
        joined = [
            max(within, key=_topic_rank)
            for first, last in pairwise(bounds)
            if (within := [one for one in candidates if first <= one.start and one.end <= last])
        ]
        [(category, count)] = Counter(one.category for one in joined).most_common(1) or [(None, 0)]
        is_most = count * 2 > len(joints) + 1
        return next((one for one in joined if one.category == category), None) if is_most else None

    def _shared(self, first: PhraseMatch, last: PhraseMatch, joint: int) -> PhraseMatch:
        """The first of joined topics, with the last one's noun where both have it: "product & solutions marketing"."""
        words = [token.word for token in self.tokens[first.start : last.end]]
        if self._is_content(first):
            return last
        if last.end - joint <= 2:
            return first
        category = TOPIC_CATEGORIES.get(" ".join([*words[: joint - first.start], words[-1]]))
        return first._replace(category=category, kind=PhraseKind.TOPIC) if category else first

    def _head(self) -> PhraseMatch | None:
        """The last head before the first preposition after one, and before a joint after a whole role."""
        heads = [phrase for phrase in self.part.phrases if phrase.kind in HEADS]
        # "Customer Support (ENG)" is support in English.
        if not heads or [token.word for token in self.tokens[self.part.start : self.part.end]] == ["eng"]:
            return None
        zone = self.part.end
        for index in range(self.part.start, self.part.end):
            word = self.tokens[index].word
            ending = [head for head in heads if head.end <= index]
            if word in OF | AWAY and ending and not _is_inside(index, self.part.phrases):
                zone = index
                break
            last = [head for head in ending if head.end == index]
            if word in JOINTS and last and self._is_whole_role(max(last, key=_head_rank)):
                zone = index
                break
        return max((head for head in heads if head.start < zone), key=_head_rank, default=None)

    def _joined_before(self, head: PhraseMatch) -> PhraseMatch | None:
        """The topic that shares a head with a trade: "customer success" in "Customer Success & Marketing Manager"."""
        joint = head.start - 1
        if joint <= self.part.start or self.tokens[joint].word not in JOINTS or head.end - head.start < 2:
            return None
        if not any(
            one.end == head.end and one.start > head.start and one.kind is PhraseKind.HEAD for one in self.part.phrases
        ):
            return None
        topic = self.topic(self.part, self.part.start, joint)
        if topic is None or topic.end != joint or topic.kind not in (PhraseKind.TOPIC, PhraseKind.TECH):
            return None
        return None if self._is_content(topic) else topic

    def _is_content(self, topic: PhraseMatch) -> bool:
        """Whether the topic is "content" alone: what it is for, only the other topic says."""
        return topic.end - topic.start == 1 and self.tokens[topic.start].word == "content"

    def _going_on(self, head: PhraseMatch) -> PhraseMatch | None:
        """The topic whose first word ends a trade: "product marketing" in "VP Product Marketing"."""
        topics = (
            one for one in self.part.phrases if one.kind is PhraseKind.TOPIC and head.start < one.start < head.end
        )
        return max((one for one in topics if one.end > head.end), key=_topic_rank, default=None)

    def _trade_before(self, head: PhraseMatch) -> PhraseMatch | None:
        """The trade that a looser one only follows, as in "Data Analyst Technical Specialist"."""
        if head.kind is not PhraseKind.LOOSE_TRADE:
            return None
        before = [one for one in self.part.phrases if one.kind is PhraseKind.TRADE and one.end <= head.start]
        last = max(before, key=_head_rank, default=None)
        noise = [one for one in self.part.phrases if one.kind is PhraseKind.NOISE]
        is_next = last and all(_is_inside(index, noise) for index in range(last.end, head.start))
        return last if is_next else None

    def _is_whole_role(self, head: PhraseMatch) -> bool:
        if head.kind is PhraseKind.HEAD:
            return self.topic(self.part, self.part.start, head.start) is not None
        return head.kind is not PhraseKind.ENGINEER or bool(
            self.topic(self.part, self.part.start, head.start, SURE_TECH)
        )

    def _plain_head(self, head: PhraseMatch) -> CategoryMatch | None:
        before = self._inside(head) or self.topic(self.part, self.part.start, head.start)
        if before and before.kind not in LOOSE:
            # An "engineering intern" may draw bridges.
            return self.quote(before)._replace(general=before.kind is PhraseKind.ENGINEER)
        after = self._after(head, TOPICS)
        if after and after.kind not in LOOSE and not before:
            return self.quote(after)
        if before and before.end == head.start and self._runs_operations(before, head):
            return self.quote(before, sure=False)
        elsewhere = self._elsewhere(TOPICS)
        if elsewhere and elsewhere.kind not in LOOSE:
            is_next = self.part.end < elsewhere.start <= self._end_of_next_part()
            return self.quote(elsewhere, sure=not before and is_next and self._is_bare(head))
        if before and head.category == "operations" and before.category == "infrastructure":
            # An IT administrator runs machines, whichever words stand between.
            return self.quote(before, sure=self.tokens[head.start].word.startswith("admin"))
        # "Scientist – Assays, Validation": what follows in general words is no trade of a scientist.
        if loose := before or after or (elsewhere if head.category != "other" else None):
            return self.quote(loose, sure=False)
        # "Coordinator" alone is office work, an "account coordinator" may be anything.
        is_own = head.category and (head.category != "operations" or self._is_bare(head))
        return self.quote(head, sure=False) if is_own else None

    def _runs_operations(self, before: PhraseMatch, head: PhraseMatch) -> bool:
        """ "Operations Manager, Partnerships": who runs operations does, whatever they are the operations of."""
        return before.category == "operations" and self.tokens[head.end - 1].word in RUNNING

    def _inside(self, head: PhraseMatch) -> PhraseMatch | None:
        """What the first part of a compound says, as in "Vergabemanager"; nothing of "manager" by itself."""
        word = self.tokens[head.start].word
        if head.end - head.start > 1 or len(word) - head.width < MIN_FIRST_PART:
            return None
        kinds = TECH if head.kind is PhraseKind.ENGINEER else TOPICS
        topic = _topic_of_first_part(word[: -head.width].removesuffix("s"), frozenset(kinds))
        return topic._replace(start=head.start, end=head.end) if topic else None

    def _engineer(self, head: PhraseMatch) -> CategoryMatch:
        if inside := self._inside(head):
            return self._quote_tech(inside)
        if before := self.topic(self.part, self.part.start, head.start, TECH):
            physical = next((one for one in self._tech_before(head) if one.category == "other"), None)
            # "Electrical systems", "manufacturing quality": general words about things that are no software.
            is_ai = self.tokens[before.start].word in ("ai", "artificial")
            if physical and before.kind is PhraseKind.PLAIN_ENGINEER and not is_ai:
                before = physical
            nearest = max(self._tech_before(head), key=_topic_rank)
            if not physical and nearest.category == "quality":
                before = nearest
            return self._with_head(self._quote_tech(before), before, head)
        bare = self._is_bare(head)
        # "Engineering, DevOps & Product" is a list of departments.
        if self.tokens[head.start].word == "engineering" and head.end - head.start == 1:
            return self.quote(head, sure=len(self.parts) > 1)
        if after := self._after(head, TECH_AFTER) or self._elsewhere({PhraseKind.TECH}):
            return self.quote(after, sure=bare and after.kind is PhraseKind.TECH)
        return self.quote(head, sure=False, unproven=True)._replace(general=True)

    def _quote_tech(self, topic: PhraseMatch) -> CategoryMatch:
        is_loose = topic.kind is PhraseKind.LOOSE_TECH
        return self.quote(topic, sure=not is_loose)._replace(general=is_loose)

    def _with_head(self, match: CategoryMatch, before: PhraseMatch, head: PhraseMatch) -> CategoryMatch:
        """ "Staff Engineer" rather than "Staff", which says nothing of software by itself."""
        is_plain = before.kind is PhraseKind.PLAIN_ENGINEER and before.end == head.start
        return match._replace(end=self.tokens[head.end - 1].end) if is_plain else match

    def _tech_before(self, head: PhraseMatch) -> list[PhraseMatch]:
        return [one for one in self.part.phrases if one.end <= head.start and one.kind in TECH]

    def _after(self, head: PhraseMatch, kinds: Iterable[PhraseKind]) -> PhraseMatch | None:
        """The topic after the head, in the nearest of the phrases that prepositions divide."""
        start = head.end
        for index in range(head.end, self.part.end + 1):
            word = self.tokens[index].word if index < self.part.end else ""
            if index == self.part.end or word in OF or word in AWAY:
                if topic := self.topic(self.part, start, index, kinds):
                    return topic
                start = index + 1
            if word in AWAY:
                return None
        return None

    def _elsewhere(self, kinds: Iterable[PhraseKind]) -> PhraseMatch | None:
        others = (part for part in self.parts if part is not self.part)
        return next((topic for part in others if (topic := self.topic(part, part.start, part.end, kinds))), None)

    def _end_of_next_part(self) -> int:
        later = (index for index in range(self.part.end + 1, len(self.tokens)) if self.tokens[index].word == BREAK)
        return next(later, len(self.tokens))

    def _is_bare(self, head: PhraseMatch) -> bool:
        """Whether nothing but levels and the like stands before the head."""
        noise = [one for one in self.part.phrases if one.kind in (PhraseKind.NOISE, PhraseKind.HEAD)]
        return all(
            _is_inside(index, noise) or self.tokens[index].word in JOINTS | OF | AWAY
            for index in range(self.part.start, head.start)
        )

    def _joints(self, start: int, end: int) -> Iterator[int]:
        for index in range(start, end):
            if self.tokens[index].word in JOINTS and not _is_inside(index, self.part.phrases):
                yield index

    def _category(self, phrase: PhraseMatch) -> str:
        if phrase.kind is PhraseKind.ENGINEER:
            before = self.topic(self._part_of(phrase), self._part_of(phrase).start, phrase.start, TECH)
            return (before and before.category) or "engineering"
        return phrase.category or "other"

    def _part_of(self, phrase: PhraseMatch) -> Part:
        return next(part for part in self.parts if part.start <= phrase.start < part.end)


@bounded_cache(2048)
def _topic_of_first_part(word: str, kinds: frozenset[PhraseKind]) -> PhraseMatch | None:
    """The topic that the first part of a German compound names, without its linking "s"."""
    phrases = (phrase for text in (word, f"{word}s") for phrase in find_phrases([TitleToken(text, 0, len(text))]))
    return max((one for one in phrases if one.kind in kinds), key=_topic_rank, default=None)


def covers(phrase: PhraseMatch, other: PhraseMatch) -> bool:
    return phrase.start <= other.start and other.end <= phrase.end


def _is_inside(index: int, phrases: Iterable[PhraseMatch]) -> bool:
    return any(phrase.start <= index < phrase.end for phrase in phrases)


def _head_rank(phrase: PhraseMatch) -> tuple[int, int, int, int]:
    return phrase.end, phrase.end - phrase.start, phrase.width, -phrase.kind


def _topic_rank(phrase: PhraseMatch) -> tuple[int, int, int, int]:
    order = TOPIC_ORDER.index(phrase.kind) if phrase.kind in TOPIC_ORDER else len(TOPIC_ORDER)
    return phrase.end, phrase.end - phrase.start, phrase.width, -order
