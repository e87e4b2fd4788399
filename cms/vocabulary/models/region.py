"""Where a council lies."""

from django.utils.translation import gettext_lazy as _

from cms.vocabulary.models.term import Term


class Region(Term):
    """A part of Scotland that councils are grouped by."""

    class Meta(Term.Meta):
        abstract = False
        verbose_name = _("region")
        verbose_name_plural = _("regions")
