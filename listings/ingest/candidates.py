"""What new ads may match: which listing each of them joins, and which it must not join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Q

from listings.dedup import blocking
from listings.dedup.matching import MatchCandidate, Verdict, closeness, company_similarity, compare, opposition
from listings.dedup.told_apart import is_told_apart_from
from listings.ingest.prepare import PreparedAd
from listings.lifecycle.scams import strangers_scams
from listings.models import KeepSeparate, Source

SURE = 0.99
MAX_COMPARED = 50
# Texts of a listing that are compared with an ad: of its own source, and of each other one, those seen first.
MAX_OWN_TEXTS, MAX_TEXTS = 1_000, 50

Token = int | tuple[str, str] | None


class BestMatch(NamedTuple):
    """`is_refused`: something else matches too, in a listing that holds what is told apart from the ad."""

    match: MatchCandidate | None = None
    verdict: Verdict | None = None
    is_refused: bool = False


@dataclass(slots=True)
class Candidates:
    """Kept postings, and the ads of this batch so far."""

    source: str
    blocks: blocking.Blocks = field(default_factory=blocking.Blocks)
    separated: set[int] = field(default_factory=set)
    scams: set[int] = field(default_factory=set)
    # By listing, then by source and signature: one of many ads with the same text is enough.
    _texts: dict[Token, dict[tuple[object, ...], MatchCandidate]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def load(cls, ads: Sequence[PreparedAd], source: Source) -> Candidates:
        candidates = cls(source.name)
        keys = {block for prepared in ads for block in prepared.features.blocks}
        kept = sorted(blocking.load_sharing(keys, is_sample=source.is_sample), key=lambda candidate: candidate.posting)
        for candidate in kept:
            candidates.add(candidate)
        postings = [candidate.posting for candidate in kept]
        listings = {candidate.listing for candidate in kept if isinstance(candidate.listing, int)}
        if len(kept) >= blocking.MAX_BLOCK:
            # Of such a block the oldest ads were left out, and those of this source may be among them.
            of_source = Q(posting__source=source, posting__listing__in=listings)
            for candidate in blocking.load_candidates(of_source & ~Q(posting__in=postings)):
                candidates._add_text(candidate)
        pairs = KeepSeparate.objects.filter(Q(first__in=postings) | Q(second__in=postings))
        candidates.separated = {posting for pair in pairs.values_list("first", "second") for posting in pair}
        candidates.scams = strangers_scams(listings)
        return candidates

    def add(self, candidate: MatchCandidate) -> None:
        """Its listing is known."""
        self.blocks.add(candidate)
        self._add_text(candidate)

    def _add_text(self, candidate: MatchCandidate) -> None:
        source, features = candidate.key[0], candidate.features
        texts = self._texts[candidate.listing]
        if source != self.source:
            texts.setdefault((source, features.bins), candidate)
            return
        # By all that tells them apart but the place: texts of one source so far apart are told apart anywhere. The last
        # of those with one text is the one that a repost follows.
        texts[source, features.bins, features.title, features.company, candidate.is_open] = candidate

    def best(self, candidate: MatchCandidate, *, is_own: bool) -> BestMatch:
        """The best match; stops early at SURE. `is_own`: the ad is its employer's own."""
        matching: list[tuple[Verdict, MatchCandidate]] = []
        refused: dict[Token, bool] = {}
        for other in self.blocks.sharing(candidate):
            if is_own and other.listing in self.scams:
                continue
            verdict = compare(candidate, other)
            if not verdict.same:
                continue
            if other.listing not in refused:
                refused[other.listing] = self._is_told_apart(candidate, other.listing)
            if not refused[other.listing]:
                matching.append((verdict, other))
                if verdict.score >= SURE:
                    break

        def best_first(match: tuple[Verdict, MatchCandidate]) -> tuple[object, ...]:
            verdict, other = match
            return -verdict.score, closeness(candidate, other, verdict), other.key

        best = min(matching, key=best_first, default=None)
        is_refused = any(refused.values())
        return BestMatch(best[1], best[0], is_refused) if best else BestMatch(is_refused=is_refused)

    def _is_told_apart(self, candidate: MatchCandidate, listing: Token) -> bool:
        """Whether the listing holds another job: as one board says, or two that offer both at once."""
        of_source: dict[str, list[MatchCandidate]] = defaultdict(list)
        for other in self._texts[listing].values():
            source = other.key[0]
            if len(of_source[source]) < (MAX_OWN_TEXTS if source == self.source else MAX_TEXTS):
                of_source[source].append(other)
        if is_told_apart_from(candidate, of_source.pop(self.source, [])):
            return True
        opposed = (opposition(candidate, other) for others in of_source.values() for other in others)
        return any(verdict and verdict.apart for verdict in opposed)

    def needs_clustering(self, candidate: MatchCandidate, match: MatchCandidate, verdict: Verdict) -> bool:
        """True if one match does not settle it: a bridge between listings or employers, a shortened copy, a separated
        posting.
        """
        if verdict.weak or self.blocks.is_crowded(candidate):
            return True
        sharing = list(self.blocks.sharing(candidate))
        if any(other.listing != match.listing or other.posting in self.separated for other in sharing):
            return True
        company = candidate.features.company
        if not all(company_similarity(company, other.features.company) for other in sharing):
            return True
        return any(compare(candidate, other).against for other in sharing[:MAX_COMPARED])
