"""What readers said about pages."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.pages.feedback.choices import Answer, Reason
from cms.pages.feedback.masking import masked


class FeedbackQuerySet(models.QuerySet):
    """Sets of feedback, newest first."""

    def waiting(self) -> "FeedbackQuerySet":
        """What an editor still has to read: a plain “Yes” asks for nothing."""
        return self.filter(dealt_with_at=None).exclude(answer=Answer.YES)

    def for_listing(self) -> "FeedbackQuerySet":
        return self.select_related("page", "dealt_with_by")


class Feedback(models.Model):
    """One reader's answer to “Was this page helpful?”; nothing in it says who the reader was.

    It outlives its page: the report of a year has to add up after pages were removed. So the page's title is
    kept beside the link.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    page_title = models.CharField(_("page title"), max_length=255)
    answer = models.CharField(_("answer"), max_length=10, choices=Answer.choices)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason.choices, blank=True)
    # No limit here: the form counts what was typed, and the marks of the mask can be longer than that.
    comment = models.TextField(_("comment"), blank=True)
    created_at = models.DateTimeField(_("given"), default=timezone.now)
    dealt_with_at = models.DateTimeField(_("dealt with"), null=True, blank=True)
    dealt_with_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dealt with by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = FeedbackQuerySet.as_manager()
    # Readers' answers are no use of a page: deleting the page must not warn of them.
    wagtail_reference_index_ignore = True

    class Meta:
        app_label = "pages"
        ordering = ["-created_at", "-pk"]
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")
        # Readers add it and nobody deletes it, so these are the only rights there are.
        default_permissions = ("view", "change")
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="feedback_newest"),
            models.Index(fields=["page", "-created_at"], name="feedback_of_page"),
            models.Index(
                fields=["created_at"],
                name="feedback_waiting",
                condition=models.Q(dealt_with_at=None) & ~models.Q(answer="yes"),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="feedback_reason_unless_yes",
                condition=models.Q(answer="yes", reason="")
                | (~models.Q(answer="yes") & ~models.Q(reason="")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_answer_display()}: {self.page_title}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Personal details never reach the database, whichever way the comment came."""
        self.comment = masked(self.comment)
        super().save(*args, **kwargs)

    @property
    def is_dealt_with(self) -> bool:
        return self.dealt_with_at is not None

    @property
    def needs_reading(self) -> bool:
        return self.answer != Answer.YES and not self.is_dealt_with
