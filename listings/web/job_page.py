"""The page of a job as one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any

from django.conf import settings
from django.template.defaultfilters import truncatechars
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from listings.display import fact_rows, fact_text
from listings.display.fact_rows import FactRow
from listings.facts.text import plain
from listings.models import Fetch, LedgerRow, Listing, Posting
from listings.search.query.situation import Situation
from listings.web import job_detail, still_open
from listings.web.card_places import CardPlaces
from listings.web.card_towns import with_towns
from listings.web.date_text import is_old
from listings.web.evidence_marks import mark_evidence
from listings.web.history import HistoryEntry, history, ledger_rows
from listings.web.job_detail import FoundOn
from listings.web.opening_rows import OpeningRow, ad_names, opening_rows
from listings.web.openings import MAX_NAMED, JobOpening, best_opening, other_places, parse_openings, pay_differs
from listings.web.personal_fit import PersonalFit, personal_fit
from listings.web.related_jobs import RelatedJobs, related_jobs
from listings.web.site_urls import absolute
from listings.web.still_open import ApplyBy, Reposts
from listings.web.structured_data import in_script, job_posting
from listings.web.title_text import calm_title
from listings.web.ways_to_apply import ApplyLink, apply_buttons, named_addresses


@dataclass(frozen=True)
class JobPage:
    """What templates/jobs/listing.html shows of a listing to a reader. Expects one from `with_postings()`."""

    listing: Listing
    situation: Situation

    @cached_property
    def facts(self) -> list[FactRow]:
        leading = next((opening for opening in self.openings if opening.posting_id == self.listing.leading_id), None)
        others = other_places(self.openings, leading) if leading else []
        rows = fact_rows.fact_rows(self.listing)
        return [fact_rows.with_other_places(row, others) if row.fact == "residence" else row for row in rows]

    @property
    def stated_facts(self) -> list[FactRow]:
        return [row for row in self.facts if row.text or row.quote]

    @property
    def missing_facts(self) -> str:
        return fact_rows.missing_facts(self.facts)

    @property
    def key_places(self) -> CardPlaces:
        """Those of the opening that fits the reader best, then where the others are, as on a card."""
        facts, opening = self._facts_for_reader, self.best_opening
        residence = facts.get("residence")
        shown = fact_text.residence(residence, MAX_NAMED) if residence else ""
        elsewhere = tuple(other_places(self.openings, opening)) if opening else ()
        place_text = opening.place if opening else self._location or self._residence_row.quote
        return with_towns(CardPlaces(shown, elsewhere), place_text, facts, elsewhere)

    @property
    def _location(self) -> str:
        """The board's words for the place."""
        leading = self.listing.leading
        return (leading.textless_ad.location or "") if leading else ""

    @property
    def _residence_row(self) -> FactRow:
        return next(row for row in self.facts if row.fact == "residence")

    @property
    def key_facts(self) -> list[str]:
        salary = next(row for row in self.facts if row.fact == "salary")
        # Of several openings each states its own.
        opening = self.best_opening
        quote = "" if opening or salary.text else fact_rows.quoted_amount(salary.quote)
        pay_place = opening.name if opening and pay_differs(self.openings, opening) else ""
        quote = truncatechars(quote, job_detail.MAX_QUOTED_PAY)
        return fact_rows.key_facts(self._facts_for_reader, quote, pay_place)

    @cached_property
    def found_on(self) -> list[FoundOn]:
        """Every ad, the leading one first."""
        return job_detail.found_on(self.listing)

    @property
    def ads_shown(self) -> list[FoundOn]:
        return self.found_on[: job_detail.MAX_ADS_SHOWN]

    @cached_property
    def ad_names(self) -> dict[int, str]:
        return ad_names(self.ads_shown)

    @cached_property
    def openings(self) -> list[JobOpening]:
        """[] if there is only one."""
        return parse_openings(self.listing.openings)

    @cached_property
    def best_opening(self) -> JobOpening | None:
        return best_opening(self.openings, self.situation, self.listing.facts) if self.openings else None

    @property
    def _facts_for_reader(self) -> dict[str, Any]:
        """Those of the listing, with place and pay of the opening that fits the reader best."""
        opening = self.best_opening
        facts: dict[str, Any] = dict(self.listing.facts)
        if opening is not None:
            facts |= {"residence": opening.residence, "salary": opening.salary}
        return facts

    @cached_property
    def opening_rows(self) -> list[OpeningRow]:
        return opening_rows(self.openings, self.found_on, self.listing.facts, self.situation)

    @cached_property
    def ad_to_apply(self) -> FoundOn | None:
        """The ad that the reader is sent to: that of the opening that fits them, else the leading one."""
        for ad in self.found_on:
            if self.best_opening is None or ad.posting.pk == self.best_opening.posting_id:
                return ad
        # Of very many ads not all have been read.
        pk = self.best_opening.posting_id if self.best_opening else None
        unread = Posting.objects.shown().select_related("source").filter(pk=pk).first() if pk else None
        return job_detail.ad_of(unread) if unread else None

    @cached_property
    def _postings_to_apply(self) -> list[Posting]:
        """The open ones, the leading one first. Of several openings only one: another's form is another vacancy's."""
        if self.best_opening is not None:
            return [self.ad_to_apply.posting] if self.ad_to_apply else []
        return [ad.posting for ad in self.found_on if ad.posting.closed_at is None]

    @cached_property
    def apply_buttons(self) -> list[ApplyLink]:
        return apply_buttons(self._postings_to_apply, self.ad_to_apply) if self.listing.is_open else []

    @cached_property
    def named_addresses(self) -> list[ApplyLink]:
        if not self.listing.is_open:
            return []
        return named_addresses(self._postings_to_apply, full_text=self.shows_full_text, shown=self.apply_buttons)

    @cached_property
    def _ledger(self) -> list[LedgerRow]:
        return ledger_rows(self.listing)

    @cached_property
    def reposts(self) -> Reposts:
        return still_open.reposts(self.listing, self._ledger)

    @cached_property
    def apply_by(self) -> ApplyBy | None:
        return still_open.apply_by(self.listing)

    @cached_property
    def closed_employer_ad(self) -> Posting | None:
        return still_open.closed_employer_ad(self.listing)

    @property
    def age(self) -> str:
        """For how long it has been open, or was, as "15 months"; "" for less than a day."""
        return still_open.age_in_words(still_open.days_open(self.listing))

    @property
    def is_old(self) -> bool:
        return self.listing.is_open and is_old(self.listing.posted_at)

    @cached_property
    def shows_full_text(self) -> bool:
        return job_detail.full_text_allowed(self.listing)

    @cached_property
    def _marked_text(self) -> tuple[str, dict[str, str]]:
        if not self.shows_full_text or self.listing.leading is None:
            return "", {}
        html = self.listing.leading.html
        return mark_evidence(plain(html), html, self.listing.facts.get("spans", {}))

    @property
    def html(self) -> SafeString:
        """The text of the leading ad, its evidence marked; "" if the terms do not allow to show it."""
        return mark_safe(self._marked_text[0])  # noqa: S308 - listings/ingest/sanitise.py had the last word

    @property
    def anchors(self) -> dict[str, str]:
        """Fact → id of its first mark in `html`."""
        return self._marked_text[1]

    @cached_property
    def summary(self) -> str:
        return job_detail.summary(self.listing.leading.html) if self.listing.leading else ""

    @cached_property
    def structured_data(self) -> SafeString | None:
        markup = job_posting(self.listing)
        return in_script(markup) if markup else None

    @cached_property
    def history(self) -> list[HistoryEntry]:
        return history(self.listing, self._ledger, full_text=self.shows_full_text)

    @cached_property
    def check_count(self) -> int:
        """How often its boards answered since it was first seen, as far back as fetches are kept."""
        sources = {posting.source_id for posting in self.listing.postings.all()}
        fetches = Fetch.objects.good().filter(source__in=sources, started_at__gte=self.listing.first_seen_at)
        return fetches.count()

    @property
    def check_days(self) -> int:
        """The days for which fetches are kept; 0 if it was first seen within them."""
        is_older = self.listing.first_seen_at < timezone.now() - timedelta(days=settings.FETCH_DAYS)
        return settings.FETCH_DAYS if is_older else 0

    @cached_property
    def personal_fit(self) -> PersonalFit | None:
        if self.best_opening is not None:
            return personal_fit(self._facts_for_reader, self.situation, self.best_opening.quote)
        return personal_fit(self.listing.facts, self.situation, self._residence_row.quote)

    @cached_property
    def related(self) -> RelatedJobs:
        return related_jobs(self.listing, self.situation)

    @property
    def heading(self) -> str:
        return calm_title(self.listing.title, self.listing.company.name)

    @property
    def title(self) -> str:
        return f"{self.heading}, {self.listing.company.name}"

    @property
    def canonical(self) -> str:
        return absolute(self.listing.get_absolute_url())

    @property
    def share_image(self) -> str:
        return absolute(f"/jobs/{self.listing.pk}/share.png")
