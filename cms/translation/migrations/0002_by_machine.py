"""How much of a version a machine wrote is kept with it, as the digest is."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("translation", "0001_english_words")]

    operations = [
        migrations.AddField(
            model_name="englishwords", name="by_machine", field=models.PositiveIntegerField(default=0)
        )
    ]
