from __future__ import annotations

from datetime import datetime, timedelta
from functools import cached_property

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils import timezone

from listings.boards.base import Ad
from listings.boards.bounds import MAX_PLACE, MAX_TEXT, MAX_TITLE
from listings.models.bounded_fields import BoundedTextField
from listings.models.companies import Company
from listings.models.sources import Source

# A closed job's page stays that long: who follows an old link learns when and why it closed.
GONE_AFTER = timedelta(days=30)
# From here on readers are told that no board has shown the job lately.
UNSEEN_AFTER = timedelta(days=14)
# Ads of a listing that a page or a feed reads. A board may list one job under thousands of ids.
MAX_READ_POSTINGS = 500
# Of all listings of a page together: each of a hundred may have hundreds of ads.
MAX_READ_OF_PAGE = 2_000


class ListingQuerySet(models.QuerySet["Listing"]):
    def visible(self) -> ListingQuerySet:
        """Neither hidden by an admin nor merged into another."""
        return self.filter(hidden_at=None, merged_into=None)

    def open(self) -> ListingQuerySet:
        return self.visible().filter(closed_at=None)

    def real(self) -> ListingQuerySet:
        return self.filter(is_sample=False)

    def newest(self) -> ListingQuerySet:
        return self.order_by("-posted_at", "-id")

    def with_postings(self, together: int = 1) -> ListingQuerySet:
        """With everything that its page or a feed shows, in a fixed number of queries.

        Of its postings at most MAX_READ_POSTINGS: the leading one, then the open ones, those seen last first. Their
        texts stay unread, but for that of `leading`. `together`: how many listings share MAX_READ_OF_PAGE.
        """
        order = [
            models.Case(models.When(pk=models.F("listing__leading"), then=0), default=1).asc(),
            models.F("closed_at").desc(nulls_first=True),
            models.F("last_seen_at").desc(),
            models.F("pk").asc(),
        ]
        rank = models.Window(RowNumber(), partition_by="listing", order_by=order)
        # Fixed order: the page and the feed must not change when a posting is updated.
        postings = Posting.objects.shown().select_related("source").defer("html").order_by("first_seen_at", "id")
        # A slice would do the same, but not under the relation's own name.
        most = max(1, min(MAX_READ_POSTINGS, MAX_READ_OF_PAGE // max(1, together)))
        first = postings.alias(rank=rank).filter(rank__lte=most)
        return self.select_related("company", "leading__source").prefetch_related(models.Prefetch("postings", first))


class Listing(models.Model):
    """One vacancy as readers see it. Its own fields are derived from its postings by listings/lifecycle/refresh.py."""

    class Closed(models.TextChoices):
        EXPIRED = "expired", "its closing date has passed"
        GONE = "gone", "its board no longer lists it"
        PAGE_GONE = "page gone", "its page on the board is gone"
        AGED_OUT = "aged out", "it has not been seen for 45 days"
        BOARD_GONE = "board gone", "its employer's board is gone"
        NOT_REMOTE = "not remote", "it is no longer offered as remote work"
        NO_VACANCY = "no vacancy", "its ad offers no particular job"

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="listings")
    title = BoundedTextField(bound=MAX_TITLE)
    slug = models.SlugField(max_length=120)
    # NULL only for a listing that was merged into another: its postings are there now.
    leading = models.ForeignKey("Posting", on_delete=models.PROTECT, null=True, related_name="+")
    account = models.ForeignKey(
        Source,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        help_text="The employer's own on a hiring system, if it has or had an ad of this job there.",
    )
    # Copies of three facts as columns: the database filters by them while the index is being rebuilt.
    workplace = models.CharField(max_length=10, blank=True)
    category = models.CharField(max_length=20, blank=True)
    employment = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    facts = models.JSONField(default=dict, help_text="The leading posting's; residence and pay are its opening's.")
    openings = models.JSONField(
        default=list, blank=True, help_text="Only if there are several: place, residence and pay of each."
    )
    places = ArrayField(
        BoundedTextField(bound=MAX_PLACE),
        default=list,
        blank=True,
        help_text="Places of all postings, as their ads word them.",
    )
    is_sample = models.BooleanField(default=False)

    posted_at = models.DateTimeField(help_text="The earliest of its postings' dates.")
    first_seen_at = models.DateTimeField()
    reposted_at = models.DateTimeField(null=True, blank=True, help_text="When a board last published it with a new id.")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_reason = models.CharField(max_length=20, choices=Closed, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    takedown = models.ForeignKey(
        "Takedown", on_delete=models.SET_NULL, null=True, blank=True, related_name="listings", db_index=False
    )
    # PROTECT: every address that was ever published redirects along this chain.
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")
    changed_at = models.DateTimeField()

    objects = ListingQuerySet.as_manager()

    class Meta:
        ordering = ["-posted_at", "-id"]
        indexes = [
            # Partial: closed listings outnumber open ones before long, and no list of jobs reads them.
            models.Index(
                fields=["-posted_at", "-id"],
                condition=models.Q(closed_at=None, hidden_at=None, merged_into=None),
                name="listing_newest",
            ),
            models.Index(fields=["company", "-posted_at"], name="listing_by_company"),
            models.Index(fields=["takedown"], condition=models.Q(takedown__isnull=False), name="listing_taken_down"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("listings:listing", args=[self.pk, self.slug])

    @property
    def is_visible(self) -> bool:
        return self.hidden_at is None and self.merged_into_id is None

    @property
    def is_open(self) -> bool:
        return self.is_visible and self.closed_at is None

    @property
    def is_gone(self) -> bool:
        """Closed for so long that its page answers with 410."""
        return self.closed_at is not None and self.closed_at < timezone.now() - GONE_AFTER

    @property
    def ad_count(self) -> int:
        """How many ads readers may see of it. Reads `postings`: prefetch them."""
        count = len(self.postings.all())
        # Not through `self.postings`: what is prefetched narrows every further filter.
        return count if count < MAX_READ_POSTINGS else Posting.objects.shown().filter(listing=self).count()

    @property
    def last_seen_at(self) -> datetime:
        """When any board last showed it. Reads `postings`: prefetch them."""
        return max(posting.last_seen_at for posting in self.postings.all())

    @property
    def unseen_since(self) -> datetime | None:
        """When it was last seen, if it is open without a closing date and no board has shown it for two weeks."""
        postings = [posting for posting in self.postings.all() if posting.closed_at is None]
        if not self.is_open or not postings or any(posting.expires_at for posting in postings):
            return None
        return long_unseen(max(posting.last_seen_at for posting in postings))


def long_unseen(last_seen_at: datetime) -> datetime | None:
    return last_seen_at if last_seen_at < timezone.now() - UNSEEN_AFTER else None


# At least one fact that a lint refused.
STRUCK = models.Q(facts__contains={"lints": [{}]})


class PostingQuerySet(models.QuerySet["Posting"]):
    def open(self) -> PostingQuerySet:
        return self.filter(closed_at=None)

    def shown(self) -> PostingQuerySet:
        """Those that no take-down keeps from readers."""
        return self.filter(takedown=None)

    def struck(self) -> PostingQuerySet:
        """Those with a fact that a lint refused, by the partial index of the same condition."""
        return self.filter(STRUCK)


class Posting(models.Model):
    """An ad as we keep it: where it was found, when it was first and last seen, whether it is closed."""

    # PROTECT: deleting a source must not take its jobs away from readers unasked.
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="postings")
    external_id = models.TextField()
    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="postings")
    url = models.TextField()
    ad = models.JSONField(help_text="The ad as the board states it, without its html.")
    html = BoundedTextField(bound=MAX_TEXT, help_text="The description, sanitised as the board's terms ask.")
    facts = models.JSONField(default=dict)
    facts_version = models.PositiveIntegerField(default=0)
    # Of everything that the board states: an equal hash means that the ad needs no second look.
    content_hash = models.BinaryField(max_length=32)
    fingerprint = models.BinaryField(max_length=32, help_text="Company, title, place and text, folded.")

    posted_at = models.DateTimeField(help_text="First published date or first seen, the earlier one.")
    published_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    first_seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    last_checked_at = models.DateTimeField(null=True, help_text="When its own page was last requested.")
    missed = models.PositiveSmallIntegerField(default=0, help_text="Complete healthy fetches without it, in a row.")
    page_gone_at = models.DateTimeField(
        null=True, help_text="When its own page was found to be gone; cleared when the ad is read again."
    )
    closed_at = models.DateTimeField(null=True)
    closed_reason = models.CharField(max_length=20, choices=Listing.Closed, blank=True)
    takedown = models.ForeignKey(
        "Takedown", on_delete=models.SET_NULL, null=True, related_name="postings", db_index=False
    )

    objects = PostingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "external_id"], name="posting_once")]
        indexes = [
            models.Index(fields=["expires_at"], condition=models.Q(closed_at=None), name="posting_expiring"),
            models.Index(fields=["source", "last_seen_at"], condition=models.Q(closed_at=None), name="posting_unseen"),
            models.Index(fields=["source"], condition=models.Q(closed_at=None, missed__gte=2), name="posting_missed"),
            models.Index(fields=["source"], condition=STRUCK, name="posting_struck"),
            models.Index(fields=["takedown"], condition=models.Q(takedown__isnull=False), name="posting_taken_down"),
        ]

    def __str__(self) -> str:
        return self.url

    @property
    def workplace(self) -> str | None:
        workplace: str | None = self.facts.get("workplace")
        return workplace

    @property
    def rejection(self) -> str:
        """Why the newest reading takes the ad for no vacancy, in words for admins; "" if it is one."""
        reason: str = self.facts.get("rejection", "")
        return reason

    @cached_property
    def textless_ad(self) -> Ad:
        """The ad without its html, which many ads of a listing are read without."""
        return Ad.from_json(self.ad)

    @cached_property
    def as_ad(self) -> Ad:
        """The ad with its sanitised html."""
        return Ad.from_json({**self.ad, "html": self.html})


class Merge(models.Model):
    """Why a posting belongs to a listing that other postings made. `undone_at`: an admin separated them for good."""

    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="merges")
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="merges")
    made_from = models.ForeignKey(
        Listing,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        help_text="Its listing before the merge, if it had one.",
    )
    reason = models.TextField()
    scores = models.JSONField(default=dict, help_text="What was compared: score, title, text, place.")
    merged_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            # Undone merges stay as history, and a posting may collect several of these.
            models.UniqueConstraint(fields=["posting"], condition=models.Q(undone_at=None), name="merge_once_a_posting")
        ]

    def __str__(self) -> str:
        return self.reason
