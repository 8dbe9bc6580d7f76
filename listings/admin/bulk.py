"""Actions on many rows: each says before what it will do, and afterwards offers to undo it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.http import urlencode

from listings.admin.base import Admin, M
from listings.admin.confirmation import confirmation_page
from listings.lifecycle.refused import Refused

SALT = "listings.admin.bulk"
UNDO_SECONDS = 24 * 3600
MAX_NAMED, MAX_REFUSALS = 10, 5


@dataclass(frozen=True, slots=True)
class Bulk:
    """`effect` says what will happen; `undo` is the method that takes it back, "" if nothing can.

    The fields of `form` are asked for before, and given to the method by their names.
    """

    label: str
    effect: str
    undo: str = ""
    form: type[forms.Form] | None = None


class BulkAdmin(Admin[M], Generic[M]):
    """`bulk`: method name -> what it does. The method takes (request, row), as those of buttons do."""

    bulk: ClassVar[dict[str, Bulk]] = {}

    def get_actions(self, request: HttpRequest) -> Any:
        actions: dict[str, Any] = super().get_actions(request)
        # Neither in a popup nor for those who may only look.
        if self.may_act(request) and "_popup" not in request.GET:
            for name, bulk in self.bulk.items():
                actions[name] = (self._action(name), name, f"{bulk.label}…")
        return actions

    def _action(self, name: str) -> Callable[..., HttpResponse | None]:
        return lambda _, request, selected: self._confirm_or_run(request, name, selected)

    def _confirm_or_run(self, request: HttpRequest, name: str, selected: QuerySet[M]) -> HttpResponse | None:
        bulk, rows = self.bulk[name], list(selected)
        is_confirmed = "confirmed" in request.POST
        form = bulk.form(request.POST if is_confirmed else None) if bulk.form else None
        if is_confirmed and (form is None or form.is_valid()):
            self._run_all(request, name, rows, form.cleaned_data if form else {})
            return None
        hidden = [("action", name), ("confirmed", "yes"), *(("_selected_action", row.pk) for row in rows)]
        return self._confirmation(request, bulk.label, bulk.effect, bulk.undo, rows, hidden, form)

    def _confirmation(
        self,
        request: HttpRequest,
        label: str,
        effect: str,
        undo: str,
        rows: list[M],
        hidden: Iterable[tuple[str, object]] = (),
        form: forms.Form | None = None,
    ) -> HttpResponse:
        named = [str(row) for row in rows[:MAX_NAMED]]
        if len(rows) > MAX_NAMED:
            named.append(f"and {len(rows) - MAX_NAMED} more")
        return confirmation_page(
            self,
            request,
            title=f"{label}: {self.counted(len(rows))}",
            text=f"{effect} {'You can undo this for a day.' if undo else 'This cannot be undone.'}",
            button=label,
            cancel_url=self.address("changelist"),
            form=form,
            hidden=hidden,
            named=named,
        )

    def _run_all(self, request: HttpRequest, name: str, rows: Iterable[M], fields: Mapping[str, Any] = {}) -> None:
        done, refusals = [], []
        for row in rows:
            try:
                result = getattr(self, name)(request, row, **fields)
            except Refused as refused:
                refusals.append(f"{row}: {refused}")
            else:
                self.log_change(request, row, result)
                done.append(row.pk)
        for refusal in refusals[:MAX_REFUSALS]:
            self.message_user(request, refusal, messages.WARNING)
        if len(refusals) > MAX_REFUSALS:
            self.message_user(request, f"{len(refusals) - MAX_REFUSALS} more were refused.", messages.WARNING)
        bulk = self.bulk.get(name)
        label = bulk.label if bulk else "Undone"
        text = format_html("{}: {} done.", label, self.counted(len(done)))
        if done and bulk and bulk.undo:
            query = urlencode({"done": signing.dumps([name, done], salt=self._salt, compress=True)})
            text = format_html('{} <a href="{}?{}">Undo…</a>', text, self.address("undo"), query)
        self.message_user(request, text, messages.SUCCESS if done else messages.WARNING)

    @property
    def _salt(self) -> str:
        # The same numbers are other rows of another model.
        return f"{SALT}.{self.model._meta.label}"

    def counted(self, number: int) -> str:
        meta = self.model._meta
        return f"{number:,} {meta.verbose_name if number == 1 else meta.verbose_name_plural}"

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.model._meta.app_label}_{self.model._meta.model_name}_undo"
        return [path("undo/", self.admin_site.admin_view(self.undo_bulk), name=name), *super().get_urls()]

    def undo_bulk(self, request: HttpRequest) -> HttpResponse:
        """Takes back what a bulk action has done: the signed address names the action and its rows."""
        if not self.may_act(request):
            raise PermissionDenied
        try:
            name, ids = signing.loads(request.GET.get("done", ""), salt=self._salt, max_age=UNDO_SECONDS)
        except signing.BadSignature as error:
            raise Http404("The address is incomplete, or a day old.") from error
        # The signature covers the name, but a newer version of the code may have dropped it.
        if name not in self.bulk:
            raise Http404
        bulk, rows = self.bulk[name], list(self.get_queryset(request).filter(pk__in=ids))
        if request.method != "POST":
            effect = f"“{bulk.label}” is taken back for these."
            return self._confirmation(request, "Undo", effect, bulk.undo, rows)
        self._run_all(request, bulk.undo, rows)
        return redirect(self.address("changelist"))
