"""What an editor wrote in a section, as the HTML that page, files and editions share."""

from __future__ import annotations

from django.utils.html import format_html
from wagtail.blocks import StreamValue, StructValue
from wagtail.images.shortcuts import get_rendition_or_not_found

from resources.handbook.markup import tidied

WIDTH = "width-1200"
# Word shows no WebP.
WIDTH_FOR_WEBP = f"{WIDTH}|format-png"


def section_html(body: StreamValue) -> str:
    """Headings within a section are of level 3, as the section's own is of level 2."""
    parts = []
    for block in body:
        if block.block_type == "heading":
            parts.append(format_html("<h3>{}</h3>", block.value))
        elif block.block_type == "image":
            parts.append(_figure(block.value))
        else:
            parts.append(tidied(block.value.__html__()))
    return "".join(parts)


def _figure(value: StructValue) -> str:
    image = value["image"]
    if image is None:
        return ""
    is_webp = image.file.name.lower().endswith(".webp")
    rendition = get_rendition_or_not_found(image, WIDTH_FOR_WEBP if is_webp else WIDTH)
    alt = "" if image.decorative else image.contextual_alt_text or image.default_alt_text
    caption = format_html("<figcaption>{}</figcaption>", value["caption"]) if value["caption"] else ""
    figure = format_html(
        '<figure><img src="{}" alt="{}" width="{}" height="{}">{}</figure>',
        rendition.url,
        alt,
        str(rendition.width),
        str(rendition.height),
        caption,
    )
    return figure + tidied(value["long_description"].__html__())
