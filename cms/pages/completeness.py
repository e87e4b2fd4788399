"""Whether a draft is complete enough for readers. Saving never asks; going out does."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.fields import StreamField


def problems(draft: models.Model) -> dict[str, str]:
    """What is missing or wrong in a draft as it was saved, by field name; empty when it may go out."""
    found: dict[str, str] = {}
    try:
        draft.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        found |= {name: " ".join(messages) for name, messages in error.message_dict.items()}
    for field in draft._meta.get_fields():
        if isinstance(field, StreamField):
            try:
                field.stream_block.clean(getattr(draft, field.name))
            except ValidationError as error:
                found[field.name] = " ".join(error.messages) or str(error)
    return found | getattr(draft, "missing", dict)()
