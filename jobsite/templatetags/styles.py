from __future__ import annotations

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from jobsite.stylesheets import ALL, PRINT, STYLES

register = template.Library()
LINK = '<link rel="stylesheet" href="{}">\n'


@register.simple_tag
def stylesheets() -> SafeString:
    if settings.STATIC_HASHED:
        return format_html(LINK, static(ALL))
    links = format_html_join("", LINK, ((static(name),) for name in STYLES))
    return links + format_html('<link rel="stylesheet" href="{}" media="print">\n', static(PRINT))
