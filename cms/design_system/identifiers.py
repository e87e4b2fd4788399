"""Ids that are unique on a page and the same each time the page is rendered."""

from django.template import Context


def unique_id(context: Context, prefix: str) -> str:
    """The next free id with this prefix.

    Blocks of a body are rendered one by one in contexts of their own; what they share is the request. So
    the count is kept there. Without a request (a preview of one component) the render context does.
    """
    request = context.get("request")
    if request is None:
        counts = context.render_context.setdefault("design_system_ids", {})
    else:
        counts = request.__dict__.setdefault("_design_system_ids", {})
    counts[prefix] = counts.get(prefix, 0) + 1
    return f"{prefix}-{counts[prefix]}"
