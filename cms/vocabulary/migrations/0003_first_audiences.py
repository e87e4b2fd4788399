"""The audiences a new site starts with; editors add, rename and order them."""

import uuid

from django.conf import settings
from django.db import migrations

FIRST = [
    "Local employability partnerships",
    "Local authorities",
    "Delivery partners",
    "Strategic partners",
    "Third sector",
    "Employers",
    "People who use services",
    "Public",
]


def add(apps, schema_editor):
    locales = apps.get_model("wagtailcore", "Locale").objects
    locale, _ = locales.get_or_create(language_code=settings.LANGUAGE_CODE)
    audiences = apps.get_model("vocabulary", "Audience").objects
    for place, name in enumerate(FIRST):
        audiences.create(name=name, sort_order=place, locale=locale, translation_key=uuid.uuid4())


class Migration(migrations.Migration):
    dependencies = [("vocabulary", "0002_audience")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
