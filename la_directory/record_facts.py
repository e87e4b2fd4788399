"""What readers are told by a contact or a service, field by field in words."""

from __future__ import annotations

from django.db import models
from django.utils.text import capfirst

from cms.pages.approval.words import in_words
from la_directory.models.place_on_council_page import CouncilRecord
from la_directory.opening_hours.comparison import in_words as hours_words
from la_directory.opening_hours.hours import OpeningHours


def facts(record: CouncilRecord) -> list[tuple[str, str]]:
    """Labels with values, in the order of the record; what is empty is left out."""
    fields = [record._meta.get_field(name) for name in record.checked_fields]
    said = [(str(capfirst(field.verbose_name)), _in_words(record, field)) for field in fields]
    return [(label, words) for label, words in said if words]


def _in_words(record: CouncilRecord, field: models.Field) -> str:
    value = getattr(record, field.name)
    if field.many_to_many:
        terms = record.public_products if field.name == "products" else value.all()
        return ", ".join(str(term) for term in terms)
    if field.choices:
        return str(getattr(record, f"get_{field.name}_display")())
    if field.name == "opening_hours":
        return hours_words(OpeningHours.from_blocks(value))
    return "" if value is False else in_words(value)
