"""What deduplication compares of an ad. Pure; computed once for each version of an ad."""

from __future__ import annotations

from dataclasses import dataclass

from listings.boards.base import Ad
from listings.dedup.minhash import block_key, signature
from listings.dedup.normalise import company_key
from listings.dedup.title_places import ALIASES, location_phrases, places_in_title
from listings.dedup.titles import Title, parse_title

# The wording of recruitment agencies. Their ads seldom name the employer, so equal texts may be for two clients.
AGENCY_PHRASES = (
    "on behalf of our client", "on behalf of one of our", "on behalf of a client", "on behalf of a partner",
    "for one of our clients", "for one of our partner", "one of our clients is", "our client is", "for our client ",
    "our client a ", "is posted by jobgether", "einer unserer partner", "eine unserer partner", "unser mandant",
    "unserer mandanten", "unseren mandanten", "unseres mandanten", "unseren kunden suchen", "unser kunde ist",
    "im auftrag unseres kunden", "im kundenauftrag", "unsere partnerkanzlei",
)  # fmt: skip
MAX_AGENCY_SEARCH = 20_000
COMPANY_PREFIX_LENGTH = 6


@dataclass(frozen=True)
class MatchFeatures:
    """`places`: phrases of the location field and the title. `bins` and `size`: the text's MinHash signature.

    `blocks`: signed 64-bit keys; only ads that share one are compared.
    """

    company: str
    title: Title
    places: frozenset[str]
    bins: bytes
    size: int
    agency: bool
    blocks: tuple[int, ...]


def match_features(ad: Ad, folded_text: str) -> MatchFeatures:
    """`folded_text`: the ad's whole text, as `normalise.fold` returns it."""
    company = company_key(ad.company)
    location = ad.location or ""
    located, titled = location_phrases(location), places_in_title(ad.title, location, folded_text)
    title = parse_title(ad.title, frozenset(word for phrase in located | titled for word in phrase.split()))
    if not title.work:
        # A title of places alone, such as "Paris Office": without its words it would equal every other of that kind.
        title = parse_title(ad.title)
    text = signature(folded_text)
    work = f"{' '.join(title.work)} {' '.join(sorted(title.levels))}"
    # Brings "blackline" and "blacklinesystems" together.
    prefix = company.removeprefix("the")[:COMPANY_PREFIX_LENGTH]
    # Keys are stored: a change to these strings needs a new normalise.VERSION.
    blocks = (block_key(f"title {company} {work}"), block_key(f"begins {prefix} {work}"), *text.bands)
    return MatchFeatures(
        company=company,
        title=title,
        places=located | frozenset(ALIASES.get(place, place) for place in titled),
        bins=text.bins,
        size=text.size,
        agency=any(phrase in folded_text[:MAX_AGENCY_SEARCH] for phrase in AGENCY_PHRASES),
        blocks=blocks,
    )
