"""Broken chapters: what is said, of which file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.checks import Error, Warning  # noqa: A004 - Django's own name
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from guides.checks import HINTS, check_chapters
from guides.library import BrokenGuide, chapters, read_chapters
from tests.guides.conftest import FRONT, Write


def faults(folder: Path) -> list[tuple[str, str]]:
    return [(problem.id, str(problem)) for problem in read_chapters(folder)[1]]


def test_a_whole_chapter_has_no_fault(write: Write, tmp_path: Path) -> None:
    write()
    (chapter,), problems = read_chapters(tmp_path)
    assert problems == []
    assert (chapter.title, chapter.word_count, chapter.minutes) == ("How to wait", 2, 1)


@pytest.mark.parametrize("field", list(FRONT))
def test_every_field_is_required(write: Write, tmp_path: Path, field: str) -> None:
    path = write(**{field: None})
    assert faults(tmp_path) == [("E002", f"{path.name}:1: the field {field} is missing")]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("slug", "how--to", "3: slug is 'how--to'; allowed are a–z, 0–9 and single hyphens"),
        ("order", "first", "5: order is 'first', but should be a number"),
        ("order", "true", "5: order is True, but should be a number"),
        ("updated", "last week", "6: updated is 'last week', but should be a date such as 2026-11-23"),
        ("updated", "2026-03-04 10:00:00", "but should be a date"),
        ("title", "12", "2: title is 12, but should be text"),
        (
            "illustration",
            "unicorn",
            "7: illustration is 'unicorn', but templates/guides/drawings/unicorn.svg does not exist",
        ),
        ("colour", "green", "8: unknown field colour; the fields are: title, slug"),
    ],
)
def test_a_wrong_field_is_named_with_its_line(write: Write, tmp_path: Path, field: str, value: str, said: str) -> None:
    write(**{field: value})
    ((found, words),) = faults(tmp_path)
    assert found == "E002"
    assert said in words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("## One\n\nWords.\n", "1: the front matter between two lines"),
        ("---\ntitle: a: b\n---\n", "2: the front matter is not valid YAML"),
        ("---\n- one\n- two\n---\n", "2: the front matter is not a list of fields"),
    ],
)
def test_front_matter_must_be_there_and_readable(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "a.md").write_text(text)
    assert ("E001", f"a.md:{said}") in [(found, words[: len(said) + 5]) for found, words in faults(tmp_path)]


def test_an_empty_folder_is_no_guide(tmp_path: Path) -> None:
    ((found, words),) = faults(tmp_path)
    assert found == "E001"
    assert "the folder has no chapter" in words


def test_slugs_and_orders_are_given_once(write: Write, tmp_path: Path) -> None:
    write()
    (tmp_path / "z.md").write_text((tmp_path / "how-to-wait.md").read_text())
    assert faults(tmp_path) == [
        ("E003", "z.md:1: how-to-wait.md has the same slug, 'how-to-wait'"),
        ("E003", "z.md:1: how-to-wait.md has the same order, 1"),
    ]


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("#two", "chapter 'how-to-wait' has no heading #two"),
        ("/guide/other/", "there is no chapter 'other' to link to"),
        ("/guide/other", "there is no chapter '/guide/other' to link to"),
        ("/guide/how-to-wait/#two", "chapter 'how-to-wait' has no heading #two"),
    ],
)
def test_a_link_must_lead_somewhere(write: Write, tmp_path: Path, link: str, said: str) -> None:
    write(f"## One\n\n[There]({link}), [here](#one), [home](/guide/), [jobs](/jobs/).\n")
    assert faults(tmp_path) == [("E004", f"how-to-wait.md:12: {said}")]


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("::: bord example https://board.example/\n### A\n\nB\n:::\n", 10, "unknown block, or one ::: too many"),
        ("Words.\n\n:::\n", 12, "unknown block, or one ::: too many"),
        ("::: checklist\n### A\n\n- b\n", 10, "the block is not closed"),
        ("::: board example\n### A\n\nB\n:::\n", 10, "a board begins with ::: board name"),
        ("::: board example javascript:x\n### A\n\nB\n:::\n", 10, "a board begins with ::: board name"),
        ("::: board example https://board.example/\nB\n:::\n", 10, "a board needs its name as a heading"),
        ("::: board example https://board.example/\n### A\n:::\n", 10, "a board needs a paragraph"),
        ("::: tweet 12x @ada\nHello\n:::\n", 10, "a tweet begins with ::: tweet 1234567890 @handle"),
        ("::: tweet 12\nHello\n:::\n", 10, "a tweet begins with ::: tweet 1234567890 @handle"),
        ("::: tweet 12 @ada\n\n:::\n", 10, "the text of the quoted post is missing"),
        ("- a\n\n  ::: tweet 12 @ada\n  Hello\n  :::\n", 12, "a tweet is inside another block"),
    ],
)
def test_a_malformed_block_is_named_with_its_line(
    write: Write, tmp_path: Path, body: str, line: int, said: str
) -> None:
    write(body)
    problems = {found: words for found, words in faults(tmp_path) if found == "E005"}
    assert problems["E005"].startswith(f"how-to-wait.md:{line}: {said}")


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("# One\n", 10, "headings are ## and ###"),
        ("## One\n\n#### Two\n", 12, "headings are ## and ###"),
        ("### One\n", 10, "a ### comes before the first ##"),
        ("## One\n\n## One\n", 12, "two headings read 'One'"),
    ],
)
def test_headings_keep_their_order_and_anchors(write: Write, tmp_path: Path, body: str, line: int, said: str) -> None:
    write(body)
    ((found, words),) = faults(tmp_path)
    assert found == "E006"
    assert words.startswith(f"how-to-wait.md:{line}: {said}")


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ("nowhere https://board.example/", "board nowhere: this site does not read such a board"),
        ("remotive https://remotive.com/ none", "board remotive: this site does read it"),
    ],
)
def test_checks_know_which_boards_the_site_reads(write: Write, params: str, said: str) -> None:
    write(f"## One\n\n::: board {params}\n### A\n\nB\n:::\n")
    found = [message for message in check_chapters(None) if isinstance(message, Error)]
    assert [(message.id, message.msg) for message in found] == [("guides.E007", f"how-to-wait.md:12: {said}")]


@pytest.mark.parametrize(("words", "warned"), [(899, True), (900, False), (1500, False), (1501, True)])
def test_checks_warn_of_chapters_too_short_or_long(write: Write, words: int, warned: bool) -> None:
    write("## One\n\n" + "word " * (words - 1))
    found = check_chapters(None)
    assert [message.id for message in found] == (["guides.W001"] if warned else [])
    assert all(isinstance(message, Warning) for message in found)


def test_a_broken_chapter_fails_the_check_command_with_a_hint(write: Write) -> None:
    write(order="first")
    with pytest.raises(CommandError, match=r"guides\.E002.*how-to-wait\.md:5: order is 'first'"):
        call_command("check")
    (message,) = check_chapters(None)
    assert message.hint == HINTS["E002"]


def test_a_broken_guide_says_all_that_is_wrong_at_once(write: Write) -> None:
    write(order="first")
    write(slug="other", updated="soon")
    with pytest.raises(BrokenGuide, match=r"(?s)how-to-wait\.md:5.*other\.md:6"):
        chapters()


def test_with_debug_a_changed_file_is_read_again(write: Write, settings: Settings) -> None:
    write()
    assert chapters() is chapters()
    write(title="How to wait well")
    assert chapters()[0].title == "How to wait well"
    settings.DEBUG = False
    kept = chapters()
    write(title="How to hurry")
    assert chapters() is kept
