"""The rules that keep the parts apart and the code small, read from the code itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("jobsite", "listings", "guides")
BOARD_FOLDER = ROOT / "listings" / "boards"
BOARD_MODULES = sorted(
    path.stem for path in BOARD_FOLDER.glob("*.py") if re.search(r"^BOARD\b.*= Board\(", path.read_text(), re.MULTILINE)
)
HTTP_CLIENTS = {"requests", "urllib.request", "http", "httpx", "aiohttp", "urllib3", "socket"}
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_BOARD, LONGEST_SETTINGS = 400, 60, 160, 250
LONGEST = {".html": 120, ".css": 150}
GATHER_PUBLIC = {"actions", "employers", "firstrun", "replay", "rounds", "samples", "schedule", "trying"}
OUTER = {"views", "feeds", "urls", "structured_data", "templatetags", "context"}


def sources() -> list[Path]:
    found = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py") if "migrations" not in path.parts]
    return sorted([*found, ROOT / "manage.py"])


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), str(path))


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, with the names taken from it: listings.models.Source."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(imported: str, *packages: str) -> bool:
    return any(imported == package or imported.startswith(f"{package}.") for package in packages)


def files(*folders: str) -> list[Path]:
    return [path for path in sources() if any(path.is_relative_to(ROOT / folder) for folder in folders)]


def broken(paths: list[Path], forbidden: tuple[str, ...], allowed: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{name(path)} imports {imported}"
        for path in paths
        for imported in imports(path)
        if within(imported, *forbidden) and not within(imported, *allowed)
    ]


@pytest.mark.parametrize(("part", "other"), [("boards", "facts"), ("facts", "boards")])
def test_boards_and_facts_are_pure(part: str, other: str) -> None:
    ours = (f"listings.{part}", f"listings.{other}.base", "listings.boards.base", "listings.vocabulary")
    assert broken(files(f"listings/{part}"), (*PACKAGES, "django", *HTTP_CLIENTS), ours) == []


def test_vocabulary_imports_nothing_of_ours() -> None:
    assert broken(files("listings/vocabulary"), (*PACKAGES, "django"), ("listings.vocabulary",)) == []


def test_a_board_knows_no_other_board() -> None:
    for board in BOARD_MODULES:
        others = tuple(f"listings.boards.{other}" for other in BOARD_MODULES if other != board)
        assert broken([BOARD_FOLDER / f"{board}.py"], others) == []


def test_gather_and_search_keep_to_their_parts() -> None:
    gather = ("listings.boards", "listings.facts", "listings.models", "listings.vocabulary", "listings.gather")
    # The made-up boards of an empty site are sources like any other.
    assert broken(files("listings/gather"), PACKAGES, (*gather, "listings.samples")) == []
    search = ("listings.models", "listings.facts", "listings.vocabulary", "listings.search", "listings.boards.BOARDS")
    assert broken(files("listings/search"), PACKAGES, search) == []


def test_models_know_boards_alone() -> None:
    allowed = ("listings.models", "listings.boards", "listings.vocabulary")
    assert broken(files("listings/models"), PACKAGES, allowed) == []


def test_pages_and_admin_take_only_what_gather_and_boards_offer() -> None:
    pages = [
        path for path in files("listings") if path.relative_to(ROOT / "listings").parts[0].removesuffix(".py") in OUTER
    ]
    assert broken(pages, ("listings.gather",)) == []
    assert broken(pages, ("listings.boards",), ("listings.boards.BOARDS", "listings.boards.base")) == []
    admin = [path for path in files("listings/admin", "listings/management") if path.exists()]
    admin += [path for path in files("listings") if path.name == "admin.py"]
    public = tuple(f"listings.gather.{module}" for module in GATHER_PUBLIC)
    assert broken(admin, ("listings.gather",), public) == []


def test_guides_and_listings_do_not_know_each_other() -> None:
    assert broken(files("guides"), ("listings", "jobsite")) == []
    assert broken(files("listings"), ("guides",)) == []


def test_only_fetching_speaks_outward() -> None:
    clients = ("requests", "httpx", "aiohttp", "urllib3")
    speaking = {name(path) for path in files("listings", "guides") if broken([path], clients)}
    assert speaking <= {"listings/gather/fetching.py", "listings/gather/connecting.py"}


def test_no_board_is_named_outside_its_module() -> None:
    """But for the registry, sample formats, and the names that sentences about a board's own module need."""
    # A feed and schema.org's JobPosting are what these two boards read, and words of their own.
    names = [board for board in BOARD_MODULES if board not in ("feed", "jobposting")]
    words = re.compile(rf"(?<![\w/.])({'|'.join(names)})(?!\w)", re.IGNORECASE)
    exempt = [BOARD_FOLDER, ROOT / "listings" / "samples", ROOT / "guides" / "content"]
    paths = [*sources(), *(ROOT / "templates").rglob("*.html"), *(ROOT / "static" / "js").rglob("*.js")]
    naming = [
        f"{name(path)}:{number}: {line.strip()}"
        for path in paths
        if not any(path.is_relative_to(folder) for folder in exempt)
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if words.search(line)
    ]
    assert naming == []


def test_the_registry_names_each_board_once() -> None:
    registered = (BOARD_FOLDER / "__init__.py").read_text()
    assert len(BOARD_MODULES) >= 3
    assert [board for board in BOARD_MODULES if registered.count(f'"{board}",\n') != 1] == []


def test_files_are_short() -> None:
    tests = list((ROOT / "tests").rglob("*.py"))
    long = [name(path) for path in [*sources(), *tests] if len(path.read_text().splitlines()) > LONGEST_FILE]
    assert long == []
    assert len((ROOT / "jobsite" / "settings.py").read_text().splitlines()) <= LONGEST_SETTINGS
    boards = [BOARD_FOLDER / f"{board}.py" for board in BOARD_MODULES]
    assert [name(path) for path in boards if len(path.read_text().splitlines()) > LONGEST_BOARD] == []


@pytest.mark.parametrize("suffix", sorted(LONGEST))
def test_templates_and_styles_are_short(suffix: str) -> None:
    paths = [*(ROOT / "templates").rglob(f"*{suffix}"), *(ROOT / "static").rglob(f"*{suffix}")]
    assert [name(path) for path in paths if len(path.read_text().splitlines()) > LONGEST[suffix]] == []


def test_functions_are_short() -> None:
    long = [
        f"{name(path)}: {node.name} has {(node.end_lineno or 0) - node.lineno + 1} lines"
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_no_module_is_called_after_nothing() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [name(path) for path in sources() if vague & {path.stem, *path.relative_to(ROOT).parts}] == []


def test_no_error_is_swallowed() -> None:
    """A bare `pass` as an answer to an error needs at least a reason beside it."""
    silent = [
        f"{name(path)}:{node.lineno}"
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and len(node.body) == 1
        and isinstance(node.body[0], ast.Pass)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))
    ]
    assert silent == []
