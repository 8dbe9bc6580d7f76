"""`manage.py resetlogin NAME`: lets somebody in who has lost the phone and the recovery codes, or has to wait."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from jobsite.login.limits import forget
from jobsite.login.second_factor import remove_devices


class Command(BaseCommand):
    help = "Remove an admin's second factor, and end the wait after failed tries to sign in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="the user name")

    def handle(self, *args: object, **options: str) -> None:
        user = get_user_model().objects.filter(username=options["name"]).first()
        if user is None:
            raise CommandError(f"There is no user {options['name']!r}.")
        count = remove_devices(user)
        forget(user.get_username())
        self.stdout.write(f"{user.get_username()} signs in with the password alone.{'' if count else ' (As before.)'}")
