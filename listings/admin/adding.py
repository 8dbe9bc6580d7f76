"""A source by its address: what it is, ten of its ads, and what they state are shown before it is saved."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import URLValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.text import slugify

from listings.admin.base import Admin
from listings.fetching.preview import Preview, preview_source
from listings.models import Source
from listings.web import fact_text

LOOKED_AT = "listings.admin.adding"
AGAIN = "Look at it once more: what is asked for is not what was looked at."
VALID_SECONDS = 3600


class AddressForm(forms.Form):
    address = forms.URLField(
        label="Address", max_length=500, assume_scheme="https", validators=[URLValidator(schemes=["http", "https"])]
    )
    company = forms.CharField(label="Employer, where its ads do not name it", max_length=200, required=False)
    remote_only = forms.BooleanField(label="All its jobs are remote", required=False)
    enabled = forms.BooleanField(label="Fetch it from now on", required=False)


class AddingAdmin(Admin[Source]):
    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.add_by_address)
        return [path("by-address/", view, name="listings_source_by_address"), *super().get_urls()]

    def add_by_address(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = AddressForm(request.POST or None)
        trial: Preview | None = None
        if request.method == "POST" and form.is_valid():
            try:
                if "save" in request.POST:
                    return self._saved(request, form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                trial = preview_source(*asked(form.cleaned_data))
        words = {**self.admin_site.each_context(request), "title": "Add a source by its address", "form": form}
        return TemplateResponse(request, "admin/by_address.html", {**words, **shown(form, trial)})

    def _saved(self, request: HttpRequest, given: dict[str, Any]) -> HttpResponse:
        """What was looked at, without asking the publisher again."""
        try:
            seen = signing.loads(request.POST["save"], salt=LOOKED_AT, max_age=VALID_SECONDS)
        except signing.BadSignature as error:
            raise ValidationError(AGAIN) from error
        if seen["asked"] != list(asked(given)):
            raise ValidationError(AGAIN)
        source = Source(
            name=free_name(seen["board"], seen["options"]),
            board=seen["board"],
            options=seen["options"],
            enabled=given["enabled"],
        )
        source.full_clean()
        source.save()
        self.log_addition(request, source, f"By its address: {seen['why']}.")
        self.message_user(request, f"{source} was added{'' if source.enabled else ', paused'}.")
        return redirect(self.address("change", source.pk))


def asked(given: dict[str, Any]) -> tuple[str, str, bool]:
    """The address, the employer, whether all its jobs are remote."""
    return given["address"], given["company"], given["remote_only"]


def free_name(board: str, options: dict[str, str]) -> str:
    """ "feed-jobs-example"; with a number where it is taken."""
    own = options.get("token") or options.get("address", "").partition("://")[2]
    name = slugify(f"{board}-{own}".replace("/", "-").replace(".", "-"))[:70].strip("-")
    taken = set(Source.objects.filter(name__startswith=name).values_list("name", flat=True))
    return next(one for one in (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3))) if one not in taken)


def shown(form: AddressForm, trial: Preview | None) -> dict[str, Any]:
    if trial is None:
        return {}
    detected = trial.detected
    board = detected.board.configured(trial.options) if detected else None
    seen = detected and {
        "asked": asked(form.cleaned_data),
        "board": detected.board.name,
        "options": dict(trial.options),
        "why": detected.why,
    }
    return {
        "trial": trial,
        "seen": signing.dumps(seen, salt=LOOKED_AT) if seen and not trial.problem else "",
        "board": board,
        "terms": board.terms if board else None,
        "shortest": board.terms.min_interval if board else None,
        "coverage": [(fact_text.FACT_TEXTS[name].label, count) for name, count in trial.coverage],
        "ads": [
            (
                ad,
                [
                    (fact_text.FACT_TEXTS[name].label, fact_text.describe(read, name))
                    for name in fact_text.FACT_TEXTS
                    if read.get(name)
                ],
            )
            for ad, read in trial.ads
        ],
    }
