"""A word of a vocabulary, in an order that editors choose."""

from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from cms.page_cache.generation import kept


class TermQuerySet(models.QuerySet):
    """Terms in the editors' order."""

    def names(self, language: str) -> dict[UUID, str]:
        """By translation key."""
        rows = self.filter(locale__language_code=language).order_by()
        return dict(rows.values_list("translation_key", "name"))

    def named(self, name: str) -> "Term | None":
        """The term of that name, however its letters are written."""
        return self.filter(name__iexact=" ".join(name.split())).first()


class Term(TranslatableMixin, index.Indexed, models.Model):
    """A name that records are sorted under and readers filter by."""

    language_neutral = ("sort_order",)

    name = models.CharField(_("name"), max_length=120, help_text=_("Readers see it."))
    sort_order = models.IntegerField(null=True, blank=True, editable=False)

    objects = TermQuerySet.as_manager()
    panels = [FieldPanel("name")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["sort_order", "pk"]

    def __str__(self) -> str:
        """In the language of the reader. Records name the term of the first language in every language."""
        language = get_language() or settings.LANGUAGE_CODE
        if language == settings.LANGUAGE_CODE:
            return self.name
        model = type(self)
        names = kept(("names", model._meta.label, language), lambda: model._default_manager.names(language))
        return names.get(self.translation_key, self.name)
