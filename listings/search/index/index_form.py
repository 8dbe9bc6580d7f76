"""What the searches of this version of the software can ask of an index that another version built.

An older one is searched until the new one is built. Searches that need a field which it lacks, or whose terms meant
something else, wait for the new one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import tantivy

from listings.search.index.errors import IndexUnusable, NotReady
from listings.search.index.schema import edition, schema, schema_version

# The oldest version whose index is searched.
OLDEST_SEARCHED = 14
# Fields whose terms mean something else from a version on. Terms that are only more or fewer than before, as after a
# change of how text is split, are no reason to wait.
CHANGED_IN: Mapping[str, int] = {}
# Their terms are masks of the places of their day.
PLACE_FIELDS = frozenset({"places", "openings"})


@dataclass(frozen=True, slots=True)
class IndexForm:
    """The index's own schema, and which fields of today's it lacks. `has_tables`: if its count tables can be read."""

    schema: tantivy.Schema
    lacking: frozenset[str] = frozenset()
    has_tables: bool = True

    @classmethod
    def today(cls) -> IndexForm:
        return cls(schema())

    @classmethod
    def of(cls, index: tantivy.Index, built_by: int | None) -> IndexForm:
        """`built_by`: the edition, None if it is not known. Raises IndexUnusable if it cannot be searched."""
        if is_current(built_by):
            if index.schema != schema():
                raise IndexUnusable("The index has another schema.")
            lacking = PLACE_FIELDS if built_by and _places_of(built_by) != _places_of(edition()) else frozenset()
            return cls(index.schema, lacking)
        version = _version_of(built_by or 0)
        if not OLDEST_SEARCHED <= version < schema_version():
            raise NotReady("A version of the software built the index that this one cannot read.")
        fields = _described(index.schema)
        lacking = frozenset(
            name
            for name, description in _described(schema()).items()
            if fields.get(name) != description or CHANGED_IN.get(name, 0) > version
        )
        if _places_of(built_by or 0) != _places_of(edition()):
            lacking |= PLACE_FIELDS
        return cls(index.schema, lacking, has_tables=False)

    def require(self, field: str) -> None:
        """Raises NotReady if the index lacks the field."""
        if field in self.lacking:
            raise NotReady(f"The index was built by an older version, which has no {field}.")


def is_current(built_by: int | None) -> bool:
    """Whether a version with this schema built an index. True if nobody knows: its schema has to be the same then."""
    return built_by is None or _version_of(built_by) == schema_version()


def builder_of(built_by: int) -> str:
    """The version that built an index, in words."""
    if is_current(built_by):
        return "a version with other names or places"
    return "an older version" if _version_of(built_by) < schema_version() else "a newer version"


def _version_of(built_by: int) -> int:
    return built_by >> 32 & 0xFFFFFFFF


def _places_of(built_by: int) -> int:
    return built_by >> 64


def _described(of: tantivy.Schema) -> dict[str, Any]:
    """Each field with all that distinguishes it; tantivy gives it to pickle alone."""
    reduced: Any = of.__reduce__()
    _, (description,) = reduced
    return {field["name"]: field for field in description["inner"]}
