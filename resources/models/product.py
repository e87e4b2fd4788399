"""A product of No One Left Behind: one record behind every table, timeline, diagram, edition and file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from cms.blocks.choosers import PageTargetBlock
from cms.blocks.links import LinkItemBlock
from cms.blocks.validation import TurnTakingStreamBlock
from cms.languages.original import source_of
from cms.pages.models import SitePage
from cms.pages.privacy import ReadablePageQuerySet
from cms.partial_dates.field import PartialDateField
from cms.partial_dates.value import PartialDate
from cms.vocabulary.models import Audience, Term
from resources.forms import ProductPageForm
from resources.handbook.markup import plain_text
from resources.handbook.product_choices import ProductStatus, RelationKind
from resources.models.old_versions import ForgetsWhatIsDeleted

if TYPE_CHECKING:
    from resources.models.handbook import HandbookPage

SUMMARY_LENGTH = 300
SHORT_TEXT = ["bold", "italic", "ol", "ul", "link", "document-link", "superscript"]


def shortened(html: str) -> str:
    """The words of rich text, cut to the length of a summary."""
    return Truncator(" ".join(plain_text(html).split())).chars(SUMMARY_LENGTH)


class ProductCategory(Term):
    """One of the parts of the products table, such as “National products”."""

    class Meta(Term.Meta):
        abstract = False
        verbose_name = _("product category")
        verbose_name_plural = _("product categories")


class RelationBlock(blocks.StructBlock):
    """How the product bears on another one."""

    kind = blocks.ChoiceBlock(label=_("This product …"), choices=RelationKind.choices)
    product = PageTargetBlock(label=_("… this one"), page_type="resources.ProductPage")

    class Meta:
        icon = "link"
        label = _("Relation")
        label_format = "{kind} {product}"


class ProductQuerySet(ReadablePageQuerySet):
    """Products in the editors' order."""

    def for_handbook(self) -> ProductQuerySet:
        return self.live().public().order_by("path").defer("related")


class ProductPage(ForgetsWhatIsDeleted, SitePage):
    """One product: what it is, who made it, who can use it, and where it is found."""

    category = models.ForeignKey(
        ProductCategory,
        verbose_name=_("category"),
        null=True,
        on_delete=models.PROTECT,
        related_name="products",
        help_text=_("The part of the table it stands in."),
    )
    published = PartialDateField(
        _("When was it published?"),
        blank=True,
        help_text=_("As exactly as it is known: “10 December 2021”, “Dec 2021”, “2021”."),
    )
    what = RichTextField(_("What does it do?"), blank=True, features=SHORT_TEXT)
    made_by = RichTextField(_("Who made it?"), blank=True, features=SHORT_TEXT)
    used_by = RichTextField(_("Who can use it?"), blank=True, features=SHORT_TEXT)
    usage = RichTextField(_("How and when can it be used?"), blank=True, features=SHORT_TEXT)
    audiences = ParentalManyToManyField(
        Audience,
        verbose_name=_("audiences"),
        blank=True,
        help_text=_("Readers filter by them. They stand beside the words above."),
    )
    links = StreamField(
        TurnTakingStreamBlock([("link", LinkItemBlock())]),
        verbose_name=_("links and documents"),
        blank=True,
        help_text=_("The first is the main one: the name of the product leads there from the files."),
    )
    rhythm = models.CharField(
        _("how often it is updated"),
        max_length=100,
        blank=True,
        help_text=_("Such as “Updated twice a year”."),
    )
    status = models.CharField(
        _("status"), max_length=12, choices=ProductStatus.choices, default=ProductStatus.CURRENT
    )
    replaced_by = models.ForeignKey(
        "resources.ProductPage",
        verbose_name=_("replaced by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Only with the status “Replaced by another”."),
    )
    withdrawn_reason = models.CharField(
        _("why it was withdrawn"),
        max_length=250,
        blank=True,
        help_text=_("Only with the status “Withdrawn”. Readers see it."),
    )
    relations = StreamField(
        TurnTakingStreamBlock([("relation", RelationBlock())]),
        verbose_name=_("relations to other products"),
        blank=True,
        help_text=_("Drawn in “How the resources fit together”. Only what somebody has agreed on."),
    )

    language_neutral = ("category", "published", "audiences", "status", "replaced_by", "relations")
    objects = PageManager.from_queryset(ProductQuerySet)()
    base_form_class = ProductPageForm

    summary_is_written = False
    body_panels = [
        FieldPanel("category", widget=forms.Select),
        FieldRowPanel([FieldPanel("published"), FieldPanel("rhythm")]),
        FieldPanel("what"),
        FieldPanel("made_by"),
        FieldPanel("used_by"),
        FieldPanel("audiences", widget=forms.CheckboxSelectMultiple),
        FieldPanel("usage"),
        FieldPanel("links"),
        FieldPanel("relations"),
        MultiFieldPanel(
            [
                FieldPanel("status"),
                PageChooserPanel("replaced_by"),
                FieldPanel("withdrawn_reason"),
            ],
            _("Does it still hold?"),
        ),
    ]
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("what"),
        index.SearchField("made_by"),
        index.SearchField("used_by"),
        index.SearchField("usage"),
        index.FilterField("category"),
        index.FilterField("status"),
    ]
    parent_page_types = ["resources.ProductIndexPage"]
    subpage_types: list[str] = []
    max_count = None
    template = "resources/handbook/product_page.html"
    page_description = _("One product of the handbook.")

    class Meta:
        verbose_name = _("product")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """The summary on cards and in search is what the product does, so that it is written once."""
        self.summary = shortened(self.what) or self.title
        super().full_clean(*args, **kwargs)

    def missing(self) -> dict[str, str]:
        missing = {}
        if self.category_id is None:
            missing["category"] = _("Choose the part of the table it stands in.")
        if not plain_text(self.what):
            missing["what"] = _("Say in a sentence or two what it does.")
        if self.status == ProductStatus.REPLACED and self.replaced_by_id in (None, self.pk):
            missing["replaced_by"] = _("Choose the product that replaces this one.")
        if self.status == ProductStatus.WITHDRAWN and not self.withdrawn_reason:
            missing["withdrawn_reason"] = _("Say in one sentence why it was withdrawn.")
        return missing

    @property
    def listing_date(self) -> PartialDate | None:
        return self.published

    @cached_property
    def handbook_page(self) -> HandbookPage:
        """The handbook it stands in."""
        return _handbook_above(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from resources.handbook.gather import current_handbook, product_of
        from resources.handbook.product_facts import product_context

        context = super().get_context(request, *args, **kwargs)
        book = current_handbook(self.handbook_page)
        is_draft = getattr(request, "is_preview", False)
        product = None if is_draft else book.product(str(self.translation_key))
        category = str(self.category) if self.category_id else ""
        facts = product_context(product or product_of(self), category, book)
        return context | facts | {"source": source_of(self)}


class ProductIndexPage(SitePage):
    """All products, with filters and sorting."""

    parent_page_types = ["resources.HandbookPage"]
    subpage_types = ["resources.ProductPage"]
    max_count = None
    max_count_per_parent = 1
    template = "resources/handbook/product_index_page.html"
    page_description = _("The list of all products with filters. One a handbook.")

    class Meta:
        verbose_name = _("list of products")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from resources.handbook.product_list import list_context

        context = super().get_context(request, *args, **kwargs)
        return context | list_context(self, request)

    @cached_property
    def handbook_page(self) -> HandbookPage:
        return _handbook_above(self)


def _handbook_above(page: Page) -> HandbookPage:
    from resources.models.handbook import HandbookPage

    return HandbookPage.objects.ancestor_of(page).get()
