"""Which reminders have been sent."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ReviewReminder(models.Model):
    """A person has been told by mail that a page is due on a day; they are told once a day named."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    review_on = models.DateField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "pages"
        default_permissions: tuple[str, ...] = ()
        verbose_name = _("review reminder")
        constraints = [
            models.UniqueConstraint(fields=["page", "review_on", "user"], name="one_reminder_a_review")
        ]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.review_on}"
