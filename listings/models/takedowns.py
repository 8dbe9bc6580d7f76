from __future__ import annotations

from django.db import models

MAX_DOMAIN = 253


class TakedownQuerySet(models.QuerySet["Takedown"]):
    def active(self) -> TakedownQuerySet:
        return self.filter(lifted_at=None)

    def rules(self) -> TakedownQuerySet:
        """Active ones that also hold for ads still to come."""
        return self.active().filter(kind__in=[Takedown.Reach.COMPANY, Takedown.Reach.DOMAIN])


class Takedown(models.Model):
    """An admin has taken a listing, an ad, an employer or a domain off the site. It stays off until this is lifted.

    `by` and `lifted_by` are user names: they outlive the accounts.
    """

    class Reach(models.TextChoices):
        LISTING = "listing", "job"
        POSTING = "posting", "ad"
        COMPANY = "company", "employer"
        DOMAIN = "domain", "domain"

    class Ground(models.TextChoices):
        LEGAL = "legal", "a legal request"
        SCAM = "scam", "a scam"
        EMPLOYER = "employer", "the employer's wish"
        PRIVACY = "privacy", "it names a person"
        OTHER = "other", "something else"

    kind = models.CharField(max_length=10, choices=Reach)
    listing = models.ForeignKey("Listing", on_delete=models.CASCADE, null=True, related_name="+")
    posting = models.ForeignKey("Posting", on_delete=models.CASCADE, null=True, related_name="+")
    company = models.ForeignKey("Company", on_delete=models.PROTECT, null=True, related_name="takedowns")
    domain = models.CharField(max_length=MAX_DOMAIN, blank=True, help_text="With its subdomains.")
    reason = models.CharField(max_length=10, choices=Ground)
    note = models.TextField(blank=True)
    by = models.CharField(max_length=150, blank=True)
    at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.CharField(max_length=150, blank=True)
    # False while ads still have to follow it: a killed process leaves the rest to maintenance.
    settled = models.BooleanField(default=False, editable=False)

    objects = TakedownQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = "take-down"

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.target}"

    @property
    def target(self) -> str:
        return self.domain or str(self.listing or self.posting or self.company)

    @property
    def is_rule(self) -> bool:
        """Whether it also holds for ads still to come."""
        return self.kind in (self.Reach.COMPANY, self.Reach.DOMAIN)
