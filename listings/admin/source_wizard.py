"""Adds a source by its URL: the board is detected, and ten ads with their facts are shown before anything is saved."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import URLValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.text import slugify

from listings.admin.base import Admin, badge
from listings.admin.fact_sheet import ad_sheet, fact_label
from listings.admin.health import health
from listings.admin.waiting import waits_for
from listings.boards.detect import Detection, by_address
from listings.fetching import employer_sources
from listings.fetching.preview import Preview, preview_source
from listings.models import Source

SALT = "listings.admin.source_wizard"
STALE = "The form has changed since the preview, or an hour has passed. Preview it again."
VALID_SECONDS = 3600


class SourceUrlForm(forms.Form):
    address = forms.URLField(
        label="URL",
        max_length=500,
        assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
        # A browser's own field for URLs refuses those without https://.
        widget=forms.TextInput(attrs={"inputmode": "url", "placeholder": "https://"}),
    )
    company = forms.CharField(label="Employer, if the ads do not name it", max_length=200, required=False)
    remote_only = forms.BooleanField(label="All its jobs are remote", required=False)
    enabled = forms.BooleanField(label="Start fetching right away", required=False)


class SourceWizardAdmin(Admin[Source]):
    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.add_by_address)
        return [path("by-address/", view, name="listings_source_by_address"), *super().get_urls()]

    def add_by_address(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = SourceUrlForm(request.POST or None)
        preview: Preview | None = None
        known: Source | None = None
        if request.method == "POST" and form.is_valid():
            try:
                if "save" in request.POST:
                    return self._save(request, form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                arguments = preview_arguments(form.cleaned_data)
                # Nobody is asked about what is there already.
                known = existing_source(by_address(*arguments[:2]), arguments[0])
                preview = None if known else preview_source(*arguments)
                known = known or existing_source(preview.detected if preview else None)
        context = {**self.admin_site.each_context(request), "title": "Add a source by its URL", "form": form}
        if known:
            context |= self._known_context(request, known)
        return TemplateResponse(request, "admin/source_wizard.html", {**context, **preview_context(form, preview)})

    def _known_context(self, request: HttpRequest, known: Source) -> dict[str, Any]:
        may_act = self.has_change_permission(request)
        return {
            "known": known,
            "state": badge(*health(known)),
            "waits_for": waits_for(known),
            "buttons": self.render_buttons(known, page_of(known)) if may_act else "",
            "known_url": page_of(known),
        }

    def _save(self, request: HttpRequest, data: dict[str, Any]) -> HttpResponse:
        """Saves what was previewed, without another request to the publisher."""
        try:
            previewed = signing.loads(request.POST["save"], salt=SALT, max_age=VALID_SECONDS)
        except signing.BadSignature as error:
            raise ValidationError(STALE) from error
        # JSON has no tuples.
        if previewed["arguments"] != list(preview_arguments(data)):
            raise ValidationError(STALE)
        source = Source(
            name=free_name(previewed["board"], previewed["options"]),
            board=previewed["board"],
            options=previewed["options"],
            enabled=data["enabled"],
        )
        source.full_clean()
        source.save()
        employer_sources.put_below_system(source)
        self.log_addition(request, source, f"Added by its URL: {previewed['reason']}.")
        state = " and is paused" if not source.enabled else ""
        text = format_html("{} was added{}. It waits: {}.", source, state, waits_for(source))
        self.message_user(request, text)
        return redirect(page_of(source))


def page_of(source: Source) -> str:
    return reverse(f"admin:listings_{'employer' if source.system_id else 'source'}_change", args=[source.pk])


def existing_source(detected: Detection | None, address: str = "") -> Source | None:
    """The source that has the detected board's ads, or that reads this very address."""
    if detected:
        return Source(board=detected.board.name, options=dict(detected.options)).twin()
    same = {address, address.rstrip("/"), f"{address.rstrip('/')}/"}
    return Source.objects.real().filter(options__address__in=same).first() if address else None


def preview_arguments(data: dict[str, Any]) -> tuple[str, str, bool]:
    """URL, employer, and whether all its jobs are remote: what the preview depends on."""
    return data["address"], data["company"], data["remote_only"]


def free_name(board: str, options: dict[str, str]) -> str:
    """ "feed-jobs-example", with a number if that is taken."""
    identifier = options.get("token") or options.get("address", "").partition("://")[2]
    name = slugify(f"{board}-{identifier}".replace("/", "-").replace(".", "-"))[:70].strip("-")
    taken = set(Source.objects.filter(name__startswith=name).values_list("name", flat=True))
    numbered = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return next(candidate for candidate in (name, *numbered) if candidate not in taken)


def preview_context(form: SourceUrlForm, preview: Preview | None) -> dict[str, Any]:
    if preview is None:
        return {}
    detected = preview.detected
    board = detected.board.configured(preview.options) if detected else None
    # Signed and sent along with the form: saving then neither trusts the browser nor asks the publisher again.
    previewed = detected and {
        "arguments": preview_arguments(form.cleaned_data),
        "board": detected.board.name,
        "options": dict(preview.options),
        "reason": detected.why,
    }
    return {
        "preview": preview,
        "signed_preview": signing.dumps(previewed, salt=SALT) if previewed and not preview.problem else "",
        "board": board,
        "terms": board.terms if board else None,
        "min_interval": board.terms.min_interval if board else None,
        "coverage": [(fact_label(name), count) for name, count in preview.coverage],
        "ads": [(ad, ad_sheet(facts, ad)) for ad, facts in preview.ads],
    }
