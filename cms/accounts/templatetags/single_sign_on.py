"""The button of single sign-on on the sign-in page."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode

register = template.Library()


@register.inclusion_tag("accounts/single_sign_on.html")
def single_sign_on(wanted: str | None) -> dict[str, Any]:
    """`wanted` is where the person was going. Nothing is shown where single sign-on is off."""
    if not settings.SINGLE_SIGN_ON:
        return {}
    query = f"?{urlencode({'next': wanted})}" if wanted else ""
    return {"provider": settings.SINGLE_SIGN_ON["name"], "address": reverse("single_sign_on_start") + query}
