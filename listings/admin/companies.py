from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.validators import URLValidator
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from unfold.widgets import UnfoldAdminTextInputWidget, UnfoldAdminURLInputWidget

from listings import operations
from listings.admin.base import Admin, CappedPaginator, ModelForm, render_fragment
from listings.admin.moments import moment, moment_of
from listings.models import Company, Listing

CREATED = moment_of("created_at")


class CompanyForm(ModelForm[Company]):
    name = forms.CharField(widget=UnfoldAdminTextInputWidget)
    url = forms.URLField(
        required=False,
        label="Website",
        assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
        widget=UnfoldAdminURLInputWidget,
    )

    class Meta:
        model = Company
        fields = ("name", "url")


@admin.register(Company)
class CompanyAdmin(Admin[Company]):
    form = CompanyForm
    list_display: Any = ("name", "url", "open_listings", CREATED)
    search_fields = ("name",)
    readonly_fields: ClassVar[Any] = ("named_by", "key", "slug", CREATED, "taken_down")
    fields: ClassVar[Any] = ("name", "url", *readonly_fields)
    buttons: ClassVar[dict[str, str]] = {"forget_description": "Name it as its boards do"}
    change_form_outer_before_template = "admin/company_page_buttons.html"
    # By id: the primary key then yields a page of a large table without sorting.
    ordering = ("-id",)
    list_per_page = 50
    show_full_result_count = False
    paginator = CappedPaginator

    def get_queryset(self, request: HttpRequest) -> QuerySet[Company]:
        # Per row of the page: a join with GROUP BY would count the listings of all companies first.
        listings = Listing.objects.open().filter(company=OuterRef("pk")).order_by().values("company")
        count = Subquery(listings.annotate(count=Count("pk")).values("count"), output_field=IntegerField())
        return super().get_queryset(request).annotate(open_count=Coalesce(count, 0))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Company | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Company, form: Any, change: bool) -> None:
        # Not obj.save(): the change must also reach the company's listings, and through them the index and feeds.
        operations.describe_company(obj, name=obj.name, url=obj.url)

    def buttons_for(self, row: Company) -> list[str]:
        return ["forget_description"] if row.described_at else []

    def forget_description(self, request: HttpRequest, company: Company) -> str:
        operations.forget_description(company)
        company.refresh_from_db()
        return f"its ads name it {company.name}."

    @admin.display(description="Named by")
    def named_by(self, company: Company) -> SafeString | str:
        if company.described_at is None:
            return "its ads: the name and address that most boards give it"
        return format_html("an admin, {}: ads change neither", moment(company.described_at))

    @admin.display(description="Open listings")
    def open_listings(self, company: Company) -> int:
        count: int = company.open_count  # type: ignore[attr-defined]  # annotated above
        return count

    @admin.display(description="Taken down")
    def taken_down(self, company: Company) -> SafeString | str:
        takedown = company.takedowns.active().first()
        return render_fragment("taken_down.html", takedown=takedown) if takedown else "no"
