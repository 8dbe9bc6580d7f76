"""What pages and feeds show of one listing beside its facts: where it was found, how to apply, a summary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from listings.display.fact_rows import FactRow
from listings.display.fact_text import FACT_TEXTS, describe
from listings.facts.text import plain
from listings.lifecycle.own_ads import is_by_account
from listings.models import Listing, Posting
from listings.web.disagreements import Disagreements, disagreements, leading_first
from listings.web.site_urls import web_url

SUMMARY_LENGTH = 200
# Of a job that one board lists a thousand times, nobody reads every ad.
MAX_ADS_SHOWN = 50
# Characters.
MAX_QUOTED_PAY = 40


@dataclass(frozen=True, slots=True)
class FoundOn:
    """One ad of a listing. `rel` is that of the link, as the publisher's terms require.

    `differences` are the facts that the ad states otherwise than the leading one.
    """

    posting: Posting
    link_text: str
    address: str
    rel: str
    differences: tuple[FactRow, ...]


def found_on(listing: Listing) -> list[FoundOn]:
    """Every ad of the listing, the leading one first. Expects `postings` loaded, with their sources."""
    rows = differences(disagreements(listing))
    return [ad_of(posting, rows[posting.pk]) for posting in leading_first(listing)]


def ad_of(posting: Posting, differences: Iterable[FactRow] = ()) -> FoundOn:
    return FoundOn(
        posting=posting,
        link_text=posting.source.publisher,
        address=web_url(posting.url),
        rel="noopener" if posting.source.board_config.terms.followed_link else "noopener nofollow",
        differences=tuple(differences),
    )


def differences(differing: Disagreements) -> dict[int, list[FactRow]]:
    """Id of a posting → the facts that it states otherwise than the leading one."""
    rows: dict[int, list[FactRow]] = defaultdict(list)
    for fact, ((_, leading_value), *others) in differing.items():
        leading_text = describe({fact: leading_value}, fact)
        for posting, value in others:
            text = describe({fact: value}, fact)
            # Values can differ in parts that the text leaves out.
            if text != leading_text:
                rows[posting.pk].append(FactRow(FACT_TEXTS[fact].label, text, fact=fact))
    return rows


def apply_url(listing: Listing) -> str:
    """The employer's own address for applications, if an open ad of the source that speaks for the job states one."""
    postings = [posting for posting in leading_first(listing) if posting.closed_at is None]
    urls = (web_url(posting.textless_ad.apply_url) for posting in of_speaking_source(postings))
    return next(filter(None, urls), "")


def employer_address(listing: Listing) -> str:
    """The employer's web address as an operator wrote it, else as the leading ad states it; "" if neither does.

    Ads of other vacancies count for nothing: anybody may publish one under the employer's name.
    """
    if listing.company.described_at:
        return web_url(listing.company.url)
    return web_url(listing.leading.textless_ad.company_url) if listing.leading else ""


def of_speaking_source(postings: Sequence[Posting]) -> list[Posting]:
    """Those of the employer's first account, else the first posting alone: any other copy may be a stranger's, be it
    on the same board.
    """
    own = next(filter(is_by_employer, postings), None)
    return [posting for posting in postings if posting.source_id == own.source_id] if own else list(postings[:1])


def is_by_employer(posting: Posting) -> bool:
    """Whether it is of the account that speaks for the employer. Reads its source and its listing: load them."""
    return is_by_account(posting, posting.listing.account_id)


def full_text_allowed(listing: Listing) -> bool:
    return listing.leading is not None and listing.leading.source.board_config.terms.full_text


def summary(html: str, max_length: int = SUMMARY_LENGTH) -> str:
    """The beginning of an ad as plain text of at most `max_length` characters."""
    text = " ".join(plain(html, bullet="").split())
    if len(text) <= max_length:
        return text
    return text[: max_length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
