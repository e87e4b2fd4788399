"""What is sent is a frozen draft, and purging old drafts passes over it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("bulletin", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="sending",
            name="revision",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.revision",
            ),
        ),
    ]
