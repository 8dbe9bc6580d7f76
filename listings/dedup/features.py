"""What identity compares of an ad. Pure, and read once for each version of an ad."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from listings.boards.base import Ad
from listings.dedup import title_places
from listings.dedup.minhash import number_of, signature
from listings.dedup.normalise import company_key
from listings.dedup.titles import Title, parted

HIRED_FOR = (
    "on behalf of our client", "on behalf of one of our", "on behalf of a client", "on behalf of a partner",
    "for one of our clients", "for one of our partner", "one of our clients is", "our client is", "for our client ",
    "our client a ", "is posted by jobgether", "einer unserer partner", "eine unserer partner", "unser mandant",
    "unserer mandanten", "unseren mandanten", "unseres mandanten", "unseren kunden suchen", "unser kunde ist",
    "im auftrag unseres kunden", "im kundenauftrag", "unsere partnerkanzlei",
)  # fmt: skip
"""An agency's words: the vacancy is another firm's, which these ads seldom name."""
COMPANY_BEGINS = 6
"""Letters by which an employer under a longer name ("blackline", "blacklinesystems") is found."""
AGENCY_LOOKED_AT = 20_000


@dataclass(frozen=True)
class MatchFeatures:
    """`places`: phrases of the board's field and of the title. `bins`, `size`: the text's signature."""

    company: str
    title: Title
    places: frozenset[str]
    bins: bytes
    size: int
    agency: bool
    blocks: tuple[int, ...]

    @cached_property
    def has_text(self) -> bool:
        return self.size > 0


def match_features(ad: Ad, folded_text: str) -> MatchFeatures:
    company = company_key(ad.company)
    location = ad.location or ""
    places = title_places.in_title(ad.title, location, folded_text)
    known = {word for phrase in (*places, *title_places.phrases(location)) for word in phrase.split()}
    title = parted(ad.title, frozenset(known))
    if not title.work:
        title = parted(ad.title)
    text = signature(folded_text)
    looked_at = folded_text[:AGENCY_LOOKED_AT]
    work = f"{' '.join(title.work)} {' '.join(sorted(title.levels))}"
    begins = company.removeprefix("the")[:COMPANY_BEGINS]
    named = (number_of(f"title {company} {work}"), number_of(f"begins {begins} {work}"))
    return MatchFeatures(
        company=company,
        title=title,
        places=title_places.phrases(location) | frozenset(title_places.ALIASES.get(place, place) for place in places),
        bins=text.bins,
        size=text.size,
        agency=any(words in looked_at for words in HIRED_FOR),
        blocks=(*named, *text.bands),
    )
