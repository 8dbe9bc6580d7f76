"""The addresses at which readers can apply for a job, in the order of trust."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from listings.facts.text import plain
from listings.models import Posting
from listings.web.addresses_to_apply import address_to_apply
from listings.web.job_detail import FoundOn, is_by_employer, of_speaking_source
from listings.web.mail_to_apply import mail_to_apply
from listings.web.site_urls import host_of, web_url


@dataclass(frozen=True, slots=True)
class ApplyLink:
    text: str
    address: str
    rel: str


def apply_buttons(postings: Sequence[Posting], ad: FoundOn | None) -> list[ApplyLink]:
    """The employer's form, if a posting of the employer's own names it, then `ad` on its board."""
    buttons = []
    for posting in of_speaking_source(postings):
        address = web_url(posting.textless_ad.apply_url) if is_by_employer(posting) else ""
        if address:
            buttons.append(ApplyLink(f"Apply at {host_of(address)}", address, "noopener nofollow"))
            break
    if ad and ad.address and ad.address not in [button.address for button in buttons]:
        verb = "Read the ad on" if buttons else "Apply through"
        buttons.append(ApplyLink(f"{verb} {ad.link_text}", ad.address, ad.rel))
    return buttons


def named_addresses(postings: Sequence[Posting], *, full_text: bool, shown: Iterable[ApplyLink]) -> list[ApplyLink]:
    """What the board that speaks for the job passes on from its ads: a web address, by the words for applying in the
    first text that may be shown, else by a field; and from that text a mail address to which people apply. Anybody
    can write these into an ad.
    """
    passed = {button.address for button in shown}
    html = html_of(postings[0]) if full_text and postings else ""
    passed_on = (posting for posting in of_speaking_source(postings) if not is_by_employer(posting))
    # "To apply: https://…" at the end of a board's ads leads to the board's own page.
    in_text = address_to_apply(html, {host_of(address) for address in passed})
    web = [in_text, *(web_url(posting.textless_ad.apply_url) for posting in passed_on)]
    addresses = [address for address in web if address and address not in passed][:1]
    links = [ApplyLink(host_of(address), address, "noopener nofollow") for address in addresses]
    mail = mail_to_apply(plain(html))
    return [*links, ApplyLink(mail, f"mailto:{mail}", "nofollow")] if mail else links


def html_of(posting: Posting) -> str:
    """That of a leading ad has been read with its listing; any other is read now."""
    leading = posting.listing.leading
    return leading.html if leading and leading.pk == posting.pk else posting.html
