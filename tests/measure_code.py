"""Measures of the code against their bounds: `python -m tests.measure_code` exits with 1 if one is out of bounds."""

from __future__ import annotations

import ast
import io
import sys
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.test_architecture import circles, layer_of, module_name, nodes_of, our_imports

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("jobsite", "listings", "guides")
# Names that say neither the type nor the role of a value.
VAGUE_NAMES = {"one", "found", "words", "some", "asked", "own", "stated", "told"}
# Django looks for classes of these names.
COMMON_CLASSES = {"Meta", "Command", "Config", "Media"}
PRAGMAS = ("# noqa", "# type:", "# fmt:")
# Packages without code of their own need no layer.
NAMESPACES = {"listings", "listings.search"}


@dataclass(frozen=True, slots=True)
class Measure:
    """`details`: what is out of bounds, to find it."""

    name: str
    value: float
    min_value: float = 0
    max_value: float = 0
    details: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        return self.min_value <= self.value <= self.max_value

    def __str__(self) -> str:
        bounds = f"{self.min_value:g} to {self.max_value:g}" if self.min_value else f"at most {self.max_value:g}"
        lines = [f"{'ok ' if self.is_good else 'BAD'}  {self.name}: {self.value:.4g} ({bounds})"]
        return "\n".join(lines + [f"       {detail}" for detail in self.details if not self.is_good])


@cache
def sources() -> tuple[Path, ...]:
    paths = (path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return tuple(sorted(path for path in paths if "migrations" not in path.parts))


def nodes() -> Iterator[tuple[Path, ast.AST]]:
    for path in sources():
        for node in nodes_of(path):
            yield path, node


def line_count(path: Path) -> int:
    return path.read_text().count("\n")


def percentile_90(numbers: Iterable[int]) -> int:
    ordered = sorted(numbers)
    return ordered[int(0.9 * len(ordered))]


def identifier(node: ast.AST) -> str:
    match node:
        case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name):
            return name
    return ""


def vague_names() -> Measure:
    """Identifiers per 1,000 lines; attributes count as often as they are used."""
    folders: Counter[str] = Counter()
    for path, node in nodes():
        if identifier(node) in VAGUE_NAMES:
            folders[str(path.parent.relative_to(ROOT))] += 1
    total = sum(line_count(path) for path in sources())
    details = tuple(f"{folder}: {count}" for folder, count in folders.most_common(10))
    return Measure("vague names per 1,000 lines", 1000 * folders.total() / total, max_value=14.99, details=details)


def repeated_classes() -> Measure:
    files: dict[str, list[str]] = {}
    for path, node in nodes():
        if isinstance(node, ast.ClassDef) and node.name not in COMMON_CLASSES:
            files.setdefault(node.name, []).append(str(path.relative_to(ROOT)))
    repeated = {name: paths for name, paths in files.items() if len(paths) > 1}
    details = tuple(f"{name}: {', '.join(paths)}" for name, paths in repeated.items())
    return Measure("class names used twice", len(repeated), details=details)


def comments() -> Measure:
    """Lines with a comment per 1,000 lines."""
    lines = sum(line_count(path) for path in sources())
    commented = sum(len(comment_lines(path.read_text())) for path in sources())
    return Measure("comment lines per 1,000 lines", 1000 * commented / lines, min_value=20, max_value=45)


def comment_lines(source: str) -> set[int]:
    """Line numbers; a pragma for a tool is not a comment."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {
        token.start[0] for token in tokens if token.type == tokenize.COMMENT and not token.string.startswith(PRAGMAS)
    }


def file_circles() -> Measure:
    edges = {module_name(path): set(our_imports(path)) - {module_name(path)} for path in sources()}
    details = tuple(" <-> ".join(circle) for circle in circles(edges))
    return Measure("import circles between files", len(details), details=details)


def is_nested(inner: str, outer: str) -> bool:
    return f"{inner}.".startswith(f"{outer}.")


def package_circles() -> Measure:
    """A folder and the folder that contains it count as one."""
    packages = {module_name(path): ".".join(path.relative_to(ROOT).parent.parts) for path in sources()}
    edges: dict[str, set[str]] = {}
    for path in sources():
        package = packages[module_name(path)]
        others = {packages[imported] for imported in our_imports(path) if imported in packages}
        unrelated = {other for other in others if not is_nested(other, package) and not is_nested(package, other)}
        edges.setdefault(package, set()).update(unrelated)
    details = tuple(" <-> ".join(circle) for circle in circles(edges))
    return Measure("import circles between packages", len(details), details=details)


def modules_without_layer() -> Measure:
    modules = (module_name(path) for path in sources())
    details = tuple(module for module in modules if layer_of(module) is None and module not in NAMESPACES)
    return Measure("modules outside the import rule", len(details), details=details)


def upward_imports() -> Measure:
    details = []
    for path in sources():
        layer = layer_of(module_name(path))
        for imported in sorted(our_imports(path)):
            other = layer_of(imported)
            if layer is not None and other is not None and other > layer:
                details.append(f"{module_name(path)} imports {imported}")
    return Measure("imports from a higher layer", len(details), details=tuple(details))


def file_sizes() -> list[Measure]:
    sizes = {path: line_count(path) for path in sources()}
    longest = max(sizes, key=lambda path: sizes[path])
    return [
        Measure("lines of a file, 90th percentile", percentile_90(sizes.values()), max_value=200),
        Measure("lines of the longest file", sizes[longest], max_value=400, details=(str(longest.relative_to(ROOT)),)),
    ]


def function_sizes() -> list[Measure]:
    sizes = {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path, node in nodes()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    longest = max(sizes, key=lambda name: sizes[name])
    return [
        Measure("lines of a function, 90th percentile", percentile_90(sizes.values()), max_value=25),
        Measure("lines of the longest function", sizes[longest], max_value=60, details=(longest,)),
    ]


def measures() -> list[Measure]:
    return [
        vague_names(),
        repeated_classes(),
        comments(),
        file_circles(),
        package_circles(),
        modules_without_layer(),
        upward_imports(),
        *file_sizes(),
        *function_sizes(),
    ]


def main() -> None:
    results = measures()
    for measure in results:
        sys.stdout.write(f"{measure}\n")
    sys.exit(any(not measure.is_good for measure in results))


if __name__ == "__main__":
    main()
