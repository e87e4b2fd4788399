"""House rules that stop the site from starting when they are broken."""

from typing import Any

from django.core.checks import CheckMessage, Error, register
from wagtail.models import get_page_models

WRITTEN_OUT = ("parent_page_types", "subpage_types", "max_count")


@register()
def place_in_the_tree_is_written_out(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Every page type of ours says where it may stand, what may stand below it and how many there may be."""
    return [
        Error(
            f"{model.__name__} does not say its {name}.",
            hint=f"Write {name} in the class, even where it is what Wagtail would take.",
            obj=model,
            id="pages.E001",
        )
        for model in get_page_models()
        if not model.__module__.startswith("wagtail.")
        for name in WRITTEN_OUT
        if name not in vars(model)
    ]
