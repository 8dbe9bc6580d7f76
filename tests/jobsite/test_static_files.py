"""Collected files: one style sheet of them all, and scripts that find each other under their hashed names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from jobsite.stylesheets import ALL, PRINT, STYLES
from jobsite.templatetags.styles import stylesheets


def test_every_style_sheet_of_the_folder_is_listed_once() -> None:
    own = {f"css/{path.name}" for path in Path(settings.BASE_DIR, "static/css").glob("*.css")}
    apart = {"css/admin.css", "css/guide.css", "css/guide-wide.css", "css/guide-blocks.css"}
    assert sorted([*STYLES, PRINT]) == sorted(own - apart)


@pytest.fixture
def collected(tmp_path: Path) -> Path:
    hashed = {**settings.STORAGES, "staticfiles": {"BACKEND": "jobsite.static_files.StaticFiles"}}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES=hashed, STATIC_HASHED=True):
        call_command("collectstatic", interactive=False, verbosity=0)
        (link,) = re.findall(r'href="/?static/([^"]+)"', stylesheets())
        (tmp_path / "linked").write_text(link)
    return tmp_path


def test_collects_one_style_sheet_and_scripts_that_find_each_other(collected: Path) -> None:
    linked = (collected / "linked").read_text()
    assert re.fullmatch(rf"{ALL.removesuffix('.css')}\.[0-9a-f]{{12}}\.css", linked)
    text = (collected / linked).read_text()
    for name in STYLES:
        assert Path(settings.BASE_DIR, "static", name).read_text() in text
    assert text.startswith("@layer reset")
    scripts = list((collected / "js").glob("*.js"))
    imported = [(path, name) for path in scripts for name in re.findall(r'from "\./([^"]+)"', path.read_text())]
    assert imported
    for path, name in imported:
        assert (collected / "js" / name).exists(), path
