"""What editors set once for the whole site."""

from datetime import datetime
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField, StreamField

from cms.blocks.links import LinkItemBlock

SHORT_TEXT = ["bold", "link"]
# What is there in Gaelic, too.
WORDS = (
    "title",
    "phase_text",
    "notice_title",
    "notice_text",
    "signup_heading",
    "signup_text",
    "signup_button",
    "contact_team",
)


@register_setting(icon="cog", order=100)
class SiteSettings(BaseSiteSetting):
    """Title, banners, footer, contact addresses and logo."""

    class Phase(models.TextChoices):
        NONE = "", _("No banner")
        ALPHA = "alpha", _("Alpha")
        BETA = "beta", _("Beta")

    title = models.CharField(_("site title"), max_length=60, default="Employability in Scotland")
    logo = models.ForeignKey(
        "media.SiteImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Stands in the header with the site title. Leave empty to show the title alone."),
    )
    logo_alt = models.CharField(
        _("logo in words"),
        max_length=100,
        blank=True,
        help_text=_("What the logo says, for people who cannot see it."),
    )
    phase = models.CharField(_("phase"), max_length=5, choices=Phase.choices, blank=True, default=Phase.BETA)
    phase_text = RichTextField(_("phase text"), features=SHORT_TEXT, blank=True, max_length=300)
    notice_title = models.CharField(_("notice title"), max_length=100, blank=True)
    notice_text = RichTextField(_("notice"), features=SHORT_TEXT, blank=True, max_length=500)
    notice_from = models.DateTimeField(
        _("show from"),
        null=True,
        blank=True,
        help_text=_("Time in Scotland (Europe/London). Empty: at once."),
    )
    notice_until = models.DateTimeField(
        _("show until"),
        null=True,
        blank=True,
        help_text=_("Time in Scotland (Europe/London). Empty: until removed."),
    )
    signup_heading = models.CharField(
        _("heading"),
        max_length=80,
        blank=True,
        default="Monthly e-bulletin",
        help_text=_("Empty: no strip is shown."),
    )
    signup_text = models.CharField(
        _("text"),
        max_length=250,
        blank=True,
        default="Employability news and updates from across Scotland, once a month by e-mail.",
    )
    signup_button = models.CharField(_("words on the button"), max_length=60, default="Sign up")
    footer_links = StreamField(
        [("link", LinkItemBlock())], verbose_name=_("footer links"), blank=True, max_num=12
    )
    contact_team = models.CharField(_("team"), max_length=120, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_telephone = models.CharField(_("telephone"), max_length=30, blank=True)
    contact_address = models.TextField(_("postal address"), max_length=300, blank=True)

    gaelic_title = models.CharField(_("site title"), max_length=60, blank=True)
    gaelic_phase_text = RichTextField(_("phase text"), features=SHORT_TEXT, blank=True, max_length=300)
    gaelic_notice_title = models.CharField(_("notice title"), max_length=100, blank=True)
    gaelic_notice_text = RichTextField(_("notice"), features=SHORT_TEXT, blank=True, max_length=500)
    gaelic_signup_heading = models.CharField(_("heading of the bulletin strip"), max_length=80, blank=True)
    gaelic_signup_text = models.CharField(_("text of the bulletin strip"), max_length=250, blank=True)
    gaelic_signup_button = models.CharField(_("words on its button"), max_length=60, blank=True)
    gaelic_contact_team = models.CharField(_("team"), max_length=120, blank=True)

    panels = [
        MultiFieldPanel([FieldPanel("title"), FieldPanel("logo"), FieldPanel("logo_alt")], _("Header")),
        MultiFieldPanel([FieldPanel("phase"), FieldPanel("phase_text")], _("Phase banner")),
        MultiFieldPanel(
            [
                FieldPanel("notice_title"),
                FieldPanel("notice_text"),
                FieldRowPanel([FieldPanel("notice_from"), FieldPanel("notice_until")]),
            ],
            _("Notification banner"),
            help_text=_("Stands on top of every page while it is shown."),
        ),
        MultiFieldPanel(
            [
                FieldPanel("signup_heading"),
                FieldPanel("signup_text"),
                FieldPanel("signup_button"),
            ],
            _("Bulletin strip"),
            help_text=_("At the foot of every page: readers enter their address and are led to the sign-up."),
        ),
        FieldPanel("footer_links"),
        MultiFieldPanel(
            [
                FieldPanel("contact_team"),
                FieldPanel("contact_email"),
                FieldPanel("contact_telephone"),
                FieldPanel("contact_address"),
            ],
            _("Contact"),
            help_text=_(
                "Shown on pages that show contact details, and where readers ask for another format."
            ),
        ),
        MultiFieldPanel(
            [FieldPanel(f"gaelic_{name}") for name in WORDS],
            _("In Gaelic"),
            help_text=_("Readers of Gaelic pages see the English words where these are empty."),
        ),
    ]

    class Meta:
        verbose_name = _("site settings")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.notice_from and self.notice_until and self.notice_until <= self.notice_from:
            errors["notice_until"] = _("The end has to be after the start.")
        if self.notice_text and not self.notice_title:
            errors["notice_title"] = _("Give the notice a title.")
        if self.logo_id and not self.logo_alt:
            errors["logo_alt"] = _("Say in words what the logo says.")
        if errors:
            raise ValidationError(errors)

    def in_words(self, name: str) -> tuple[str, bool]:
        """One of the WORDS as readers see it now, and whether it is in their language."""
        english = getattr(self, name)
        if not english or get_language() != "gd":
            return english, True
        gaelic = getattr(self, f"gaelic_{name}")
        return gaelic or english, bool(gaelic)

    def foot_address(self, name: str) -> str:
        """Of the link in the foot whose address ends with `name`, such as "privacy"; "" without one."""
        addresses = (item.value.url for item in self.footer_links)
        return next((each for each in addresses if urlsplit(each).path.rstrip("/").endswith(f"/{name}")), "")

    def notice_is_shown(self, now: datetime | None = None) -> bool:
        now = now or timezone.now()
        return bool(
            self.notice_title
            and (self.notice_from is None or self.notice_from <= now)
            and (self.notice_until is None or now < self.notice_until)
        )
