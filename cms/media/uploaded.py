"""After a picture was uploaded or replaced, or another part of it became the middle."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from cms.media.models import SiteImage
from cms.media.tasks import make_renditions

SHOWN_FIELDS = {"file", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"}


@receiver(post_save, sender=SiteImage)
def make_its_sizes_soon(
    instance: SiteImage, raw: bool, update_fields: Collection[str] | None, **kwargs: Any
) -> None:
    """The task makes only what is missing, so nothing is asked here about what has changed."""
    if not raw and (update_fields is None or SHOWN_FIELDS & set(update_fields)):
        transaction.on_commit(partial(make_renditions.enqueue, instance.pk))
