"""The chapters themselves: length, anchors, lists, boards; and nothing in them is fetched from elsewhere."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from guides.chapters import Chapter
from guides.library import chapters, read_chapters
from guides.markup import BoardBlock
from listings.boards import BOARDS

CHAPTERS = chapters()
each_chapter = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.slug)


def test_there_are_three_without_a_fault() -> None:
    found, problems = read_chapters(Path(settings.GUIDE_CONTENT))
    assert problems == []
    assert [chapter.title for chapter in found] == [
        "Your identity online is the new resume",
        "Where to find remote jobs",
        "Nailing the remote interview",
    ]
    call_command("check", fail_level="WARNING")


@each_chapter
def test_each_has_900_to_1500_words_and_lists_to_tick_off(chapter: Chapter) -> None:
    pages = "".join(getattr(part, "html", "") for part in chapter.parts)
    soup = BeautifulSoup(pages, "lxml")
    assert 900 <= len(soup.get_text(" ").split()) <= 1500
    assert 900 <= chapter.word_count <= 1500
    lists = soup.select("section.checklist")
    assert len(lists) >= 2
    assert all(found.h3 and len(found.select("li")) >= 4 for found in lists)


@each_chapter
def test_anchors_are_unique_and_plain(chapter: Chapter) -> None:
    anchors = [heading.anchor for heading in chapter.headings]
    assert len(set(anchors)) == len(anchors) > 4
    assert all(anchor.replace("-", "").isascii() and anchor.replace("-", "").isalnum() for anchor in anchors)


def test_the_outline_is_kept() -> None:
    first, second, third = ([heading.text for heading in chapter.headings] for chapter in CHAPTERS)
    assert {"Proof of experience", "Communication", "Technical skill", "Trust"} <= set(first)
    assert {"Moonlight", "Key Values", "Remotive", "We Work Remotely", "Remote.co"} <= set(second)
    assert {"Written questions", "Video", "E-mail and chat", "Technical project"} <= set(third)


def test_every_board_that_the_outline_names_is_a_block() -> None:
    boards = [part for part in CHAPTERS[1].parts if isinstance(part, BoardBlock)]
    assert [board.title for board in boards] == ["Moonlight", "Key Values", "Remotive", "We Work Remotely", "Remote.co"]
    assert [board.is_read for board in boards] == [True, True, True, True, True]
    for board in boards:
        assert not board.is_read or board.link == BOARDS[board.name].home


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/guide/", *(chapter.get_absolute_url() for chapter in CHAPTERS)])
def test_pages_load_nothing_from_elsewhere_and_need_no_script(client: Client, address: str) -> None:
    soup = BeautifulSoup(client.get(address).content, "lxml")
    loaded = [tag["src"] for tag in soup.select("[src]")]
    loaded += [tag["href"] for tag in soup.select('link[rel~="stylesheet"], link[rel~="icon"], use')]
    assert all(str(place).startswith("/") for place in loaded)
    assert not soup.select("main script, main iframe, main form, main [style], main [onclick]")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/guide/", *(chapter.get_absolute_url() for chapter in CHAPTERS)])
def test_headings_descend_in_order_and_ids_are_unique(client: Client, address: str) -> None:
    soup = BeautifulSoup(client.get(address).content, "lxml")
    levels = [int(heading.name[1]) for heading in soup.select("main h1, main h2, main h3, main h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [tag["id"] for tag in soup.select("[id]")]
    assert len(set(ids)) == len(ids)


@pytest.mark.django_db
def test_drawings_are_inline_hidden_from_screen_readers_and_follow_the_theme(client: Client) -> None:
    assert len({chapter.illustration for chapter in CHAPTERS}) == len(CHAPTERS)
    for chapter in CHAPTERS:
        soup = BeautifulSoup(client.get(chapter.get_absolute_url()).content, "lxml")
        drawings = soup.select("main svg")
        assert len(drawings) >= 2
        for drawing in drawings:
            assert drawing["aria-hidden"] == "true"
            fills = {shape.get("fill", "none") for shape in drawing.select("*")}
            assert fills <= {"none", "currentColor"}
