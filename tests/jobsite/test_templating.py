"""The engines: Jinja2 with escapes for every public template, Django's for the admin's."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.template import TemplateDoesNotExist, engines
from django.template.loader import get_template
from django.test import RequestFactory
from jinja2 import Environment, StrictUndefined, UndefinedError

from tests.tables import table

ROOT = Path(settings.BASE_DIR)
FOLDER = ROOT / "templates"
TEMPLATES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.*"))
PUBLIC = [name for name in TEMPLATES if not name.startswith("admin/")]
MARKUP_MADE_IN = {
    "guides/markup.py": "the Markdown renderer escapes whatever an author wrote: its html option is off",
    "listings/web/facet_links.py": "the choices of a filter, values, labels and addresses escaped one by one",
    "listings/web/form_options.py": "the options of a list, values and labels escaped one by one: there are hundreds",
    "listings/web/job_page.py": "the text of an ad, as listings/ingest/sanitise.py left it, with marks of our own",
    "listings/web/place_options.py": "the options of a list of places, with names and counts escaped",
    "listings/web/structured_data.py": "JSON for a script element, where its own escapes apply instead of HTML's",
}
"""The modules that declare text to be markup, and why each may."""


@pytest.fixture
def environment() -> Environment:
    jinja: Any = engines["jinja2"]
    assert isinstance(jinja.env, Environment)
    return jinja.env


def engine_of(name: str) -> object:
    template: Any = get_template(name)
    return template.backend


@table("name", PUBLIC)
def test_public_templates_are_jinjas(name: str) -> None:
    assert engine_of(name) is engines["jinja2"]


def test_the_admins_templates_are_djangos() -> None:
    names = set(TEMPLATES) - set(PUBLIC)
    assert "admin/index.html" in names
    for name in names:
        assert engine_of(name) is engines["django"]
        with pytest.raises(TemplateDoesNotExist):
            engines["jinja2"].get_template(name)


def test_every_template_escapes(environment: Environment) -> None:
    # A function would decide by the name: an SVG or XML file might go without.
    assert environment.autoescape is True
    source = "{% macro shown(text) %}{{ text }}{% endmacro %}{{ text }}{{ shown(text) }}{{ [text]|join(text) }}"
    assert environment.from_string(source).render(text="<") == "&lt;" * 3


def test_no_template_switches_escapes_off() -> None:
    for name in PUBLIC:
        source = (FOLDER / name).read_text()
        assert not re.search(r"\|\s*safe\b|autoescape|Markup|\|\s*xmlattr", source), name
        # JSON has escapes of its own, which are right in scripts alone.
        assert name.endswith(".js") or not re.search(r"\|\s*tojson", source), name
        # A value without quotes around it ends at the first space.
        assert not re.search(r"\s[\w-]+=\{\{", source), name


def test_markup_is_made_only_where_it_is_listed() -> None:
    modules = [path for folder in ("guides", "jobsite", "listings/web") for path in (ROOT / folder).rglob("*.py")]
    pattern = re.compile(r"\b(mark_safe|SafeString|Markup)\(")
    makers = {str(path.relative_to(ROOT)) for path in modules if pattern.search(path.read_text())}
    assert makers == set(MARKUP_MADE_IN)


def test_a_misspelt_name_is_an_error(environment: Environment) -> None:
    assert environment.undefined is StrictUndefined
    for source in ("{{ titel }}", "{% if titel %}{% endif %}", "{{ request.pfad }}"):
        with pytest.raises(UndefinedError):
            environment.from_string(source).render(request=RequestFactory().get("/"))


def test_the_page_for_500_needs_no_context() -> None:
    assert "Something went wrong on our side." in get_template("500.html").render()


def test_no_template_writes_a_method_instead_of_calling_it() -> None:
    """Jinja2 calls nothing by itself."""
    for name in PUBLIC:
        source = (FOLDER / name).read_text()
        assert not re.search(r"\b(get_\w+|showing_samples)\b(?!\()", source), name
