from django.apps import AppConfig
from django.core import checks


class ListingsConfig(AppConfig):
    name = "listings"
    verbose_name = "Job listings"

    def ready(self) -> None:
        from django.db.models import Field

        from listings.checks import check_boards, check_settings, check_sources
        from listings.models.any_lookup import AnyOf

        Field.register_lookup(AnyOf)
        checks.register(check_boards)
        checks.register(check_sources, checks.Tags.database)
        checks.register(check_settings, deploy=True)
