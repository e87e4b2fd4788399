"""Pictures and documents as this site keeps them."""

from urllib.parse import urljoin

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class SiteImage(AbstractImage):
    """A picture; its default description is offered as alternative text where it is used."""

    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made it, if that has to be shown.")
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


class SiteRendition(AbstractRendition):
    """A picture at one size."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_filter"
            )
        ]

    @property
    def full_url(self) -> str:
        """On the host that readers know; Wagtail would name that of the admin."""
        return urljoin(settings.SITE_URL, self.url)


class SiteDocument(AbstractDocument):
    """A file to download, with what a reader has to know before opening it."""

    class Language(models.TextChoices):
        ENGLISH = "en-gb", _("English")
        GAELIC = "gd", _("Scottish Gaelic")
        BSL = "bfi", _("British Sign Language")
        OTHER = "und", _("Another language")

    class Accessibility(models.TextChoices):
        CHECKED = "checked", _("Checked: it meets WCAG 2.2 AA")
        PARTLY = "partly", _("Checked: parts of it do not")
        UNKNOWN = "unknown", _("Not checked")

    language = models.CharField(
        _("language"), max_length=8, choices=Language.choices, default=Language.ENGLISH
    )
    accessibility = models.CharField(
        _("accessibility"),
        max_length=8,
        choices=Accessibility.choices,
        default=Accessibility.UNKNOWN,
        help_text=_("Readers are told, and offered another format, when it is not known to be accessible."),
    )

    admin_form_fields = (*Document.admin_form_fields, "language", "accessibility")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self) -> None:
        """A file that was refused has its message, and is not there to be judged by its name."""
        if self.file:
            super().clean()

    @property
    def is_accessible(self) -> bool:
        return self.accessibility == self.Accessibility.CHECKED

    @property
    def kind(self) -> str:
        """The format as readers know it, such as "PDF"."""
        return self.file_extension.upper()
