"""Frames around content: what stands between the tag and its end is inside."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_block_tag(name="ds_inset_text")
def inset_text(content: str) -> SafeString:
    """Words set apart from the rest."""
    return render_to_string("design_system/inset_text.html", {"content": content})


@register.simple_block_tag(name="ds_warning_text")
def warning_text(content: str) -> SafeString:
    """Words that warn."""
    return render_to_string("design_system/warning_text.html", {"content": content})


@register.simple_block_tag(name="ds_details")
def details(content: str, summary: str, is_open: bool = False) -> SafeString:
    """Words that open when asked for, or stand open from the first."""
    context = {"content": content, "summary": summary, "is_open": is_open}
    return render_to_string("design_system/details.html", context)


@register.simple_block_tag(name="ds_notification_banner")
def notification_banner(content: str, title: str = "") -> SafeString:
    """News for every reader of the site, across the top of the page."""
    return render_to_string("design_system/notification_banner.html", {"content": content, "title": title})
