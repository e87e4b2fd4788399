"""The four parts of the products table that a new site starts with."""

import uuid

from django.conf import settings
from django.db import migrations

FIRST = ["National products", "Supplementary resources", "Local resources", "Data resources"]


def add(apps, schema_editor):
    locales = apps.get_model("wagtailcore", "Locale").objects
    locale, _ = locales.get_or_create(language_code=settings.LANGUAGE_CODE)
    categories = apps.get_model("resources", "ProductCategory").objects
    for place, name in enumerate(FIRST):
        categories.create(name=name, sort_order=place, locale=locale, translation_key=uuid.uuid4())


class Migration(migrations.Migration):
    dependencies = [("resources", "0002_handbook")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
