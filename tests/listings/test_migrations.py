"""What is kept goes along when the tables change."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone


@pytest.mark.django_db(transaction=True)
def test_employers_whose_spellings_now_share_a_key_become_the_oldest() -> None:
    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes("listings")
    executor.migrate([("listings", "0003_identity")])
    try:
        apps = executor.loader.project_state([("listings", "0003_identity")]).apps
        company, listing = apps.get_model("listings", "Company"), apps.get_model("listings", "Listing")
        now = timezone.now()
        for key in ("lemon io", "zócalo health", "lemonio", "quayside", "zocalo health"):
            employer = company.objects.create(key=key, name=key, slug=key.replace(" ", "-").replace("ó", "o-"))
            listing.objects.create(
                company=employer, title=key, slug="x", posted_at=now, first_seen_at=now, changed_at=now
            )
        executor = MigrationExecutor(connection)
        executor.migrate([("listings", "0004_company_keys")])
        assert list(company.objects.order_by("pk").values_list("key", "name")) == [
            ("lemonio", "lemon io"),
            ("zocalohealth", "zócalo health"),
            ("quayside", "quayside"),
        ]
        assert list(listing.objects.order_by("pk").values_list("company__key", flat=True)) == [
            "lemonio",
            "zocalohealth",
            "lemonio",
            "quayside",
            "zocalohealth",
        ]
    finally:
        MigrationExecutor(connection).migrate(latest)
