"""The rows stay; their tables take the names that the code uses."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("listings", "0005_reports")]

    operations = [
        migrations.RenameModel("Likeness", "MatchKey"),
        migrations.RenameIndex("MatchKey", new_name="match_key_blocks", old_name="likeness_blocks"),
        migrations.RenameIndex("MatchKey", new_name="match_key_unsettled", old_name="likeness_unsettled"),
        migrations.RenameIndex("MatchKey", new_name="match_key_version", old_name="likeness_version"),
        migrations.AlterField(
            "MatchKey",
            "posting",
            models.OneToOneField(
                on_delete=models.deletion.CASCADE,
                primary_key=True,
                related_name="match_key",
                serialize=False,
                to="listings.posting",
            ),
        ),
        migrations.RenameModel("Apart", "KeepSeparate"),
        migrations.RemoveConstraint("KeepSeparate", "apart_once"),
        migrations.AddConstraint(
            "KeepSeparate", models.UniqueConstraint(fields=("first", "second"), name="keep_separate_once")
        ),
        migrations.RenameModel("LastAnswer", "LastResponse"),
        migrations.AlterField(
            "LastResponse",
            "source",
            models.ForeignKey(
                on_delete=models.deletion.CASCADE, related_name="last_responses", to="listings.source"
            ),
        ),
        migrations.RemoveConstraint("LastResponse", "last_answer_once"),
        migrations.AddConstraint(
            "LastResponse", models.UniqueConstraint(fields=("source", "url"), name="last_response_once")
        ),
    ]
