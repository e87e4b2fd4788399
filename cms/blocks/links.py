"""Links to pages, documents and other sites, and what is made of them."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from cms.blocks.addresses import AddressBlock, safe_address
from cms.blocks.choosers import DocumentTargetBlock, PageTargetBlock
from cms.blocks.documents import file_note
from cms.blocks.previews import PreviewedBlock
from cms.blocks.targets import page_address, readable_page
from cms.languages.marks import foreign_language

TARGETS = ("page", "document", "address", "email")


class LinkValue(blocks.StructValue):
    """Where a link leads. `url` is empty where readers cannot be led there: show the words without a link."""

    @property
    def url(self) -> str:
        if self["page"]:
            return page_address(self["page"])
        if self["document"]:
            return self["document"].url
        if self["email"]:
            return safe_address(f"mailto:{self['email']}")
        return safe_address(self["address"])

    @property
    def title(self) -> str:
        """What the target calls itself, for a link without words; "" if nobody may know yet."""
        if self["page"]:
            page = self.shown_page
            return page.title if page else ""
        if self["document"]:
            return self["document"].title
        return self["email"] or urlsplit(self.url).netloc or urlsplit(self.url).path

    @property
    def shown_page(self) -> Page | None:
        """The page it leads to, in the reader’s language where it is translated."""
        return readable_page(self["page"])

    @property
    def language(self) -> str:
        """Of the page it leads to, such as "en-GB", where that is not the reader’s; else ""."""
        return foreign_language(self.shown_page)

    @property
    def note(self) -> str:
        """Type and size of a file, such as "PDF, 1.2 MB"; "" for other targets."""
        return file_note(self["document"]) if self["document"] and not self["page"] else ""

    @property
    def names_itself(self) -> bool:
        """Whether the target has a title of its own that can stand for the link."""
        return bool(self["page"] or self["document"])


class LinkBlock(blocks.StructBlock):
    """One target: a page of this site, a document, an address elsewhere or an e-mail address."""

    page = PageTargetBlock(label=_("Page of this site"), required=False)
    document = DocumentTargetBlock(label=_("Document"), required=False)
    address = AddressBlock(
        label=_("Address of another site"),
        required=False,
        max_length=1000,
        search_index=False,
        help_text=_(
            "In full, such as https://www.gov.scot/publications/. A telephone number as tel:+441314960000."
        ),
    )
    email = blocks.EmailBlock(label=_("E-mail address"), required=False)

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue
        help_text = _("Choose one of the four.")
        label_format = ""
        is_optional = False

    def clean(self, value: LinkValue) -> LinkValue:
        link = super().clean(value)
        if self.is_deferred_validation:
            return link
        given = [name for name in TARGETS if link[name]]
        if not given and not self.meta.is_optional:
            message = _("Choose where the link leads: a page, a document, an address or an e-mail address.")
            raise blocks.StructBlockValidationError({"page": ValidationError(message, code="required")})
        if len(given) > 1:
            message = _("A link leads to one place. Please leave one of these and empty the others.")
            raise blocks.StructBlockValidationError({name: ValidationError(message) for name in given})
        return link


class TitledLinkValue(blocks.StructValue):
    """A link with words of its own, else with the title of its target."""

    @property
    def shown_title(self) -> str:
        return self["title"] or self["link"].title

    @property
    def url(self) -> str:
        return self["link"].url

    @property
    def note(self) -> str:
        return self["link"].note

    @property
    def shown_page(self) -> Page | None:
        return self["link"].shown_page

    @property
    def language(self) -> str:
        """Of the page it leads to, where that is not the reader’s."""
        return self["link"].language

    @property
    def title_language(self) -> str:
        """Of its words, where they are the title of a page in another language than the reader’s."""
        return "" if self["title"] else self["link"].language


class TitledLinkBlock(blocks.StructBlock):
    """A link that takes its title from a page or a document where none is given."""

    def clean(self, value: TitledLinkValue) -> TitledLinkValue:
        entry = super().clean(value)
        if not self.is_deferred_validation and not entry["title"] and not entry["link"].names_itself:
            message = _("Give the link a title: an address has none of its own.")
            raise blocks.StructBlockValidationError({"title": ValidationError(message, code="required")})
        return entry

    class Meta:
        value_class = TitledLinkValue


TITLE_HELP = _("Empty: the title of the page or document.")


class LinkItemBlock(TitledLinkBlock):
    """One link of a list."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=150, help_text=TITLE_HELP)
    link = LinkBlock()
    summary = blocks.CharBlock(label=_("Summary"), required=False, max_length=250)

    class Meta:
        icon = "link"
        label = _("Link")


class LinksBlock(PreviewedBlock):
    """A list of links."""

    title = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    links = blocks.ListBlock(LinkItemBlock(), label=_("Links"), min_num=1)

    class Meta:
        icon = "link"
        label = _("Links")
        group = _("Links and documents")
        description = _("A list of links, each with a line about it if you like.")
        template = "blocks/links.html"
        preview_value = {
            "title": "Related information",
            "links": [
                {
                    "title": "Scottish Government publications",
                    "link": {"address": "https://www.gov.scot/publications/"},
                    "summary": "Policies, plans and statistics.",
                },
                {"title": "mygov.scot", "link": {"address": "https://www.mygov.scot/"}},
            ],
        }
