from django.db import migrations


def keep_reasons(apps, schema_editor):
    Listing, Takedown = apps.get_model("listings", "Listing"), apps.get_model("listings", "Takedown")
    for listing in Listing.objects.exclude(hidden_at=None).only("hidden_at", "hidden_reason"):
        takedown = Takedown.objects.create(
            kind="listing",
            listing=listing,
            reason="other",
            note=listing.hidden_reason,
            at=listing.hidden_at,
            settled=True,
        )
        Listing.objects.filter(pk=listing.pk).update(takedown=takedown)


class Migration(migrations.Migration):
    dependencies = [("listings", "0015_takedowns")]

    operations = [
        migrations.RunPython(keep_reasons, migrations.RunPython.noop),
        # A table cannot be altered while checks of its foreign keys are still to come.
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RemoveField("listing", "hidden_reason"),
    ]
