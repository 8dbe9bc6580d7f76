"""Detail pages wait as rows, gone pages and dates are kept with their posting, and merged listings know their openings."""

import django.db.models.deletion
from django.db import migrations, models

# Until now only the listing kept the date that never moves: its oldest posting takes it over.
DATES = [
    "UPDATE listings_posting SET posted_at = LEAST(published_at, first_seen_at)",
    """
    UPDATE listings_posting posting SET posted_at = LEAST(posting.posted_at, listing.posted_at)
    FROM listings_listing listing
    WHERE listing.id = posting.listing_id
        AND posting.id = (
            SELECT sibling.id FROM listings_posting sibling WHERE sibling.listing_id = listing.id
            ORDER BY LEAST(sibling.published_at, sibling.first_seen_at), sibling.id LIMIT 1
        )
    """,
    # Maintenance reads the facts of these postings again, which derives their listings' openings.
    """
    UPDATE listings_posting SET facts_version = 0
    WHERE listing_id IN (SELECT listing_id FROM listings_posting GROUP BY listing_id HAVING count(*) > 1)
    """,
    # Closed because the page was gone: the rule now reads this from the posting.
    "UPDATE listings_posting SET page_gone_at = closed_at WHERE closed_reason = 'page gone'",
    # Lists stored before this have no links, and what they listed does not wait: they have to be read in full once.
    "UPDATE listings_lastresponse SET etag = '', last_modified = '' WHERE external_id = ''",
]


class Migration(migrations.Migration):
    dependencies = [("listings", "0006_rename_models")]

    operations = [
        migrations.CreateModel(
            name="PendingPage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.TextField()),
                ("list_url", models.TextField()),
                ("external_id", models.TextField()),
                ("lastmod", models.DateTimeField(null=True)),
                ("company", models.TextField(blank=True)),
                ("position", models.PositiveIntegerField()),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("next_try_at", models.DateTimeField(null=True)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pending_pages",
                        to="listings.source",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["source", "tries", "position"], name="pending_page_order")],
                "constraints": [models.UniqueConstraint(fields=("source", "url"), name="pending_page_once")],
            },
        ),
        migrations.AddField("lastresponse", "links", models.JSONField(default=list)),
        migrations.AddField("lastresponse", "cursor", models.JSONField(null=True)),
        migrations.AddField("posting", "posted_at", models.DateTimeField(null=True)),
        migrations.AddField("posting", "page_gone_at", models.DateTimeField(null=True)),
        migrations.AddField("listing", "openings", models.JSONField(blank=True, default=list)),
        migrations.RunSQL(DATES, migrations.RunSQL.noop),
        migrations.AlterField("posting", "posted_at", models.DateTimeField()),
        migrations.AddIndex(
            "posting",
            models.Index(
                condition=models.Q(("closed_at", None), ("missed__gte", 2)), fields=["source"], name="posting_missed"
            ),
        ),
    ]
