"""The form behind case studies in the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from la_directory.forms import PublicProductsMixin
from la_directory.teams.own_only import OwnOnlySitePageForm

if TYPE_CHECKING:
    from la_directory.models import CaseStudyPage, ContactPage


class CaseStudyForm(PublicProductsMixin, OwnOnlySitePageForm):
    """Offers the contacts of its own council; one of another council is refused, however it was sent."""

    instance: CaseStudyPage

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "contact" not in self.fields:
            return
        from la_directory.models import CouncilPage

        contact = self.fields["contact"]
        council = CouncilPage.objects.ancestor_of(self.parent_page or self.instance).first()
        contact.queryset = contact.queryset.of_council(council) if council else contact.queryset.none()
        contact.label_from_instance = _label


def _label(contact: ContactPage) -> str:
    words = f"{contact.title} ({contact.get_for_whom_display()})"
    return words if contact.live else _("%(contact)s: not published") % {"contact": words}
