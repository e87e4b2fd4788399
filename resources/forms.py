"""What the editor of a chapter is told."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.pages.forms import SitePageForm


class ChapterPageForm(SitePageForm):
    """A chapter keeps clear of the address of the whole publication."""

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        if slug == "all":
            raise ValidationError(_("“all” is the address of the whole publication. Choose another."))
        return slug
