"""The openings of a listing: one vacancy offered in several places is open to more people than its leading ad says.

Postings of one source with different places are parallel openings, each with its own residence and pay. Postings of
other sources are copies of them: per opening the employer's own ad decides, else the most specific statement. A second
account that goes by the employer's name is another source like any.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from listings.boards.bounds import shortened
from listings.dedup.normalise import fold
from listings.lifecycle.own_ads import is_by_account
from listings.models import Posting
from listings.vocabulary.regions import expand

# A listing keeps all of its openings in one value, each with its place and the words for residence and pay.
MAX_OPENINGS, MAX_WORDING = 200, 500
DECIDED = ("residence", "salary")

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Opening:
    """`posting` leads it: its ad has the place and the link. `residence_from`, `salary_from`: who states these."""

    posting: Posting
    residence_from: Posting | None
    salary_from: Posting | None

    @property
    def residence(self) -> Any:
        return self.residence_from.facts["residence"] if self.residence_from else None

    @property
    def salary(self) -> Any:
        return self.salary_from.facts["salary"] if self.salary_from else None

    def as_json(self) -> dict[str, Any]:
        return {
            "posting": self.posting.pk,
            "place": shortened((self.posting.ad.get("location") or "").strip(), MAX_WORDING),
            "residence": self.residence,
            "salary": self.salary,
            "evidence": {
                fact: shortened(evidence_text(source, fact), MAX_WORDING)
                for fact, source in (("residence", self.residence_from), ("salary", self.salary_from))
                if source
            },
        }

    def facts(self) -> dict[str, Any]:
        """The leading ad's facts, with residence and pay as decided for the opening.

        A statement taken from another ad keeps its words; its spans would point into the wrong text.
        """
        # What lints refused is for the operator, beside the posting; readers get none of it.
        facts = {name: value for name, value in self.posting.facts.items() if name != "lints"}
        evidence, spans = dict(facts.get("evidence") or {}), dict(facts.get("spans") or {})
        for fact, source in (("residence", self.residence_from), ("salary", self.salary_from)):
            if source is None or source is self.posting:
                continue
            facts[fact] = source.facts[fact]
            evidence[fact] = evidence_text(source, fact)
            spans.pop(fact, None)
        return {**facts, "evidence": evidence, "spans": spans} if facts else facts


def find_openings(postings: Sequence[Posting], account: int | None) -> list[Opening]:
    """At least one. `postings`: the open ones of a listing, the leading one first, with their sources.

    `account`: the employer's, as `employers_account` returns it.
    """
    own = {posting.pk for posting in postings if account is not None and is_by_account(posting, account)}
    groups = _groups(postings, own)
    leading = next(group for group in groups if postings[0] in group)
    ordered = [leading, *(group for group in groups if group is not leading)]
    openings = [_decided(group, own) for group in ordered[:MAX_OPENINGS]]
    return [replace(openings[0], posting=postings[0]), *openings[1:]]


def evidence_text(posting: Posting, fact: str) -> str:
    """The ad's words for a fact; where a board's field states it, the field's content."""
    evidence: str = (posting.facts.get("evidence") or {}).get(fact, "")
    name = evidence.removeprefix("field:")
    if name == evidence:
        return evidence
    value = posting.ad.get(name)
    return ", ".join(value) if isinstance(value, list) else str(value or "").strip()


def _groups(postings: Sequence[Posting], own: Container[int]) -> list[list[Posting]]:
    reference = _reference_source(postings, own)
    parallel: dict[object, list[Posting]] = {}
    for posting in postings:
        if posting.source_id == reference:
            parallel.setdefault(_opening_key(posting), []).append(posting)
    groups = list(parallel.values())
    employer_decides = groups[0][0].pk in own
    for posting in postings:
        if posting.source_id != reference:
            best = max(groups, key=lambda group: _closeness(posting, group[0]))
            # An ad for a place that no other names is an opening too, unless the employer's own list denies it.
            if _closeness(posting, best[0]) > 0 or employer_decides:
                best.append(posting)
            else:
                groups.append([posting])
    return groups


def _reference_source(postings: Sequence[Posting], own: Container[int]) -> int:
    """The source whose postings are the openings: the employer's own, else the one that lists most of them."""
    if postings[0].pk in own:
        return postings[0].source_id
    sources: dict[int, list[Posting]] = {}
    for posting in postings:
        sources.setdefault(posting.source_id, []).append(posting)

    # max keeps the first of equals, and the leading posting's source comes first.
    return max(sources, key=lambda source: len({_opening_key(posting) for posting in sources[source]}))


def _opening_key(posting: Posting) -> tuple[str, str, str]:
    facts = posting.facts
    return fold(posting.ad.get("location") or ""), repr(facts.get("residence")), repr(facts.get("salary"))


def _closeness(copy: Posting, original: Posting) -> int:
    """How well an ad fits an opening as its copy; 0 where the two exclude each other."""
    if fold(copy.ad.get("location") or "") == fold(original.ad.get("location") or ""):
        return 4
    mine, theirs = (expand(posting.facts.get("residence")) for posting in (copy, original))
    if mine and mine == theirs:
        return 3
    if mine and theirs:
        return 2 if mine <= theirs or theirs <= mine else 0 if mine.isdisjoint(theirs) else 1
    return 1


def _decided(group: Sequence[Posting], own: Container[int]) -> Opening:
    # That of the reference source comes first.
    return Opening(group[0], _stating(group, own, "residence", _breadth), _stating(group, own, "salary", _vagueness))


def _stating(group: Sequence[Posting], own: Container[int], fact: str, rank: Callable[[Any], Any]) -> Posting | None:
    """Whose statement of the fact counts: the employer's own, else the one with the least rank."""
    stating = [posting for posting in group if posting.facts.get(fact)]
    employers = next((posting for posting in stating if posting.pk in own), None) if group[0].pk in own else None
    return employers or min(stating, key=lambda posting: rank(posting.facts[fact]), default=None)


def _breadth(residence: Facts) -> int:
    return len(expand(residence)) or 1_000


def _vagueness(salary: Facts) -> tuple[bool, bool, int]:
    bounds = [salary.get(name) for name in ("min", "max")]
    return not salary.get("currency"), not salary.get("period_stated", True), bounds.count(None)
