"""The Jinja2 environment of the public pages. The admin's templates stay Django's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.template.defaultfilters import linebreaks_filter, pluralize, truncatechars
from django.templatetags.static import static
from django.urls import reverse
from django.utils.text import capfirst
from django_htmx.jinja import htmx_script
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound

from jobsite.page_style import PAGE_STYLE
from listings.display import locale_format
from listings.web import date_text, site_urls
from listings.web.title_text import calm_title

ADMIN = "admin/"


class PublicTemplates(FileSystemLoader):
    """The templates folder without the admin's."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if template.startswith(ADMIN):
            # Django then asks its own engine, which is the next in the settings.
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


def environment(loader: FileSystemLoader, *, auto_reload: bool, **django_defaults: Any) -> Environment:
    public = Environment(
        loader=PublicTemplates(loader.searchpath),
        auto_reload=auto_reload,
        autoescape=True,
        # A misspelt name is an error.
        undefined=StrictUndefined,
    )
    public.globals.update(
        htmx_script=htmx_script,
        page_style=PAGE_STYLE,
        site_name=settings.SITE_NAME,
        static=static,
        url=reverse,
    )
    public.filters.update(
        age=date_text.age,
        calm_title=calm_title,
        capfirst=capfirst,
        host=site_urls.host_of,
        is_old=date_text.is_old,
        iso=date_text.iso,
        iso_date=date_text.iso_date,
        linebreaks=linebreaks_filter,
        long_date=date_text.long_date,
        number=locale_format.number,
        pluralize=pluralize,
        short_age=date_text.short_age,
        truncatechars=truncatechars,
    )
    return public
