"""An employer's name and web address as most boards have it, whichever ad came first.

Readers see the name. Of the address they see what an operator has made of it, or what a job's own ad states.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count

from listings.boards import BOARDS
from listings.dedup.normalise import company_key
from listings.lifecycle.companies import describe, symbols_in
from listings.lifecycle.lock import listings_lock
from listings.models import Change, Company, Listing, Posting

BATCH = 200
# Read of one batch, and kept of each employer in one source; the most frequent ones. An ad a spelling would otherwise
# fill the memory, and crowd out the spellings of other boards.
MAX_VARIANTS, MAX_OF_SOURCE = 50_000, 10
PLAIN_SIGNS = frozenset(" &.,'’-+/()")


@dataclass(slots=True)
class Support:
    """Who has it so. `votes`: one a source, two an employer's own board; an account there is soon opened, too."""

    votes: dict[int, int] = field(default_factory=dict)
    ads: int = 0

    def rank(self, text: str) -> tuple[int, int, int, int, bool, str]:
        """Lowest for the best. One source with many ads weighs less than two sources; a tie goes to plain writing.

        Symbols come before all: no key has them, so that "Acme 🅵🆁🅰🆄🅳" is one of Acme's spellings.
        """
        signs = sum(not letter.isalnum() and letter not in PLAIN_SIGNS for letter in text)
        return symbols_in(text), -sum(self.votes.values()), -self.ads, signs, text.isupper(), text


Variants = dict[int, dict[str, Support]]


def settle_names(since: datetime, now: datetime) -> int:
    """Settle name and address of each employer one of whose listings has changed since. Returns how many differ now.

    What an operator wrote stays.
    """
    changed = Change.objects.filter(at__gte=since).values("listing_id")
    touched = Listing.objects.filter(pk__in=changed).order_by().values("company")
    pks = list(Company.objects.filter(pk__in=touched, described_at=None).order_by("pk").values_list("pk", flat=True))
    settled = 0
    for start in range(0, len(pks), BATCH):
        with listings_lock():
            settled += describe(_settled(pks[start : start + BATCH]), now)
    return settled


def settle_name(company: Company, now: datetime) -> None:
    """Name it as its boards do, whoever described it before."""
    with listings_lock():
        Company.objects.filter(pk=company.pk).update(described_at=None)
        describe(_settled([company.pk]), now)


def _settled(pks: Sequence[int]) -> Iterator[tuple[Company, str, str]]:
    # Read within the lock: an operator may have described one meanwhile.
    companies = Company.objects.filter(described_at=None).in_bulk(pks)
    names, addresses = _variants(companies)
    for pk, company in companies.items():
        yield company, _best(names[pk], company.name), _best(addresses[pk], company.url)


def _variants(companies: Mapping[int, Company]) -> tuple[Variants, Variants]:
    """Spellings and addresses in the open ads of each company."""
    names: Variants = defaultdict(lambda: defaultdict(Support))
    addresses: Variants = defaultdict(lambda: defaultdict(Support))
    rows = (
        Posting.objects.open()
        .filter(listing__company__in=companies)
        .order_by()
        .values_list("listing__company", "ad__company", "ad__company_url", "source", "source__board")
        .annotate(ads=Count("pk"))
        .order_by("-ads")[:MAX_VARIANTS]
    )
    of_source: Counter[tuple[int, int]] = Counter()
    for pk, name, address, source, board, ads in rows.iterator():
        of_source[pk, source] += 1
        if of_source[pk, source] > MAX_OF_SOURCE:
            continue
        # Another board's ad of the same vacancy may name another employer, such as an agency.
        if company_key(name) != companies[pk].key:
            continue
        is_own = board in BOARDS and BOARDS[board].employers_own
        # A hiring system that gives no name leaves the token of the employer's list: "acme", "acmerobotics".
        is_token = name == name.casefold() and " " not in name
        _add(names[pk][name.strip()], source, ads, votes=2 if is_own and not is_token else 1)
        if address:
            _add(addresses[pk][address], source, ads, votes=2 if is_own else 1)
    return names, addresses


def _add(support: Support, source: int, ads: int, *, votes: int) -> None:
    support.votes[source] = votes
    support.ads += ads


def _best(variants: Mapping[str, Support], current: str) -> str:
    best = min(variants, key=lambda text: variants[text].rank(text), default=current)
    # The open ads may all be a stranger's, and the employer's own closed.
    return current if current and symbols_in(current) < symbols_in(best) else best
