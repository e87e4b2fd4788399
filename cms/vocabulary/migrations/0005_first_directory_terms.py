"""The words a new directory starts with; editors add, rename and order them."""

import uuid

from django.conf import settings
from django.db import migrations

FIRST = {
    "ClientGroup": [
        "Young people",
        "Parents",
        "Disabled people",
        "People with health conditions",
        "People with convictions",
        "Care-experienced people",
        "Minority ethnic people",
        "Refugees",
        "People aged 50 and over",
        "Unemployed 12 months or more",
    ],
    "ServiceKind": [
        "Key worker support",
        "Skills and training",
        "Work experience",
        "Employer engagement",
        "Health and work",
        "Money and benefits advice",
        "Childcare and travel",
        "Self-employment",
        "In-work support",
    ],
    "Theme": [
        "Getting started",
        "Health and wellbeing",
        "Skills",
        "Employers",
        "Families",
        "Justice",
        "Rural and island life",
        "Partnership working",
    ],
    "Region": [
        "Highlands and Islands",
        "North East",
        "Tayside",
        "Central",
        "Fife",
        "Edinburgh and South East",
        "Glasgow City Region",
        "Ayrshire",
        "South",
    ],
}


def add(apps, schema_editor):
    locales = apps.get_model("wagtailcore", "Locale").objects
    locale, _ = locales.get_or_create(language_code=settings.LANGUAGE_CODE)
    for model, names in FIRST.items():
        terms = apps.get_model("vocabulary", model).objects
        for place, name in enumerate(names):
            terms.create(name=name, sort_order=place, locale=locale, translation_key=uuid.uuid4())


class Migration(migrations.Migration):
    dependencies = [("vocabulary", "0004_directory_terms")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
