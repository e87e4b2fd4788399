"""The contacts of a council, in parts by those who should use them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from la_directory.council_page.shown import ShownContact
from la_directory.models import ForWhom

# Anchor, heading, and whom the part is for. A Partnerships Lead is for partners and comes first there.
PARTS = (
    ("contacts", _("If you are looking for help"), (ForWhom.PEOPLE,)),
    ("employers", _("If you are an employer"), (ForWhom.EMPLOYERS,)),
    ("partners", _("If you are a partner organisation"), (ForWhom.LEAD, ForWhom.PARTNERS)),
)


@dataclass(frozen=True)
class ContactPart:
    """Contacts for one sort of reader, in the editors' order."""

    anchor: str
    heading: str
    contacts: Sequence[ShownContact]

    @property
    def needs_council(self) -> bool:
        """Whether the council itself is offered first: who trusts old details may reach nobody."""
        return any(contact.needs_warning for contact in self.contacts)


def contact_parts(contacts: Sequence[ShownContact]) -> list[ContactPart]:
    """The part for people who are looking for help comes first, even where it is empty."""
    parts = []
    for anchor, heading, readers in PARTS:
        members = [
            contact for for_whom in readers for contact in contacts if contact.record.for_whom == for_whom
        ]
        if members or not parts:
            parts.append(ContactPart(anchor, str(heading), members))
    return parts
