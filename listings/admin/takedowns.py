"""Take-downs: a list with who, when and why, the page that takes something down, and the button that lifts it."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import SimpleListFilter
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from listings.admin.base import Admin, CappedPaginator, badge, log_on_listing
from listings.admin.confirmation import confirmation_page
from listings.admin.moments import moment
from listings.lifecycle import takedowns
from listings.lifecycle.refused import Refused
from listings.models import Company, Listing, Posting, Takedown

MAX_NOTE = 1000
TARGETS = {Takedown.Reach.LISTING: Listing, Takedown.Reach.POSTING: Posting, Takedown.Reach.COMPANY: Company}


class TakedownForm(forms.Form):
    reason = forms.ChoiceField(choices=Takedown.Ground.choices, widget=forms.Select(attrs={"class": "reason"}))
    note = forms.CharField(
        required=False,
        max_length=MAX_NOTE,
        widget=forms.Textarea(attrs={"rows": 3, "class": "reason"}),
        help_text="For other admins; readers do not see it.",
    )


class ActiveFilter(SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("active", "active"), ("lifted", "lifted")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Takedown]) -> QuerySet[Takedown]:
        state = self.value()
        return queryset.filter(lifted_at__isnull=state == "active") if state in ("active", "lifted") else queryset


@admin.register(Takedown)
class TakedownAdmin(Admin[Takedown]):
    buttons: ClassVar[dict[str, str]] = {"lift": "Lift", "take_down_again": "Take down again"}
    list_display: Any = ("what", "kind", "reason", "note", "by", "when", "state", "row_buttons")
    list_display_links = ("what",)
    list_filter = (ActiveFilter, "kind", "reason")
    list_select_related = ("listing", "posting", "company")
    list_per_page = 50
    list_before_template = "admin/takedown_list_top.html"
    list_after_template = "admin/button_form.html"
    search_fields = ("domain", "note", "listing__title", "company__name", "posting__url")
    sortable_by = ()
    show_full_result_count = False
    paginator = CappedPaginator
    fields: ClassVar[Any] = ("kind", "target_link", "reason", "note", "by", "when", "state")
    readonly_fields = fields

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.take_down_view)
        return [path("new/", view, name="listings_takedown_new"), *super().get_urls()]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Takedown | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Takedown | None = None) -> bool:
        return False

    def may_act(self, request: HttpRequest) -> bool:
        """Whoever may hide a listing."""
        return request.user.has_perm("listings.change_listing")

    def has_view_permission(self, request: HttpRequest, obj: Takedown | None = None) -> bool:
        return super().has_view_permission(request, obj) or self.may_act(request)

    def get_list_display(self, request: HttpRequest) -> Any:
        return self.list_display if self.may_act(request) else self.list_display[:-1]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"may_act": self.may_act(request), **(extra_context or {})})

    def buttons_for(self, row: Takedown) -> list[str]:
        return ["take_down_again"] if row.lifted_at else ["lift"]

    def lift(self, request: HttpRequest, takedown: Takedown) -> str:
        takedowns.lift(takedown, request.user.get_username())
        return "lifted; what it kept from readers is shown again, unless another take-down holds for it."

    def take_down_again(self, request: HttpRequest, takedown: Takedown) -> str:
        target = {name: getattr(takedown, name) for name in ("kind", "listing", "posting", "company", "domain")}
        again = Takedown(**target, reason=takedown.reason, note=takedown.note, by=request.user.get_username())
        takedowns.take_down(again)
        return "down again."

    def take_down_view(self, request: HttpRequest) -> HttpResponse:
        """Says what would disappear, and asks for the reason."""
        if not self.may_act(request):
            raise PermissionDenied
        try:
            takedown = _unsaved(request)
            if takedowns.is_down(takedown):
                raise Refused(f"{takedown} is already down.")
        except Refused as refused:
            self.message_user(request, str(refused), messages.WARNING)
            return redirect(self.address("changelist"))
        form = TakedownForm(request.POST if request.method == "POST" else None)
        page = self._page_of(takedown)
        if not form.is_valid():
            text = effect_text(takedown)
            title = f"Take down the {takedown.get_kind_display()} {takedown.target}"
            return confirmation_page(
                self, request, title=title, text=text, button="Take down", cancel_url=page, form=form
            )
        takedown.reason, takedown.note = form.cleaned_data["reason"], form.cleaned_data["note"]
        takedown.by = request.user.get_username()
        self.carry_out(request, takedown)
        return redirect(page)

    def carry_out(self, request: HttpRequest, takedown: Takedown) -> None:
        try:
            takedowns.take_down(takedown)
        except Refused as refused:
            self.message_user(request, f"{takedown}: {refused}", messages.WARNING)
            return
        because = f"{takedown.get_reason_display()}{f' ({takedown.note})' if takedown.note else ''}"
        self.log_addition(request, takedown, f"Taken down: {because}")
        if takedown.listing:
            log_on_listing(self, request, takedown.listing, f"Hidden: {because}")
        lead_back = format_html('<a href="{}">Lift it</a>', self.address("change", takedown.pk))
        text = format_html("{}: taken down; it stays down when it is fetched again. {}", takedown, lead_back)
        self.message_user(request, text, messages.SUCCESS)

    def _page_of(self, takedown: Takedown) -> str:
        """Where the admin came from."""
        return target_url(takedown) if takedown.kind != Takedown.Reach.DOMAIN else self.address("changelist")

    @admin.display(description="What")
    def what(self, takedown: Takedown) -> str:
        return takedown.target

    @admin.display(description="What")
    def target_link(self, takedown: Takedown) -> SafeString | str:
        url = target_url(takedown)
        return format_html('<a class="address" href="{}">{}</a>', url, takedown.target) if url else takedown.target

    @admin.display(description="When")
    def when(self, takedown: Takedown) -> SafeString | str:
        return moment(takedown.at)

    @admin.display(description="State")
    def state(self, takedown: Takedown) -> SafeString:
        if takedown.lifted_at is None:
            return badge("warn", "down")
        by = f" by {takedown.lifted_by}" if takedown.lifted_by else ""
        return format_html("{} <small>{}{}</small>", badge("quiet", "lifted"), moment(takedown.lifted_at), by)

    @admin.display(description="Actions")
    def row_buttons(self, takedown: Takedown) -> SafeString:
        return self.render_buttons(takedown, self.address("changelist"))


def new_url(kind: Takedown.Reach, target: object) -> str:
    """The page that takes this down; `target` is an id, or a domain."""
    return f"{reverse('admin:listings_takedown_new')}?{urlencode({kind.value: str(target)})}"


def target_url(takedown: Takedown) -> str:
    """The admin's page of what is down; "" for a domain."""
    listing_id = takedown.posting.listing_id if takedown.posting else takedown.listing_id
    if listing_id:
        return reverse("admin:listings_listing_change", args=[listing_id])
    return reverse("admin:listings_company_change", args=[takedown.company_id]) if takedown.company_id else ""


def _unsaved(request: HttpRequest) -> Takedown:
    """The take-down that the address of the page names. Raises Refused for what is no domain."""
    for kind, model in TARGETS.items():
        key = request.GET.get(kind.value, "")
        if key.isascii() and key.isdecimal():
            return Takedown(kind=kind, **{kind.value: get_object_or_404(model, pk=int(key[:18]))})
    if "domain" not in request.GET:
        raise Http404
    return Takedown(kind=Takedown.Reach.DOMAIN, domain=takedowns.domain_of(request.GET["domain"]))


def effect_text(takedown: Takedown) -> str:
    """What readers would no longer see."""
    effect = takedowns.effect(takedown)
    ads, jobs = _counted(effect.ads, "ad"), _counted(effect.hidden, "job")
    lines = [f"{jobs} with {ads} {'disappears' if effect.hidden == 1 else 'disappear'} from the site immediately."]
    if effect.kept:
        lines.append(f"{_counted(effect.kept, 'more job')} will be shown from other ads alone.")
    if takedown.is_rule:
        lines.append("Whatever is fetched of it from now on stays down, too.")
    else:
        lines.append("It stays hidden even if its ads are seen again.")
    return "\n".join([*lines, "You can lift this at any time."])


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
