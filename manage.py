#!/usr/bin/env python
"""Django's command line. What goes wrong before a command runs is reported in one sentence."""

import os
import sys
import warnings

STARTS_NOTHING = {"help", "version", "parse", "sampleboards", "makemigrations", "collectstatic", "findstatic"}

# Changing tables waits for all who read them, and may take its time.
MIGRATING = {"migrate", "prepare", "restore", "up"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobsite.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    from jobsite import allinone, timeouts

    if len(sys.argv) > 1 and sys.argv[1] in MIGRATING:
        timeouts.use("migrations")
    try:
        from django.conf import settings

        # Loads the settings now. Django's own command line swallows their errors and then misses its commands.
        settings.INSTALLED_APPS  # noqa: B018
        if len(sys.argv) > 1 and sys.argv[1] in STARTS_NOTHING:
            allinone.forbid(f"`manage.py {sys.argv[1]}` starts no database, but something in it needs one.")
            # makemigrations compares with the database if there is one, and warns if there is not.
            warnings.filterwarnings("ignore", message="Got an error checking a consistent migration history")
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, allinone.EmbeddedError) as error:
        if os.environ.get("DEBUG", "").lower() in {"1", "true"}:
            raise
        sys.exit(f"{error}")
    except Exception as error:
        from jobsite import outages

        if os.environ.get("DEBUG", "").lower() in {"1", "true"} or not (message := outages.sentence(error)):
            raise
        sys.exit(message)


if __name__ == "__main__":
    main()
