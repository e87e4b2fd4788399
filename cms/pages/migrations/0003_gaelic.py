"""Scottish Gaelic is the second language of the site."""

from django.db import migrations


def add(apps, schema_editor):
    apps.get_model("wagtailcore", "Locale").objects.get_or_create(language_code="gd")


class Migration(migrations.Migration):
    dependencies = [("pages", "0002_strip_leads_to_sign_up"), ("wagtailcore", "0053_locale_model")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
