from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('listings', '0009_struck_facts'),
    ]

    operations = [
        migrations.AddField(
            model_name='source',
            name='passed_over_version',
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AlterField(
            model_name='fetch',
            name='outcome',
            field=models.CharField(choices=[('running', 'running'), ('ok', 'ok'), ('unchanged', 'unchanged'), ('quarantined', 'quarantined'), ('accepted', 'accepted after quarantine'), ('failed', 'failed'), ('lost', 'lost (its process ended)'), ('dry run', 'dry run'), ('reread', 'snapshots read again')], default='running', max_length=20),
        ),
    ]
