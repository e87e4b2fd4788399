"""Pictures, and recordings that are kept by another service."""

from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.models import Picture

from cms.blocks.addresses import AddressBlock, safe_address
from cms.blocks.choosers import DescribedImageBlock, ImageTargetBlock
from cms.blocks.links import LinkBlock
from cms.blocks.pictures import card_picture, figure_picture
from cms.blocks.previews import PreviewedBlock
from cms.blocks.text import LinkedTextBlock

SERVICES = {
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
    "soundcloud.com": "SoundCloud",
    "spotify.com": "Spotify",
}


def _first_image() -> int | None:
    return get_image_model().objects.order_by("pk").values_list("pk", flat=True).first()


def example_image() -> dict[str, Any]:
    """The first picture of the library; an empty library shows the caption alone."""
    return {
        "image": {
            "image": _first_image(),
            "alt_text": "The first picture of the library",
            "decorative": False,
        },
        "caption": "A caption says what the picture adds to the text.",
        "long_description": "<p>A longer description carries what a diagram or a chart shows.</p>",
    }


def example_embed() -> dict[str, Any]:
    return {
        "title": "How local support works",
        "picture": _first_image(),
        "url": "https://www.youtube.com/",
        "description": "A film of four minutes with captions.",
        "transcript": {"address": "https://www.gov.scot/publications/"},
    }


class ImageValue(blocks.StructValue):
    """A picture in the text."""

    @property
    def picture(self) -> Picture | str:
        return figure_picture(self["image"])


class ImageBlock(PreviewedBlock):
    """A picture with a caption and, where it says much, a description at length."""

    image = DescribedImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)
    long_description = LinkedTextBlock(
        label=_("Long description"),
        required=False,
        help_text=_(
            "For diagrams and charts: everything the picture says, in words. It opens below the picture."
        ),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        group = _("Media")
        description = _("A picture with alternative text, a caption and, for diagrams, a long description.")
        template = "blocks/image.html"
        value_class = ImageValue
        preview_value = staticmethod(example_image)


class EmbedValue(blocks.StructValue):
    """A recording at another service."""

    @property
    def web_address(self) -> str:
        return safe_address(self["url"], web_only=True)

    @property
    def service(self) -> str:
        """The name readers know the service by, else the name of its host."""
        host = (urlsplit(self.web_address).hostname or "").removeprefix("www.")
        known = [name for domain, name in SERVICES.items() if host == domain or host.endswith(f".{domain}")]
        return known[0] if known else host

    @property
    def still(self) -> Picture | str:
        return card_picture(self["picture"])


class EmbedBlock(PreviewedBlock):
    """A film or a recording. Nothing of the other service is loaded: a still picture of ours leads there."""

    title = blocks.CharBlock(label=_("Title"), max_length=150)
    picture = ImageTargetBlock(
        label=_("Still picture"),
        required=False,
        help_text=_("Kept on this site, so that readers are not tracked."),
    )
    url = AddressBlock(
        label=_("Address"),
        max_length=1000,
        web_only=True,
        search_index=False,
        help_text=_("Of the page at YouTube, Vimeo or another service. Readers leave this site to see it."),
    )
    description = blocks.TextBlock(label=_("Description"), required=False, max_length=400, rows=2)
    transcript = LinkBlock(
        label=_("Transcript"),
        is_optional=True,
        help_text=_("A page or document with everything that is said and shown. The law asks for it."),
    )

    class Meta:
        icon = "media"
        label = _("Film or recording")
        group = _("Media")
        description = _("A still picture that leads to a film or recording elsewhere, with its transcript.")
        template = "blocks/embed.html"
        value_class = EmbedValue
        preview_value = staticmethod(example_embed)
