"""For whom a service is."""

from django.utils.translation import gettext_lazy as _

from cms.vocabulary.models.term import Term


class ClientGroup(Term):
    """People whom a local service is made for."""

    class Meta(Term.Meta):
        abstract = False
        verbose_name = _("client group")
        verbose_name_plural = _("client groups")
