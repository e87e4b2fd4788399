"""Whether a draft is complete enough for readers. Saving never asks; going out does."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.fields import StreamField


def problems(draft: models.Model) -> dict[str, str]:
    """What is missing or wrong in a draft as it was saved, by field name; empty when it may go out."""
    found = {name: " ".join(error.messages) or str(error) for name, error in errors_of(draft).items()}
    return found | getattr(draft, "missing", dict)()


def errors_of(draft: models.Model) -> dict[str, ValidationError]:
    """What validation of all fields and blocks finds, by field name; no type is asked what it misses."""
    found: dict[str, ValidationError] = {}
    try:
        draft.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        found |= {name: ValidationError(errors) for name, errors in error.error_dict.items()}
    for field in draft._meta.get_fields():
        if isinstance(field, StreamField):
            try:
                field.stream_block.clean(getattr(draft, field.name))
            except ValidationError as error:
                found[field.name] = error
    return found
