"""What a service does."""

from django.utils.translation import gettext_lazy as _

from cms.vocabulary.models.term import Term


class ServiceKind(Term):
    """What sort of help a local service gives."""

    class Meta(Term.Meta):
        abstract = False
        verbose_name = _("kind of service")
        verbose_name_plural = _("kinds of service")
