"""What the templates of an edition ask."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils import timezone
from wagtail.images.models import AbstractImage, ResponsiveImage

from cms.blocks.pictures import described_card_picture

register = template.Library()


@register.filter
def has_passed(last_day: date | None) -> bool:
    """Whether an event, a deadline or a vacancy is over."""
    return last_day is not None and last_day < timezone.localdate()


@register.simple_tag
def item_picture(image: AbstractImage | None) -> ResponsiveImage | str:
    """The picture of an item, with the words given for it."""
    return described_card_picture(image)
