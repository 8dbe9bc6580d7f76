from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone

from listings.boards import BOARDS
from listings.boards.base import BadOptions, Board


def board_choices() -> list[tuple[str, str]]:
    return [(board.name, board.title) for board in BOARDS.values()]


# A hiring system's own row: its board reads one employer at a time, and it names none.
IS_SYSTEM = models.Q(
    system=None, board__in=[board.name for board in BOARDS.values() if board.is_hiring_system]
) & ~models.Q(options__has_key="token")


class SourceQuerySet(models.QuerySet["Source"]):
    def due(self, now: datetime) -> SourceQuerySet:
        """Enabled, past their time, not leased, and of a board that we fetch. An employer's system is enabled too."""
        fetched = models.Q(board__in=[board.name for board in BOARDS.values() if board.is_fetched])
        # Such a board is fetched only from an address that an admin has entered.
        behind_login = [board.name for board in BOARDS.values() if board.status == "login only"]
        fetched |= models.Q(board__in=behind_login, options__address__gt="")
        unleased = models.Q(lease_until=None) | models.Q(lease_until__lte=now)
        running = models.Q(system=None) | models.Q(system__enabled=True)
        due = self.filter(unleased, fetched, running, enabled=True, next_fetch_at__lte=now)
        return due.exclude(IS_SYSTEM)

    def real(self) -> SourceQuerySet:
        return self.filter(is_sample=False)

    def without_employers(self) -> SourceQuerySet:
        """Boards and hiring systems: the rows among which people choose, never tens of thousands."""
        return self.filter(system=None)

    def systems(self) -> SourceQuerySet:
        return self.filter(IS_SYSTEM)

    def fetchable(self) -> SourceQuerySet:
        """Boards and employers. A hiring system's own row is never fetched."""
        return self.exclude(IS_SYSTEM)


SourceManager = models.Manager.from_queryset(SourceQuerySet)


class EmployerManager(SourceManager["Source"]):
    def get_queryset(self) -> models.QuerySet[Source]:
        return super().get_queryset().filter(system__isnull=False)


class Source(models.Model):
    """A board with its options, schedule and health: what admins manage.

    A hiring system is a source without a token, and never fetched itself; each of its employers is a source below it.
    """

    name = models.SlugField(max_length=80, unique=True, help_text="Short name, used on the command line.")
    board = models.CharField(max_length=40, choices=board_choices)
    options = models.JSONField(default=dict, blank=True, help_text="The board's own options, as a JSON object.")
    system = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="employers",
        help_text="The hiring system of this employer. It is fetched only while both are enabled.",
    )
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

    look_every = models.DurationField(
        null=True, editable=False, help_text="An employer's time between two looks, by how often it changes."
    )
    gone_looks = models.PositiveSmallIntegerField(
        default=0, editable=False, help_text="Looks in a row at which an employer's list was not there (404)."
    )
    gone_since = models.DateTimeField(null=True, editable=False)
    # Never cleared: what has not been seen since then stays closed even when the employer's list is there again.
    died_at = models.DateTimeField(null=True, editable=False, help_text="When its list was last taken to be gone.")

    failures = models.PositiveIntegerField(default=0, editable=False, help_text="Failed fetches in a row.")
    last_ok_at = models.DateTimeField(null=True, editable=False)
    last_error = models.TextField(blank=True, editable=False)
    last_error_at = models.DateTimeField(null=True, editable=False)
    unhealthy_since = models.DateTimeField(null=True, editable=False, help_text="Set when the admins were notified.")
    # Of the facts: by which version the ads were read last that its snapshots hold and that were not kept.
    passed_over_version = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SourceManager()

    class Meta:
        ordering = ["name"]
        indexes = [
            models.Index(fields=["next_fetch_at"], condition=models.Q(enabled=True), name="source_due"),
            models.Index(
                fields=["system", "next_fetch_at"],
                condition=models.Q(enabled=True, system__isnull=False),
                name="employer_due",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def board_config(self) -> Board:
        return BOARDS[self.board].configured(self.options)

    @property
    def is_system(self) -> bool:
        """The same as IS_SYSTEM."""
        board = BOARDS.get(self.board)
        return self.system_id is None and board is not None and board.is_hiring_system and "token" not in self.options

    @property
    def is_dead(self) -> bool:
        """An employer whose list is gone. One that answers again is not dead any more."""
        return self.died_at is not None and (self.last_ok_at is None or self.last_ok_at < self.died_at)

    @property
    def publisher(self) -> str:
        """The publisher's name for readers. Made-up ads never carry a real board's name."""
        return "a made-up sample board" if self.is_sample else self.board_config.terms.link_text

    @property
    def interval(self) -> timedelta:
        """The admin's setting or the board's default, never shorter than the publisher's terms allow.

        An employer takes its system's, and is looked at more seldom the less it changes.
        """
        board = self.board_config
        minutes = self.interval_minutes or (self.system.interval_minutes if self.system else None)
        interval = timedelta(minutes=minutes) if minutes else board.interval
        return max(interval, board.terms.min_interval, self.look_every or timedelta())

    def clean(self) -> None:
        if self.board not in BOARDS:
            return
        errors = {}
        try:
            if not isinstance(self.options, dict):
                raise BadOptions('Options are a JSON object, such as {} or {"token": "acme"}.')
            # A new one without a token is a mistake: hiring systems are made with their first employer.
            if not (self.pk and self.is_system):
                self.options = self.board_config.checked_options(self.options)
        except BadOptions as error:
            errors["options"] = str(error)
        if not errors and self.twin():
            errors["options"] = "Another source has the same board and options: every ad would come twice."
        if self.enabled and not self.board_config.is_fetched:
            errors["enabled"] = self.board_config.never_fetched_because
        shortest = self.board_config.terms.min_interval
        if self.interval_minutes and timedelta(minutes=self.interval_minutes) < shortest:
            minutes = int(shortest.total_seconds() // 60)
            errors["interval_minutes"] = f"{self.board_config.title} allows at most one fetch every {minutes} minutes."
        if errors:
            raise ValidationError(errors)

    def twin(self) -> Source | None:
        """Another source that has the same ads."""
        same = self.board_config.identifying(self.options)
        others = Source.objects.filter(board=self.board, is_sample=self.is_sample).exclude(pk=self.pk)
        if self.is_system:
            return others.systems().first()
        # Of a system with thousands of employers, only the namesakes.
        if token := self.options.get("token"):
            others = others.filter(options__token=token)
        return next((other for other in others if self.board_config.identifying(other.options) == same), None)


class Employer(Source):
    """A source below its hiring system: one employer's list there, with a schedule and a health of its own."""

    objects: ClassVar[EmployerManager] = EmployerManager()

    class Meta:
        proxy = True
        ordering = ["name"]
