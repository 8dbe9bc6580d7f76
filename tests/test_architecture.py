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
LAYERS: tuple[tuple[str, ...], ...] = (
    ("listings.vocabulary",),
    ("listings.boards",),
    ("listings.facts",),
    ("listings.models",),
    ("listings.dedup",),
    ("listings.lifecycle",),
    ("listings.ingest",),
    ("listings.fetching",),
    ("listings.search.text",),
    ("listings.search.query",),
    ("listings.search.counting",),
    ("listings.search.index",),
    ("listings.search.results",),
    ("listings.samples",),
    ("listings.monitoring",),
    ("listings.display",),
    ("listings.operations", "listings.tasks", "listings.checks", "listings.apps"),
    ("listings.web", "listings.admin", "listings.management", "listings.urls"),
    ("guides",),
    ("jobsite", "manage"),
)
"""A module may import what stands above it here, never what stands below, nor another package of its line."""
ROOT_MODULES = {"__init__", "apps", "checks", "operations", "tasks", "urls"}
"""Everything else in `listings/` lives in a folder."""


@cache
def sources() -> tuple[Path, ...]:
    paths = (path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return (*sorted(path for path in paths if "migrations" not in path.parts), ROOT / "manage.py")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), str(path))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree(path)))


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, with the names taken from it: listings.models.Source."""
    for node in nodes_of(path):
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


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def layer_of(module: str) -> int | None:
    return next((number for number, packages in enumerate(LAYERS) if within(module, *packages)), None)


@cache
def our_modules() -> frozenset[str]:
    return frozenset(map(module_name, sources()))


@cache
def our_imports(path: Path) -> frozenset[str]:
    """The modules of ours that a file imports."""
    modules = our_modules()
    return frozenset(
        next(candidate for candidate in (imported, imported.rpartition(".")[0]) if candidate in modules)
        for imported in imports(path)
        if imported in modules or imported.rpartition(".")[0] in modules
    )


def test_every_module_has_its_layer() -> None:
    empty = {"listings", "listings.search"}
    assert [
        name(path) for path in sources() if layer_of(module_name(path)) is None and module_name(path) not in empty
    ] == []
    loose = {path.stem for path in (ROOT / "listings").glob("*.py")}
    assert loose == ROOT_MODULES


def test_no_module_imports_from_a_layer_below() -> None:
    upward = [
        f"{name(path)} imports {imported}"
        for path in sources()
        for imported in our_imports(path)
        if (own := layer_of(module_name(path))) is not None
        and (other := layer_of(imported)) is not None
        and other > own
    ]
    assert upward == []


def test_packages_of_one_layer_do_not_know_each_other() -> None:
    """But the URL configuration, which belongs to the web, and what Django and a shell call first."""
    entrances = {"listings.urls", "listings.apps", "manage"}
    sideways = [
        f"{name(path)} imports {imported}"
        for path in sources()
        if (module := module_name(path)) not in entrances and (layer := layer_of(module)) is not None
        for imported in our_imports(path)
        if layer_of(imported) == layer
        and not any(within(module, package) and within(imported, package) for package in LAYERS[layer])
    ]
    assert sideways == []


def circles(edges: dict[str, set[str]]) -> list[list[str]]:
    """Groups of nodes that reach each other, by Tarjan's algorithm."""
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    circular: list[list[str]] = []

    def visit(node: str) -> None:
        order[node] = lowest[node] = len(order)
        stack.append(node)
        for target in sorted(edges.get(node, ())):
            if target not in order:
                visit(target)
                lowest[node] = min(lowest[node], lowest[target])
            elif target in stack:
                lowest[node] = min(lowest[node], order[target])
        if lowest[node] == order[node]:
            component = stack[stack.index(node) :]
            del stack[stack.index(node) :]
            if len(component) > 1:
                circular.append(sorted(component))

    for node in sorted(edges):
        if node not in order:
            visit(node)
    return circular


def test_no_circle_between_files() -> None:
    edges = {module_name(path): set(our_imports(path)) - {module_name(path)} for path in sources()}
    assert circles(edges) == []


def test_no_circle_between_packages() -> None:
    """A folder and the folder it lies in count as one: what they share stands in the outer one's `base`."""
    package_of = {module_name(path): ".".join(path.relative_to(ROOT).parent.parts) for path in sources()}
    edges: dict[str, set[str]] = {}
    for path in sources():
        package = package_of[module_name(path)]
        others = {package_of[imported] for imported in our_imports(path)} - {""}
        related = {other for other in others if within(other, package) or within(package, other)}
        edges.setdefault(package, set()).update(others - related)
    assert circles(edges) == []


def test_guides_and_listings_do_not_know_each_other() -> None:
    assert broken(files("guides"), ("listings", "jobsite")) == []
    assert broken(files("listings"), ("guides",)) == []


def test_only_fetching_speaks_outward() -> None:
    clients = ("requests", "httpx", "aiohttp", "urllib3")
    speaking = {name(path) for path in files("listings", "guides") if broken([path], clients)}
    assert speaking <= {"listings/fetching/http_client.py", "listings/fetching/transport.py"}


def test_no_board_is_named_outside_its_module() -> None:
    """But for the registry, sample formats, and the names that sentences about a board's own module need."""
    # A feed and schema.org's JobPosting are what two boards read, and words of their own. So are a workday and a skill.
    names = [board for board in BOARD_MODULES if board not in ("feed", "jobposting", "workday", "oracle")]
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
