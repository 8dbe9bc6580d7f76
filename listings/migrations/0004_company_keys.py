"""An employer's key has neither spaces nor accents: "Zócalo Health" and the hiring system's "zocalohealth" are one."""

from __future__ import annotations

import unicodedata
from typing import Any

from django.db import migrations


def respell(apps: Any, editor: Any) -> None:
    """Companies that now share a key become the oldest of them."""
    company, listing = apps.get_model("listings", "Company"), apps.get_model("listings", "Listing")
    kept: dict[str, Any] = {}
    for one in company.objects.order_by("pk").iterator():
        letters = unicodedata.normalize("NFKD", one.key.replace(" ", ""))
        key = "".join(letter for letter in letters if not unicodedata.combining(letter))
        if key in kept:
            listing.objects.filter(company=one).update(company=kept[key])
            one.delete()
            continue
        kept[key] = one.pk
        if key != one.key:
            # A younger row may hold this very key until its turn comes.
            younger = company.objects.filter(key=key).first()
            if younger is not None:
                listing.objects.filter(company=younger).update(company=one)
                younger.delete()
            company.objects.filter(pk=one.pk).update(key=key)


class Migration(migrations.Migration):
    dependencies = [("listings", "0003_identity")]
    operations = [migrations.RunPython(respell, migrations.RunPython.noop)]
