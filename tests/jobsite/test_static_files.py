"""The style sheet, and collected files: scripts that find each other under their hashed names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.template.loader import render_to_string
from django.test import Client, override_settings
from pytest_django.fixtures import Settings

from jobsite.stylesheets import PRINT, STYLE_SHEET, STYLES, StyleSheetFinder, joined_styles

LINK = re.compile(r'rel="stylesheet" href="/?static/([^"]+)"')


def test_every_style_sheet_of_the_folder_is_listed_once() -> None:
    files = {f"css/{path.name}" for path in Path(settings.BASE_DIR, "static/css").glob("*.css")}
    assert sorted([*STYLES, PRINT]) == sorted(files - {"css/admin.css"})


def rules_of(name: str) -> str:
    """A source file without comments and indentation."""
    text = re.sub(r"/\*.*?\*/", "", Path(settings.BASE_DIR, "static", name).read_text(), flags=re.DOTALL)
    return "".join(f"{line}\n" for line in map(str.strip, text.splitlines()) if line)


def test_the_style_sheet_holds_every_file_in_order_and_print_for_print_alone() -> None:
    text = joined_styles()
    positions = [text.index(rules_of(name)) for name in STYLES]
    assert positions == sorted(positions)
    assert text.startswith("@layer reset")
    _, after = text.split("@media print {\n" + rules_of(PRINT))
    assert after == "}\n"
    assert text.count("{") == text.count("}")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/jobs/", "/guide/", "/about/", "/nowhere/"])
def test_a_page_loads_one_style_sheet_that_is_served(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert LINK.findall(page) == [STYLE_SHEET]
    served = client.get(f"/static/{STYLE_SHEET}")
    assert served.getvalue().decode() == joined_styles()


def test_is_written_anew_when_a_source_has_changed(settings: Settings, tmp_path: Path) -> None:
    for name in (*STYLES, PRINT):
        path = tmp_path / "static" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f".{path.stem} {{}}\n")
    settings.BASE_DIR, settings.DATA_DIR = tmp_path, tmp_path / "data"
    finder = StyleSheetFinder()
    written = Path(finder.find(STYLE_SHEET))
    first = written.stat()
    assert finder.find(STYLE_SHEET, find_all=True) == [str(written)]
    assert written.stat().st_ino == first.st_ino
    (tmp_path / "static" / PRINT).write_text(".changed {}\n")
    finder.find(STYLE_SHEET)
    assert written.read_text().endswith("@media print {\n.changed {}\n}\n")
    assert [path.name for path in written.parent.iterdir()] == ["site.css"]
    assert finder.find("css/admin.css") == []


@pytest.fixture
def collected(tmp_path: Path) -> Path:
    hashed = {**settings.STORAGES, "staticfiles": {"BACKEND": "jobsite.static_files.StaticFiles"}}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES=hashed, STATIC_HASHED=True):
        call_command("collectstatic", interactive=False, verbosity=0)
        (link,) = LINK.findall(render_to_string("500.html"))
        (tmp_path / "linked").write_text(link)
    return tmp_path


def test_collects_the_style_sheet_and_scripts_that_find_each_other(collected: Path) -> None:
    linked = (collected / "linked").read_text()
    assert re.fullmatch(r"css/site\.[0-9a-f]{12}\.css", linked)
    text = (collected / linked).read_text()
    # Each font has two names here, and the style sheet asks for the one that pages preload.
    expected = joined_styles()
    for name in ("newsreader", "newsreader-more"):
        (font,) = (collected / "fonts").glob(f"{name}.*.woff2")
        expected = expected.replace(f"{name}.woff2", font.name)
    assert text == expected
    assert (collected / f"{linked}.gz").exists()
    scripts = list((collected / "js").glob("*.js"))
    reference = re.compile(r'(?:from |import\()"\./([^"]+)"')
    imported = [(path, name) for path in scripts for name in reference.findall(path.read_text())]
    assert imported
    for path, name in imported:
        assert (collected / "js" / name).exists(), path
