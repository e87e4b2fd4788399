"""Whom something is for."""

from django.utils.translation import gettext_lazy as _

from cms.vocabulary.models.term import Term


class Audience(Term):
    """People or bodies that a product, a case study or a bulletin item is meant for."""

    class Meta(Term.Meta):
        abstract = False
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
