"""Employers of the hiring systems: a list to search and filter, and a page for each."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin import RelatedFieldListFilter
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest

from listings.admin.health import EmployerHealthFilter
from listings.admin.source_form import duration_text
from listings.admin.source_rows import SourceRows
from listings.models import Employer, Source


class ChoosableSourceFilter(RelatedFieldListFilter):
    """Offers boards and hiring systems only. A link may still name an employer."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        choices: list[tuple[str, Any]] = field.get_choices(
            include_blank=False, ordering=("name",), limit_choices_to={"system": None, **self.narrower}
        )
        return choices

    narrower: ClassVar[dict[str, Any]] = {}


class SystemFilter(ChoosableSourceFilter):
    narrower: ClassVar[dict[str, Any]] = {"pk__in": Source.objects.systems()}


@admin.register(Employer)
class EmployerAdmin(SourceRows):
    list_display: Any = (
        "name",
        "state",
        "system",
        "last_success",
        "next_fetch",
        "how_often",
        "counts",
        "last_problem",
        "row_buttons",
    )
    list_filter: ClassVar[Any] = (EmployerHealthFilter, ("system", SystemFilter), "enabled")
    search_fields: ClassVar[Any] = ("name",)
    search_help_text = "By name, token or company"
    show_full_result_count = False
    readonly_fields: ClassVar[Any] = (*SourceRows.readonly_fields, "system", "how_often")
    fieldsets: ClassVar[Any] = (
        (None, {"fields": ("system", "name", "options", "enabled", "interval_minutes", "how_often", "board_limits")}),
        *SourceRows.fieldsets[1:],
    )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Source], search_term: str
    ) -> tuple[QuerySet[Source], bool]:
        term = search_term.strip()
        named = Q(name__icontains=term) | Q(options__token__icontains=term) | Q(options__company__icontains=term)
        return (queryset.filter(named) if term else queryset), False

    # Whoever may see or change sources may do so with those of employers.
    def has_view_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:
        return request.user.has_perm("listings.view_source") or self.has_change_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:
        return request.user.has_perm("listings.change_source")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """By its address, from a list, or with the directory of its system."""
        return False

    @admin.display(description="Looked at", ordering=F("look_every").asc(nulls_first=True))
    def how_often(self, employer: Employer) -> str:
        return f"every {duration_text(employer.interval)}" if employer.look_every else "not yet known"
