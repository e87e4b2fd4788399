"""A word of a vocabulary, in an order that editors choose."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index


class TermQuerySet(models.QuerySet):
    """Terms in the editors' order."""

    def named(self, name: str) -> "Term | None":
        """The term of that name, however its letters are written."""
        return self.filter(name__iexact=" ".join(name.split())).first()


class Term(TranslatableMixin, index.Indexed, models.Model):
    """A name that records are sorted under and readers filter by."""

    name = models.CharField(_("name"), max_length=120, help_text=_("Readers see it."))
    sort_order = models.IntegerField(null=True, blank=True, editable=False)

    objects = TermQuerySet.as_manager()
    panels = [FieldPanel("name")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["sort_order", "pk"]

    def __str__(self) -> str:
        return self.name
