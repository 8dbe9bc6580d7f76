"""The documents are true: paths, commands and targets exist, and the terms are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from listings import models

ROOT = Path(__file__).resolve().parent.parent
DOCS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
FOLDERS = (ROOT, ROOT / "listings", *(path for path in (ROOT / "listings").rglob("*") if path.is_dir()), ROOT / "tests")
"""Documents name files below these without their folder."""
MODELS = {"Source", "Fetch", "Snapshot", "Posting", "Listing", "Company", "Change"}


def quoted(document: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", (ROOT / document).read_text())


@pytest.mark.parametrize("document", DOCS)
def test_every_path_exists(document: str) -> None:
    paths = [text for text in quoted(document) if re.fullmatch(r"[\w./-]+(\.(py|md|yml|toml|lock)|/)", text)]
    for name in paths:
        if name.startswith("/") or "<" in name or name in ("var/", "boards/x.py"):
            continue
        assert any((folder / name).exists() for folder in FOLDERS), name


@pytest.mark.parametrize("document", DOCS)
def test_every_command_exists(document: str) -> None:
    commands = get_commands()
    for name in re.findall(r"manage\.py ([a-z]+)", (ROOT / document).read_text()):
        assert name in commands, name


@pytest.mark.parametrize("document", DOCS)
def test_every_make_target_exists(document: str) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    for name in re.findall(r"`?\bmake ([a-z]+)`", (ROOT / document).read_text()):
        assert name in targets, name


def test_the_terms_are_those_of_the_models() -> None:
    table = (ROOT / "ARCHITECTURE.md").read_text()
    defined = set(re.findall(r"^\| \*\*(\w+)\*\*", table, re.MULTILINE))
    assert not MODELS - defined
    assert all(hasattr(models, name) for name in MODELS)


def test_the_map_names_every_package_of_listings() -> None:
    described = (ROOT / "ARCHITECTURE.md").read_text()
    unnamed = {"__pycache__", "management", "migrations", "views"}
    for folder in (ROOT / "listings").iterdir():
        if folder.is_dir() and folder.name not in unnamed:
            assert f"  {folder.name}/" in described, folder.name


def test_the_table_of_changes_leads_somewhere() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text()
    section = text[text.index("## I want to change") : text.index("## The path of a vacancy")]
    rows = [line for line in section.splitlines() if line.startswith("| ") and not line.startswith("| I want")]
    assert len(rows) >= 15
    for row in rows:
        _, wish, places, _ = row.split("|")
        paths = re.findall(r"`([\w./-]+)`", places)
        paths = [path for path in paths if "/" in path or "." in path]
        assert paths or "`listings/boards/<board>.py`" in places, wish
        assert [path for path in paths if not (ROOT / path).exists()] == [], wish
