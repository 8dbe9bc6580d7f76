"""What new ads may match: which listing each of them joins, and which it must not join."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Q

from listings.dedup import blocking
from listings.dedup.matching import MatchCandidate, Verdict, company_similarity, compare, opposition
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
    _texts: dict[Token, dict[tuple[str, bytes], MatchCandidate]] = field(default_factory=lambda: defaultdict(dict))

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
        self._texts[candidate.listing].setdefault((candidate.key[0], candidate.features.bins), candidate)

    def best(self, candidate: MatchCandidate, *, is_own: bool) -> BestMatch:
        """The best match; stops early at SURE. `is_own`: the ad is its employer's own."""
        matching: list[tuple[Verdict, MatchCandidate]] = []
        # By listing, and whether the match is of the ad's own source.
        refused: dict[tuple[Token, bool], bool] = {}
        for other in self.blocks.sharing(candidate):
            if is_own and other.listing in self.scams:
                continue
            verdict = compare(candidate, other)
            if not verdict.same:
                continue
            case = other.listing, other.key[0] == self.source
            if case not in refused:
                refused[case] = self._is_told_apart(candidate, other)
            if not refused[case]:
                matching.append((verdict, other))
                if verdict.score >= SURE:
                    break
        best = min(matching, key=lambda found: (-found[0].score, found[1].key), default=None)
        is_refused = any(refused.values())
        return BestMatch(best[1], best[0], is_refused) if best else BestMatch(is_refused=is_refused)

    def _is_told_apart(self, candidate: MatchCandidate, match: MatchCandidate) -> bool:
        """Whether the listing of the match holds another job: as one board says, or two that offer both at once."""
        looked_at: Counter[str] = Counter()
        for (source, _), other in self._texts[match.listing].items():
            looked_at[source] += 1
            if looked_at[source] > (MAX_OWN_TEXTS if source == self.source else MAX_TEXTS):
                continue
            verdict = opposition(candidate, other)
            if verdict and (verdict.apart or (source == self.source != match.key[0])):
                return True
        return False

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
