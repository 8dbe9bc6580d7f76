"""A site's own database, as somebody outside the site sees it."""

from __future__ import annotations

from typing import Any

import psycopg

from jobsite.allinone import DataPaths
from tests.jobsite.allinone.site import Site


class SiteDatabase:
    """It may be down at any moment."""

    def __init__(self, site: Site) -> None:
        self.paths = DataPaths(site.folder, explicit=True)

    def rows(self, query: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """Raises psycopg.Error while it is down."""
        at: dict[str, Any] = dict(self.paths.database_settings)
        with psycopg.connect(
            host=at["HOST"], port=at["PORT"], user=at["USER"], dbname=at["NAME"], autocommit=True
        ) as connection:
            result = connection.execute(query.encode(), parameters)
            return result.fetchall() if result.description else []

    def count(self, query: str, *parameters: Any) -> int:
        """0 while it is down."""
        try:
            return int(self.rows(query, *parameters)[0][0])
        except psycopg.Error:
            return 0
