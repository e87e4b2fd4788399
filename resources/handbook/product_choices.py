"""What may be said of a product: where it stands and how it bears on others."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProductStatus(models.TextChoices):
    CURRENT = "current", _("Current")
    UNDER_REVIEW = "under_review", _("Under review")
    REPLACED = "replaced", _("Replaced by another")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class RelationKind(models.TextChoices):
    """Continues a sentence: the product … the other one."""

    SUPPORTS = "supports", _("supports")
    BUILDS_ON = "builds_on", _("builds on")
    IS_MEASURED_BY = "is_measured_by", _("is measured by")
    IS_USED_WITH = "is_used_with", _("is used with")

    def the_other_way(self) -> str:
        """The same relation as the other product would say it."""
        return str(
            {
                "supports": _("is supported by"),
                "builds_on": _("is built on by"),
                "is_measured_by": _("measures"),
                "is_used_with": _("is used with"),
            }[self.value]
        )
