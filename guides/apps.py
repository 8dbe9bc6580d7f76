from django.apps import AppConfig
from django.core import checks


class GuidesConfig(AppConfig):
    name = "guides"
    verbose_name = "Guide"

    def ready(self) -> None:
        from guides.checks import check_chapters

        checks.register(check_chapters)
