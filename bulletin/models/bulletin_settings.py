"""What is set once for the bulletin."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from bulletin.approval.settings_form import ApproversForm


@register_setting(icon="mail", order=110)
class BulletinSettings(BaseSiteSetting):
    """Sender, footer and approval of the bulletin."""

    sender_name = models.CharField(_("sender"), max_length=80, default="Employability in Scotland")
    sender_address = models.EmailField(
        _("sender’s address"),
        blank=True,
        help_text=_("Empty: the address from which the site sends its other mail."),
    )
    postal_address = models.TextField(
        _("postal address"), max_length=300, blank=True, help_text=_("Stands at the foot of every edition.")
    )
    needs_second_person = models.BooleanField(
        _("a second person approves"),
        default=True,
        help_text=_("Whoever wrote an edition cannot approve it."),
    )
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("approver"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Empty: everybody who may moderate pages."),
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("deputy"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Approves when the approver is away, or has written the edition."),
    )

    base_form_class = ApproversForm
    panels = [
        MultiFieldPanel(
            [FieldPanel("sender_name"), FieldPanel("sender_address"), FieldPanel("postal_address")],
            _("Sender"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("needs_second_person"),
                FieldRowPanel([FieldPanel("approver"), FieldPanel("deputy")]),
            ],
            _("Approval"),
        ),
    ]

    class Meta:
        verbose_name = _("bulletin settings")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
