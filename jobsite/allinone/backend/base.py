"""Django's PostgreSQL backend, which starts the embedded server before it first connects."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base
from django.db.utils import OperationalError
from django.utils.asyncio import async_unsafe

from jobsite.allinone.services import StartsNothing, ensure


class DatabaseWrapper(base.DatabaseWrapper):
    @async_unsafe
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            ensure()
        except StartsNothing as error:
            # What Django's own commands expect where no database answers; makemigrations does without.
            raise OperationalError(str(error)) from error
        return super().get_new_connection(conn_params)
