"""The tables as 0001 to 0017 leave them, made at once: a new site starts seconds earlier.

A database without rows needs nothing of what those do to rows. A site that has applied some of them applies the rest.
"""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.utils.timezone
import listings.models.changes
import listings.models.sources
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("listings", "0001_initial"),
        ("listings", "0002_unhealthy_since"),
        ("listings", "0003_identity"),
        ("listings", "0004_company_keys"),
        ("listings", "0005_reports"),
        ("listings", "0006_rename_models"),
        ("listings", "0007_pending_pages_and_openings"),
        ("listings", "0008_texts"),
        ("listings", "0009_struck_facts"),
        ("listings", "0010_passed_over_version"),
        ("listings", "0011_no_vacancy"),
        ("listings", "0012_employers"),
        ("listings", "0013_request_body"),
        ("listings", "0014_dismissed_fetches"),
        ("listings", "0015_takedowns"),
        ("listings", "0016_reasons_of_hidden_listings"),
        ("listings", "0017_described_companies"),
    ]

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Company",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.TextField(unique=True)),
                ("name", models.TextField()),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("url", models.TextField(blank=True)),
                (
                    "described_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        help_text="When an operator last wrote name and address. Ads change neither after that.",
                        null=True,
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name_plural": "companies",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Fetch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("started_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("running", "running"),
                            ("ok", "ok"),
                            ("unchanged", "unchanged"),
                            ("quarantined", "quarantined"),
                            ("accepted", "accepted after quarantine"),
                            ("dismissed", "quarantined, then dismissed"),
                            ("failed", "failed"),
                            ("lost", "lost (its process ended)"),
                            ("dry run", "dry run"),
                            ("reread", "snapshots read again"),
                        ],
                        default="running",
                        max_length=20,
                    ),
                ),
                ("complete", models.BooleanField(default=False)),
                (
                    "present",
                    models.PositiveIntegerField(default=0, help_text="Distinct external ids in the responses."),
                ),
                ("seen", models.PositiveIntegerField(default=0)),
                ("new", models.PositiveIntegerField(default=0)),
                ("changed", models.PositiveIntegerField(default=0)),
                ("reopened", models.PositiveIntegerField(default=0)),
                ("same", models.PositiveIntegerField(default=0)),
                ("repeated", models.PositiveIntegerField(default=0)),
                ("not_remote", models.PositiveIntegerField(default=0)),
                ("rejected", models.PositiveIntegerField(default=0)),
                ("closed", models.PositiveIntegerField(default=0)),
                ("requests", models.PositiveIntegerField(default=0)),
                ("received_bytes", models.PositiveBigIntegerField(default=0)),
                (
                    "rejections",
                    models.JSONField(default=list, help_text="The first rejected records: [{record, reason}]."),
                ),
                ("error", models.TextField(blank=True)),
                ("quarantine_reason", models.TextField(blank=True)),
            ],
            options={
                "verbose_name_plural": "fetches",
                "ordering": ["-started_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("listing_id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("new", "New"),
                            ("changed", "Changed"),
                            ("closed", "Closed"),
                            ("reopened", "Reopened"),
                            ("hidden", "Hidden"),
                            ("removed", "Removed"),
                            ("merged", "Merged"),
                        ],
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "xid",
                    models.BigIntegerField(
                        db_default=django.db.models.functions.comparison.Cast(
                            listings.models.changes.CurrentTransaction(), models.BigIntegerField()
                        )
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["xid", "id"], name="change_in_order"),
                    models.Index(fields=["at"], name="change_by_age"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ErrorResponse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.TextField()),
                ("status", models.PositiveSmallIntegerField()),
                ("headers", models.JSONField(default=dict)),
                ("body", models.BinaryField()),
                ("is_cut", models.BooleanField(default=False, help_text="Whether the body went on.")),
                (
                    "fetch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="error_responses", to="listings.fetch"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Listing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.TextField()),
                ("slug", models.SlugField(max_length=120)),
                ("workplace", models.CharField(blank=True, max_length=10)),
                ("category", models.CharField(blank=True, max_length=20)),
                (
                    "employment",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), blank=True, default=list, size=None
                    ),
                ),
                (
                    "facts",
                    models.JSONField(
                        default=dict, help_text="The leading posting's; residence and pay are its opening's."
                    ),
                ),
                (
                    "openings",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Only if there are several: place, residence and pay of each.",
                    ),
                ),
                (
                    "places",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        help_text="Places of all postings, as their ads word them.",
                        size=None,
                    ),
                ),
                ("is_sample", models.BooleanField(default=False)),
                ("posted_at", models.DateTimeField(help_text="The earliest of its postings' dates.")),
                ("first_seen_at", models.DateTimeField()),
                (
                    "reposted_at",
                    models.DateTimeField(
                        blank=True, help_text="When a board last published it with a new id.", null=True
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "closed_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("expired", "its closing date has passed"),
                            ("gone", "its board no longer lists it"),
                            ("page gone", "its page on the board is gone"),
                            ("aged out", "it has not been seen for 45 days"),
                            ("board gone", "its employer's board is gone"),
                            ("not remote", "it is no longer offered as remote work"),
                            ("no vacancy", "its ad offers no particular job"),
                        ],
                        max_length=20,
                    ),
                ),
                ("hidden_at", models.DateTimeField(blank=True, null=True)),
                ("changed_at", models.DateTimeField()),
                (
                    "company",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="listings", to="listings.company"
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="listings.listing",
                    ),
                ),
            ],
            options={
                "ordering": ["-posted_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="LedgerRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("field", models.CharField(max_length=30)),
                ("old", models.TextField(blank=True)),
                ("new", models.TextField(blank=True)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "listing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="ledger", to="listings.listing"
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Posting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("external_id", models.TextField()),
                ("url", models.TextField()),
                ("ad", models.JSONField(help_text="The ad as the board states it, without its html.")),
                ("html", models.TextField(help_text="The description, sanitised as the board's terms ask.")),
                ("facts", models.JSONField(default=dict)),
                ("facts_version", models.PositiveIntegerField(default=0)),
                ("content_hash", models.BinaryField(max_length=32)),
                ("fingerprint", models.BinaryField(help_text="Company, title, place and text, folded.", max_length=32)),
                (
                    "posted_at",
                    models.DateTimeField(help_text="First published date or first seen, the earlier one; never moves."),
                ),
                ("published_at", models.DateTimeField(null=True)),
                ("expires_at", models.DateTimeField(null=True)),
                ("first_seen_at", models.DateTimeField()),
                ("last_seen_at", models.DateTimeField()),
                ("last_checked_at", models.DateTimeField(help_text="When its own page was last requested.", null=True)),
                (
                    "missed",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Complete healthy fetches without it, in a row."
                    ),
                ),
                (
                    "page_gone_at",
                    models.DateTimeField(
                        help_text="When its own page was found to be gone; cleared when the ad is read again.",
                        null=True,
                    ),
                ),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "closed_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("expired", "its closing date has passed"),
                            ("gone", "its board no longer lists it"),
                            ("page gone", "its page on the board is gone"),
                            ("aged out", "it has not been seen for 45 days"),
                            ("board gone", "its employer's board is gone"),
                            ("not remote", "it is no longer offered as remote work"),
                            ("no vacancy", "its ad offers no particular job"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "listing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="postings", to="listings.listing"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="listing",
            name="leading",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="listings.posting"
            ),
        ),
        migrations.CreateModel(
            name="Merge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                ("scores", models.JSONField(default=dict, help_text="What was compared: score, title, text, place.")),
                ("merged_at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "listing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="merges", to="listings.listing"
                    ),
                ),
                (
                    "made_from",
                    models.ForeignKey(
                        help_text="Its listing before the merge, if it had one.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="listings.listing",
                    ),
                ),
                (
                    "posting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="merges", to="listings.posting"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("closed", "It is closed already"),
                            ("not remote", "It is not remote"),
                            ("place", "Where one may live is wrong"),
                            ("pay", "The pay is wrong"),
                            ("fraud", "It looks like fraud"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=1000)),
                (
                    "state",
                    models.CharField(
                        choices=[("new", "to be looked at"), ("handled", "handled"), ("dismissed", "dismissed")],
                        default="new",
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "listing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reports", to="listings.listing"
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("request", models.JSONField(help_text="url, external_id, lastmod, company, body")),
                ("url", models.TextField()),
                ("status", models.PositiveSmallIntegerField()),
                ("content_type", models.CharField(blank=True, max_length=200)),
                ("body", models.BinaryField()),
                ("size", models.PositiveIntegerField(help_text="Bytes before compression.")),
                ("taken_at", models.DateTimeField(auto_now_add=True)),
                (
                    "fetch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="snapshots", to="listings.fetch"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.SlugField(help_text="Short name, used on the command line.", max_length=80, unique=True),
                ),
                ("board", models.CharField(choices=listings.models.sources.board_choices, max_length=40)),
                (
                    "options",
                    models.JSONField(blank=True, default=dict, help_text="The board's own options, as a JSON object."),
                ),
                ("enabled", models.BooleanField(default=True)),
                (
                    "interval_minutes",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Leave empty for the board's default. Never shorter than the publisher's terms allow.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                    ),
                ),
                ("is_sample", models.BooleanField(default=False, editable=False)),
                (
                    "mirror",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="Loopback address requested instead of the board's own.",
                        max_length=200,
                    ),
                ),
                ("next_fetch_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("lease_token", models.UUIDField(editable=False, null=True)),
                ("lease_until", models.DateTimeField(editable=False, null=True)),
                ("lease_started", models.BooleanField(default=False, editable=False)),
                ("cursor", models.JSONField(blank=True, editable=False, null=True)),
                (
                    "look_every",
                    models.DurationField(
                        editable=False,
                        help_text="An employer's time between two looks, by how often it changes.",
                        null=True,
                    ),
                ),
                (
                    "gone_looks",
                    models.PositiveSmallIntegerField(
                        default=0,
                        editable=False,
                        help_text="Looks in a row at which an employer's list was not there (404).",
                    ),
                ),
                ("gone_since", models.DateTimeField(editable=False, null=True)),
                (
                    "died_at",
                    models.DateTimeField(
                        editable=False, help_text="When its list was last taken to be gone.", null=True
                    ),
                ),
                (
                    "failures",
                    models.PositiveIntegerField(default=0, editable=False, help_text="Failed fetches in a row."),
                ),
                ("last_ok_at", models.DateTimeField(editable=False, null=True)),
                ("last_error", models.TextField(blank=True, editable=False)),
                ("last_error_at", models.DateTimeField(editable=False, null=True)),
                (
                    "unhealthy_since",
                    models.DateTimeField(editable=False, help_text="Set when the admins were notified.", null=True),
                ),
                ("passed_over_version", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "system",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        help_text="The hiring system of this employer. It is fetched only while both are enabled.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="employers",
                        to="listings.source",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.AddField(
            model_name="posting",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="postings", to="listings.source"
            ),
        ),
        migrations.CreateModel(
            name="PendingPage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.TextField()),
                ("list_url", models.TextField()),
                ("list_body", models.TextField(blank=True)),
                ("external_id", models.TextField()),
                ("lastmod", models.DateTimeField(null=True)),
                ("company", models.TextField(blank=True)),
                ("position", models.PositiveIntegerField()),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("next_try_at", models.DateTimeField(null=True)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="pending_pages", to="listings.source"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LastResponse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.TextField()),
                ("body", models.TextField(blank=True)),
                ("etag", models.TextField(blank=True)),
                ("last_modified", models.TextField(blank=True)),
                ("external_id", models.TextField(blank=True)),
                ("lastmod", models.DateTimeField(null=True)),
                ("external_ids", models.JSONField(default=list)),
                ("links", models.JSONField(default=list)),
                ("cursor", models.JSONField(null=True)),
                ("complete", models.BooleanField(default=True)),
                ("answered_at", models.DateTimeField()),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="last_responses", to="listings.source"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="fetch",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="fetches", to="listings.source"
            ),
        ),
        migrations.CreateModel(
            name="Employer",
            fields=[],
            options={
                "ordering": ["name"],
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("listings.source",),
        ),
        migrations.CreateModel(
            name="Takedown",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("listing", "job"), ("posting", "ad"), ("company", "employer"), ("domain", "domain")],
                        max_length=10,
                    ),
                ),
                ("domain", models.CharField(blank=True, help_text="With its subdomains.", max_length=253)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("legal", "a legal request"),
                            ("scam", "a scam"),
                            ("employer", "the employer's wish"),
                            ("privacy", "it names a person"),
                            ("other", "something else"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("by", models.CharField(blank=True, max_length=150)),
                ("at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
                ("lifted_by", models.CharField(blank=True, max_length=150)),
                ("settled", models.BooleanField(default=False, editable=False)),
                (
                    "company",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="takedowns",
                        to="listings.company",
                    ),
                ),
                (
                    "listing",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="listings.listing"
                    ),
                ),
                (
                    "posting",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="listings.posting"
                    ),
                ),
            ],
            options={
                "verbose_name": "take-down",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="ReportDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("hide", "taken down"),
                            ("check", "page checked"),
                            ("split", "merge corrected"),
                            ("handle", "marked as handled"),
                            ("dismiss", "dismissed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True, max_length=1000)),
                ("result", models.TextField(blank=True)),
                ("by", models.CharField(blank=True, max_length=150)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                ("undone_by", models.CharField(blank=True, max_length=150)),
                ("closed_postings", models.JSONField(default=list)),
                (
                    "merge",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="listings.merge"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="listings.report"
                    ),
                ),
                (
                    "takedown",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="listings.takedown",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.AddField(
            model_name="posting",
            name="takedown",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="postings",
                to="listings.takedown",
            ),
        ),
        migrations.AddField(
            model_name="listing",
            name="takedown",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="listings",
                to="listings.takedown",
            ),
        ),
        migrations.CreateModel(
            name="MatchKey",
            fields=[
                (
                    "posting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="match_key",
                        serialize=False,
                        to="listings.posting",
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                ("company", models.TextField(help_text="The employer's key as this ad spells its name.")),
                ("work", models.TextField(blank=True, help_text="Words of the title that name the work.")),
                ("levels", models.TextField(blank=True)),
                ("terms", models.TextField(blank=True)),
                ("places", models.TextField(blank=True)),
                ("signature", models.BinaryField(help_text="MinHash of the text.", max_length=256)),
                ("size", models.PositiveIntegerField(help_text="Number of distinct shingles in the text.")),
                ("agency", models.BooleanField(help_text="An agency's ad for another employer.")),
                (
                    "blocks",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        help_text="Only postings that share one are compared.",
                        size=None,
                    ),
                ),
                ("unsettled", models.BooleanField(default=True, help_text="To be clustered again.")),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["blocks"], name="match_key_blocks"
                    ),
                    models.Index(
                        condition=models.Q(("unsettled", True)), fields=["posting"], name="match_key_unsettled"
                    ),
                    models.Index(fields=["version"], name="match_key_version"),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeepSeparate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="listings.posting"
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="listings.posting"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("first", "second"), name="keep_separate_once")],
            },
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at", None)), fields=("posting",), name="merge_once_a_posting"
            ),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["state", "-id"], name="report_by_state"),
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(condition=models.Q(("enabled", True)), fields=["next_fetch_at"], name="source_due"),
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(
                condition=models.Q(("enabled", True), ("system__isnull", False)),
                fields=["system", "next_fetch_at"],
                name="employer_due",
            ),
        ),
        migrations.AddIndex(
            model_name="pendingpage",
            index=models.Index(fields=["source", "tries", "position"], name="pending_page_order"),
        ),
        migrations.AddConstraint(
            model_name="pendingpage",
            constraint=models.UniqueConstraint(fields=("source", "url"), name="pending_page_once"),
        ),
        migrations.AddConstraint(
            model_name="lastresponse",
            constraint=models.UniqueConstraint(fields=("source", "url", "body"), name="last_response_once"),
        ),
        migrations.AddIndex(
            model_name="fetch",
            index=models.Index(fields=["source", "-started_at"], name="fetch_by_source"),
        ),
        migrations.AddIndex(
            model_name="posting",
            index=models.Index(condition=models.Q(("closed_at", None)), fields=["expires_at"], name="posting_expiring"),
        ),
        migrations.AddIndex(
            model_name="posting",
            index=models.Index(
                condition=models.Q(("closed_at", None)), fields=["source", "last_seen_at"], name="posting_unseen"
            ),
        ),
        migrations.AddIndex(
            model_name="posting",
            index=models.Index(
                condition=models.Q(("closed_at", None), ("missed__gte", 2)), fields=["source"], name="posting_missed"
            ),
        ),
        migrations.AddIndex(
            model_name="posting",
            index=models.Index(
                condition=models.Q(("facts__contains", {"lints": [{}]})), fields=["source"], name="posting_struck"
            ),
        ),
        migrations.AddIndex(
            model_name="posting",
            index=models.Index(
                condition=models.Q(("takedown__isnull", False)), fields=["takedown"], name="posting_taken_down"
            ),
        ),
        migrations.AddConstraint(
            model_name="posting",
            constraint=models.UniqueConstraint(fields=("source", "external_id"), name="posting_once"),
        ),
        migrations.AddIndex(
            model_name="listing",
            index=models.Index(
                condition=models.Q(("closed_at", None), ("hidden_at", None), ("merged_into", None)),
                fields=["-posted_at", "-id"],
                name="listing_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="listing",
            index=models.Index(fields=["company", "-posted_at"], name="listing_by_company"),
        ),
        migrations.AddIndex(
            model_name="listing",
            index=models.Index(
                condition=models.Q(("takedown__isnull", False)), fields=["takedown"], name="listing_taken_down"
            ),
        ),
    ]
