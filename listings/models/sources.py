from __future__ import annotations

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone

from listings.boards import BOARDS
from listings.boards.base import BadOptions, Board


def board_choices() -> list[tuple[str, str]]:
    return [(board.name, board.title) for board in BOARDS.values()]


class SourceQuerySet(models.QuerySet["Source"]):
    def due(self, now: datetime) -> SourceQuerySet:
        """Enabled, past their time, not leased, and of a board that we fetch."""
        fetched = models.Q(board__in=[board.name for board in BOARDS.values() if board.is_fetched])
        # Such a board is fetched only from an address that an admin has entered.
        behind_login = [board.name for board in BOARDS.values() if board.status == "login only"]
        fetched |= models.Q(board__in=behind_login, options__address__gt="")
        unleased = models.Q(lease_until=None) | models.Q(lease_until__lte=now)
        return self.filter(unleased, fetched, enabled=True, next_fetch_at__lte=now)

    def real(self) -> SourceQuerySet:
        return self.filter(is_sample=False)


class Source(models.Model):
    """A board with its options, schedule and health: what admins manage."""

    name = models.SlugField(max_length=80, unique=True, help_text="Short name, used on the command line.")
    board = models.CharField(max_length=40, choices=board_choices)
    options = models.JSONField(default=dict, blank=True, help_text="The board's own options, as a JSON object.")
    enabled = models.BooleanField(default=True)
    interval_minutes = models.PositiveIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text="Leave empty for the board's default. Never shorter than the publisher's terms allow.",
    )
    is_sample = models.BooleanField(default=False, editable=False)
    mirror = models.CharField(
        max_length=200, blank=True, editable=False, help_text="Loopback address requested instead of the board's own."
    )

    next_fetch_at = models.DateTimeField(default=timezone.now)
    lease_token = models.UUIDField(null=True, editable=False)
    lease_until = models.DateTimeField(null=True, editable=False)
    # Set by the first message of a lease, so that a repeated one begins nothing.
    lease_started = models.BooleanField(default=False, editable=False)
    cursor = models.JSONField(null=True, blank=True, editable=False)

    failures = models.PositiveIntegerField(default=0, editable=False, help_text="Failed fetches in a row.")
    last_ok_at = models.DateTimeField(null=True, editable=False)
    last_error = models.TextField(blank=True, editable=False)
    last_error_at = models.DateTimeField(null=True, editable=False)
    unhealthy_since = models.DateTimeField(null=True, editable=False, help_text="Set when the admins were notified.")
    # Of the facts: by which version the ads were read last that its snapshots hold and that were not kept.
    passed_over_version = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        indexes = [models.Index(fields=["next_fetch_at"], condition=models.Q(enabled=True), name="source_due")]

    def __str__(self) -> str:
        return self.name

    @property
    def board_config(self) -> Board:
        return BOARDS[self.board].configured(self.options)

    @property
    def publisher(self) -> str:
        """The publisher's name for readers. Made-up ads never carry a real board's name."""
        return "a made-up sample board" if self.is_sample else self.board_config.terms.link_text

    @property
    def interval(self) -> timedelta:
        """The admin's setting or the board's default, never shorter than the publisher's terms allow."""
        interval = timedelta(minutes=self.interval_minutes) if self.interval_minutes else self.board_config.interval
        return max(interval, self.board_config.terms.min_interval)

    def clean(self) -> None:
        if self.board not in BOARDS:
            return
        errors = {}
        try:
            if not isinstance(self.options, dict):
                raise BadOptions('Options are a JSON object, such as {} or {"token": "acme"}.')
            self.options = self.board_config.checked_options(self.options)
        except BadOptions as error:
            errors["options"] = str(error)
        if not errors and self._has_twin():
            errors["options"] = "Another source has the same board and options: every ad would come twice."
        if self.enabled and not self.board_config.is_fetched:
            errors["enabled"] = self.board_config.never_fetched_because
        shortest = self.board_config.terms.min_interval
        if self.interval_minutes and timedelta(minutes=self.interval_minutes) < shortest:
            minutes = int(shortest.total_seconds() // 60)
            errors["interval_minutes"] = f"{self.board_config.title} allows at most one fetch every {minutes} minutes."
        if errors:
            raise ValidationError(errors)

    def _has_twin(self) -> bool:
        same = self.board_config.identifying(self.options)
        others = Source.objects.filter(board=self.board, is_sample=self.is_sample).exclude(pk=self.pk)
        return any(
            self.board_config.identifying(options) == same for options in others.values_list("options", flat=True)
        )
