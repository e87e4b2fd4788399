"""What sorts of publication there are, and whether one still holds."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PublicationType(models.TextChoices):
    """The types of publication that gov.scot readers meet."""

    DELIVERY_PLAN = "delivery-plan", _("Delivery plan")
    STRATEGY = "strategy", _("Strategy or plan")
    REVIEW = "review", _("Review")
    IMPACT_ASSESSMENT = "impact-assessment", _("Impact assessment")
    FRAMEWORK = "framework", _("Framework")
    AGREEMENT = "agreement", _("Agreement")
    GUIDANCE = "guidance", _("Advice and guidance")
    RESEARCH = "research", _("Research and analysis")
    STATISTICS = "statistics", _("Statistics")


class PublicationStatus(models.TextChoices):
    """Whether a publication still holds."""

    CURRENT = "current", _("Current")
    SUPERSEDED = "superseded", _("Replaced by a newer one")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# What a publication says in no language.
LANGUAGE_NEUTRAL = (
    "publication_type",
    "official_date",
    "first_published_on",
    "contact_email",
    "status",
    "superseded_by",
    "numbers_chapters",
)
