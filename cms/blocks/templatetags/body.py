"""What page templates ask of a body."""

from collections.abc import Iterable

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from wagtail.blocks import StreamValue
from wagtail.images.models import AbstractImage, Picture

from cms.blocks import contents, pictures
from cms.blocks.targets import gather_for_request
from cms.blocks.text import LinkedText

register = template.Library()


@register.simple_tag
def headings(body: StreamValue, prefix: str = "") -> list[contents.Heading]:
    """The headings of a body for ds_contents."""
    return contents.headings(body, prefix)


@register.filter
def linked_text(html: str) -> LinkedText:
    """Rich text from a field of its own, with links finished as in a body."""
    return LinkedText(html)


@register.simple_tag(takes_context=True)
def body_below(context: Context, body: StreamValue, prefix: str = "", offset: int = 1) -> SafeString:
    """A body under a heading of the page: its headings go down a level, its anchors get a prefix."""
    return body.render_as_block({**context.flatten(), "heading_offset": offset, "anchor_prefix": prefix})


@register.simple_tag(takes_context=True)
def gather_bodies(context: Context, pages: Iterable) -> str:
    """Before several pages with a `body` are shown on one: fetches what they point at together."""
    if request := context.get("request"):
        gather_for_request([page.body for page in pages], request)
    return ""


@register.simple_tag(takes_context=True)
def picture(context: Context, image: AbstractImage | None) -> Picture | str:
    """A picture of an ImageBlock with its alternative text, in the sizes of the text column."""
    return pictures.figure_picture(image, context.get("request"))


@register.simple_tag(takes_context=True)
def hero_picture(context: Context, image: AbstractImage | None) -> Picture | str:
    """A picture that decorates the head of a page."""
    return pictures.hero_picture(image, context.get("request"))
