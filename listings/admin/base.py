"""What the admin's pages share: buttons that post, capped counting, read-only rows."""

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
from listings.models import Listing

# The theme carries no types, but its classes are subclasses of Django's. Theirs are generic only for type checkers.
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
# Counting a million rows takes longer than all the rest of the page.
MAX_COUNT = 10_000


class CappedPaginator(AnyPaginator):
    """Has no pages beyond row MAX_COUNT: older rows are reached by filter or search."""

    template_name = "admin/capped_pagination.html"

    @property
    def is_capped(self) -> bool:
        return self.count == MAX_COUNT

    @cached_property
    def count(self) -> int:
        rows = self.object_list
        if not isinstance(rows, QuerySet):
            return len(rows)
        # Sorting would read all rows before the limit takes effect.
        return rows.order_by()[:MAX_COUNT].count()


class Admin(ModelAdmin[M]):
    """`buttons`: method name -> label. Each is a POST of its own. The method takes (request, row), returns what it did.

    If it raises Refused, its message is shown as a warning and nothing is logged.
    """

    buttons: ClassVar[dict[str, str]] = {}
    # Actions apply to one page at most: nobody means to pause or hide a million rows.
    list_disable_select_all = True
    # Outside the page's own form: Enter in a field presses a form's first button, and that must be "save".
    change_form_outer_before_template = "admin/page_buttons.html"

    def may_act(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)

    def buttons_for(self, row: M) -> Iterable[str]:
        """Names of the buttons that apply to this row."""
        return self.buttons

    def address(self, view: str, *args: Any) -> str:
        meta = self.model._meta
        return reverse(f"admin:{meta.app_label}_{meta.model_name}_{view}", args=args)

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changelist = super().get_changelist_instance(request)
        # Equal numbers suppress the theme's "N results", which would show the cap as if it were the total.
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
        next_url = request.POST.get("back", "")
        # Posted by the browser, so it could lead to any site.
        is_safe = url_has_allowed_host_and_scheme(next_url, {request.get_host()}, require_https=request.is_secure())
        return redirect(next_url if is_safe else self.address("changelist"))

    def run(self, request: HttpRequest, button: str, rows: Iterable[M]) -> None:
        for row in rows:
            try:
                result = getattr(self, button)(request, row)
            except Refused as refused:
                self.message_user(request, f"{row}: {refused}", messages.WARNING)
            else:
                self.log_change(request, row, result)
                self.message_user(request, f"{row}: {result}", messages.SUCCESS)

    def render_buttons(self, row: M, next_url: str) -> SafeString:
        buttons = [
            {"label": self.buttons[name], "url": self.address("press", row.pk, name)} for name in self.buttons_for(row)
        ]
        return render_fragment("row_buttons.html", buttons=buttons, next_url=next_url, row=row)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        context = {
            "page_buttons": self._page_buttons(request, object_id),
            "may_act": self.may_act(request),
            **(extra_context or {}),
        }
        return super().change_view(request, object_id, form_url, context)

    def _page_buttons(self, request: HttpRequest, object_id: str) -> str:
        if not self.buttons or not self.may_act(request):
            return ""
        row = self.get_object(request, object_id)
        return self.render_buttons(row, request.path) if row else ""


class ReadOnlyInline(TabularInline[M, P]):
    # A vacancy may be listed under thousands of ids.
    per_page = 25
    extra = 0
    can_delete = False
    show_change_link = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def log_on_listing(admin: Admin[Any], request: HttpRequest, listing: Listing, message: str) -> None:
    """For what another page did to it: its own history tells as well."""
    admin.log_change(request, listing, message)


def badge(level: str, text: str) -> SafeString:
    """`level`: good, warn, bad or quiet."""
    return format_html('<span class="badge badge-{}">{}</span>', level, text)


def render_fragment(template: str, **context: Any) -> SafeString:
    return render_to_string(f"admin/{template}", context)
