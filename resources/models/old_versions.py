"""Versions that name something deleted since: they still open, without it."""

from __future__ import annotations

from typing import Any, Self

from django.db import models


class ForgetsWhatIsDeleted:
    """Wagtail cannot read a version whose protected relation is gone; here the relation is then empty."""

    @classmethod
    def from_serializable_data(cls, data: dict[str, Any], *args: Any, **kwargs: Any) -> Self | None:
        gone = {
            field.name: None
            for field in cls._meta.concrete_fields
            if field.remote_field
            and field.remote_field.on_delete is models.PROTECT
            and data.get(field.name) is not None
            and not field.related_model._base_manager.filter(pk=data[field.name]).exists()
        }
        return super().from_serializable_data(data | gone, *args, **kwargs)
