"""Abbreviations that pages write out, or use without writing them out."""

from django.db import migrations

MORE = [
    "BSL, British Sign Language",
    "LGBF, Local Government Benchmarking Framework",
    "PWA, Partnership Working Agreement",
    "SCVO, Scottish Council for Voluntary Organisations",
]


def write(apps, schema_editor):
    synonyms = apps.get_model("search", "Synonyms").objects
    synonyms.bulk_create([synonyms.model(words=words) for words in MORE])


def take_back(apps, schema_editor):
    apps.get_model("search", "Synonyms").objects.filter(words__in=MORE).delete()


class Migration(migrations.Migration):
    dependencies = [("search", "0005_boosts_and_addresses")]

    operations = [migrations.RunPython(write, take_back)]
