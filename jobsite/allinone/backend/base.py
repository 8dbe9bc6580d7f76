"""Django's PostgreSQL backend, which starts the embedded server before its first connection."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base
from django.db.utils import OperationalError
from django.utils.asyncio import async_unsafe

from jobsite.allinone.services import StartForbidden, ensure


class DatabaseWrapper(base.DatabaseWrapper):
    @async_unsafe
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            ensure()
        except StartForbidden as error:
            # The error that Django's commands expect without a database; makemigrations then does without.
            raise OperationalError(str(error)) from error
        return super().get_new_connection(conn_params)
