from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

from .forms import PartialDateFormField
from .value import NotAPartialDate, PartialDate

SORT_KEY_LENGTH = 12


class PartialDateAttribute(DeferredAttribute):
    """Makes `page.published = "Dec 2021"` hold a PartialDate at once; ValidationError for anything else."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = self.field.to_python(value)


class PartialDateField(models.Field):
    """A column of sort keys that is a PartialDate in Python, or None where the date is not known.

    ORDER BY the column gives the order of the dates. "Not known" is stored as an empty text rather than
    NULL, because SQLite and PostgreSQL put NULL at opposite ends: look for it with `exact=""`.
    """

    descriptor_class = PartialDateAttribute
    description = _("A date as precise as it is known")
    empty_strings_allowed = False  # so that a new object starts with None
    default_error_messages = {"invalid": NotAPartialDate.message}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = SORT_KEY_LENGTH
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def get_internal_type(self) -> str:
        return "CharField"

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> PartialDate | None:
        return PartialDate.from_sort_key(value) if value else None

    def to_python(self, value: Any) -> PartialDate | None:
        if value is None or value == "" or isinstance(value, PartialDate):
            return value or None
        try:
            return PartialDate.read(str(value))
        except NotAPartialDate:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def get_prep_value(self, value: Any) -> str | None:
        date = self.to_python(super().get_prep_value(value))
        if date is not None:
            return date.sort_key
        return None if self.null else ""

    def value_to_string(self, obj: models.Model) -> str:
        """For revisions and fixtures: the sort key, which no language or wording changes."""
        date = self.value_from_object(obj)
        return date.sort_key if date else ""

    def get_searchable_content(self, value: PartialDate | None) -> str | None:
        """What the search index filters and sorts by; it knows no Python objects of ours."""
        return value.sort_key if value else None

    def formfield(self, **kwargs: Any) -> forms.Field:
        return super().formfield(**{"form_class": PartialDateFormField, **kwargs})
