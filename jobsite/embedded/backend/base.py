"""Django's PostgreSQL backend, which starts the embedded server before it first connects."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base
from django.utils.asyncio import async_unsafe

from jobsite.embedded.services import ensure


class DatabaseWrapper(base.DatabaseWrapper):
    @async_unsafe
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        ensure()
        return super().get_new_connection(conn_params)
