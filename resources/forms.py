"""What the editor is asked to complete before a publication goes out."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.pages.forms import SitePageForm


class PublicationPageForm(SitePageForm):
    """A replaced publication names its successor, a withdrawn one its reason; drafts may still lack both."""

    def clean(self) -> dict:
        data = super().clean()
        if self.is_deferred_validation:
            return data
        status = data.get("status")
        if status == "superseded" and not data.get("superseded_by"):
            self.add_error("superseded_by", _("Choose the page that replaces this one."))
        if status == "withdrawn" and not data.get("withdrawn_reason"):
            self.add_error("withdrawn_reason", _("Say in one sentence why it was withdrawn."))
        return data


class ChapterPageForm(SitePageForm):
    """A chapter keeps clear of the address of the whole publication."""

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        if slug == "all":
            raise ValidationError(_("“all” is the address of the whole publication. Choose another."))
        return slug
