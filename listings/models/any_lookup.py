"""`= ANY(array)`: a single parameter for any number of values, where `IN` would need one for each."""

from __future__ import annotations

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.lookups import FieldGetDbPrepValueIterableMixin, Lookup
from django.db.models.sql.compiler import SQLCompiler


class AnyOf(FieldGetDbPrepValueIterableMixin, Lookup):
    lookup_name = "any"

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        left, parameters = self.process_lhs(compiler, connection)
        return f"{left} = ANY(%s)", (*parameters, list(self.rhs))
