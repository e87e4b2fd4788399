"""What the page of a handbook product says about councils."""

from typing import Any

from django import template

from la_directory.product_use import use_of
from resources.models import ProductPage

register = template.Library()


@register.inclusion_tag("la_directory/councils_using.html")
def councils_using(product: ProductPage) -> dict[str, Any]:
    """The councils whose services use a product, and case studies about it; nothing where there are none."""
    return {"use": use_of(product)}
