"""What readers, and councils by their mailed link, say is wrong with a contact or a service."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from cms.pages.feedback.masking import masked
from la_directory.models.council import CouncilPage


class Wrong(models.TextChoices):
    """What readers find wrong."""

    REACH = "reach", _("The telephone number or e-mail address does not work")
    HOURS = "hours", _("The address or the opening hours are wrong")
    WORDS = "words", _("What it says about the team or the service is wrong")
    GONE = "gone", _("The team or the service no longer exists")
    OTHER = "other", _("Something else")


class ReportQuerySet(models.QuerySet):
    """Sets of reports, newest first."""

    def open(self) -> ReportQuerySet:
        return self.filter(dealt_with_at=None)

    def of_council(self, council: Page) -> ReportQuerySet:
        return self.filter(council_id=council.pk)


class RecordReport(models.Model):
    """Somebody says that a record is wrong. Nothing in a reader's report says who the reader was.

    It is bound to the record by its translation key, so it outlives drafts, approvals and the record itself;
    the record's title is kept beside it.
    """

    class Source(models.TextChoices):
        READER = "reader", _("Reader")
        COUNCIL = "council", _("Council, by its mailed link")

    council = models.ForeignKey(
        CouncilPage, verbose_name=_("council"), on_delete=models.CASCADE, related_name="record_reports"
    )
    translation_key = models.UUIDField(_("record"), db_index=True)
    record_title = models.CharField(_("contact or service"), max_length=255)
    source = models.CharField(_("from"), max_length=7, choices=Source.choices, default=Source.READER)
    wrong = models.CharField(_("what is wrong"), max_length=5, choices=Wrong.choices, blank=True)
    # No limit here: the form counts what was typed, and the marks of the mask can be longer than that.
    comment = models.TextField(_("comment"), blank=True)
    # The draft that holds what the council corrected; none where it is left to SG to write it in.
    draft = models.ForeignKey(Revision, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(_("said"), default=timezone.now)
    # While a process tells the council of it, no other one does.
    claimed_until = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(_("council told"), null=True, blank=True)
    dealt_with_at = models.DateTimeField(_("dealt with"), null=True, blank=True)
    dealt_with_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dealt with by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ReportQuerySet.as_manager()
    # What is said about a page is no use of it: deleting the page must not warn of it.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("report on a contact or service")
        verbose_name_plural = _("reports on contacts and services")
        default_permissions: tuple[str, ...] = ()
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["council", "dealt_with_at"], name="reports_of_council")]

    def __str__(self) -> str:
        return f"{self.record_title}: {self.get_wrong_display() or self.get_source_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Personal details of readers never reach the database. A council's own numbers are meant to."""
        if self.source == self.Source.READER:
            self.comment = masked(self.comment)
        super().save(*args, **kwargs)

    @property
    def is_dealt_with(self) -> bool:
        return self.dealt_with_at is not None
