"""Filters of the listings' page. None shows counts: each would be a query over all listings."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest

from listings.boards import BOARDS
from listings.models import Listing, Posting
from listings.vocabulary.categories import CATEGORIES

STATES = {
    "open": Q(closed_at=None, hidden_at=None, merged_into=None),
    "closed": Q(closed_at__isnull=False),
    "hidden": Q(hidden_at__isnull=False),
    "merged": Q(merged_into__isnull=False),
}


class StateFilter(SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, name) for name in STATES]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Listing]) -> QuerySet[Listing]:
        condition = STATES.get(self.value() or "")
        return queryset.filter(condition) if condition else queryset


class CategoryFilter(SimpleListFilter):
    title = "category"
    parameter_name = "category"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*CATEGORIES.items(), ("none", "Not stated")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Listing]) -> QuerySet[Listing]:
        value = self.value()
        return queryset.filter(category="" if value == "none" else value) if value else queryset


class BoardFilter(SimpleListFilter):
    title = "board"
    parameter_name = "board"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(board.name, board.title) for board in BOARDS.values()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Listing]) -> QuerySet[Listing]:
        if not self.value():
            return queryset
        # Not a join, which would repeat a listing for each of its postings.
        return queryset.filter(Exists(Posting.objects.filter(listing=OuterRef("pk"), source__board=self.value())))
