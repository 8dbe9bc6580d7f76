"""What the admin's pages share: buttons that post, capped counting, rows that can only be read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString

from listings.lifecycle.refused import Refused

# The theme has no types; it subclasses Django's own classes, which do.
if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin, TabularInline
    from django.forms import ModelForm as ModelForm

    AnyPaginator = Paginator[Any]
else:
    from django.forms import ModelForm as UntypedForm
    from unfold.admin import ModelAdmin as ThemedAdmin
    from unfold.admin import TabularInline as ThemedInline

    class ModelAdmin(ThemedAdmin):
        def __class_getitem__(cls, model: object) -> type:
            return cls

    class TabularInline(ThemedInline):
        def __class_getitem__(cls, models: object) -> type:
            return cls

    class ModelForm(UntypedForm):
        def __class_getitem__(cls, model: object) -> type:
            return cls

    AnyPaginator = Paginator

M = TypeVar("M", bound=Model)
P = TypeVar("P", bound=Model)
MOST_COUNTED = 10_000


class CappedPaginator(AnyPaginator):
    """Counts up to MOST_COUNTED rows, so that a million cost no more; older ones are found by filter or search."""

    template_name = "admin/counted.html"

    @property
    def is_capped(self) -> bool:
        return self.count == MOST_COUNTED

    @cached_property
    def count(self) -> int:
        rows = self.object_list
        if not isinstance(rows, QuerySet):
            return len(rows)
        return rows.order_by()[:MOST_COUNTED].count()


class Admin(ModelAdmin[M]):
    """`buttons`: method name → label. Each is a POST of its own; the method takes (request, row) and says what it did.

    A method may raise Refused: the admin then reads its message as a warning, and nothing is logged.
    """

    buttons: ClassVar[dict[str, str]] = {}
    # An action takes a page at most: all of a million rows is never what was meant.
    list_disable_select_all = True
    # Outside the page's own form: Enter in one of its fields must save, and never press the first button.
    change_form_outer_before_template = "admin/buttons.html"

    def may_act(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)

    def buttons_for(self, row: M) -> Iterable[str]:
        """Names of the buttons that make sense for this row."""
        return self.buttons

    def address(self, view: str, *args: Any) -> str:
        meta = self.model._meta
        return reverse(f"admin:{meta.app_label}_{meta.model_name}_{view}", args=args)

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """Without the theme's heading of "N results": its N is capped, and the foot of the page says so."""
        changelist = super().get_changelist_instance(request)
        changelist.full_result_count = changelist.result_count
        return changelist

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.model._meta.app_label}_{self.model._meta.model_name}_press"
        view = self.admin_site.admin_view(self.press)
        return [path("<int:pk>/press/<slug:button>/", view, name=name), *super().get_urls()]

    def press(self, request: HttpRequest, pk: int, button: str) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.may_act(request):
            raise PermissionDenied
        row = self.get_object(request, str(pk))
        if row is None or button not in self.buttons:
            raise Http404
        self.run(request, button, [row])
        back = request.POST.get("back", "")
        safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
        return redirect(back if safe else self.address("changelist"))

    def run(self, request: HttpRequest, button: str, rows: Iterable[M]) -> None:
        for row in rows:
            try:
                said = getattr(self, button)(request, row)
            except Refused as refused:
                self.message_user(request, f"{row}: {refused}", messages.WARNING)
            else:
                self.log_change(request, row, said)
                self.message_user(request, f"{row}: {said}", messages.SUCCESS)

    def drawn_buttons(self, row: M, back: str) -> SafeString:
        drawn = [
            {"label": self.buttons[name], "name": name, "action": self.address("press", row.pk, name)}
            for name in self.buttons_for(row)
        ]
        return render_to_string("admin/row_buttons.html", {"buttons": drawn, "back": back, "row": row})

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        more = {"page_buttons": self._page_buttons(request, object_id), **(extra_context or {})}
        return super().change_view(request, object_id, form_url, more)

    def _page_buttons(self, request: HttpRequest, object_id: str) -> str:
        if not self.buttons or not self.may_act(request):
            return ""
        row = self.get_object(request, object_id)
        return self.drawn_buttons(row, request.path) if row else ""


class ReadOnlyInline(TabularInline[M, P]):
    extra = 0
    can_delete = False
    show_change_link = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def badge(kind: str, words: str) -> SafeString:
    """`kind`: good, warn, bad or quiet."""
    return format_html('<span class="badge badge-{}">{}</span>', kind, words)


def drawn(template: str, **context: Any) -> SafeString:
    return render_to_string(f"admin/{template}", context)
