"""What a case study is about."""

from django.utils.translation import gettext_lazy as _

from cms.vocabulary.models.term import Term


class Theme(Term):
    """What a case study is about."""

    class Meta(Term.Meta):
        abstract = False
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
