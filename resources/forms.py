"""What the editors of chapters and products are told."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.pages.forms import SitePageForm
from cms.vocabulary.forms import offer_each_term_once


class ChapterPageForm(SitePageForm):
    """A chapter keeps clear of the address of the whole publication."""

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        if slug == "all":
            raise ValidationError(_("“all” is the address of the whole publication. Choose another."))
        return slug


class ProductPageForm(SitePageForm):
    """A product’s review date goes by the name that the handbook gives it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_each_term_once(self)
        if "review_on" in self.fields:
            self.fields["review_on"].label = _("Next review")
