"""In which forms the editor shows an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from bulletin.models import EditionPage

PAGE, MAIL, NARROW_MAIL, DARK_MAIL, TEXT = "", "email", "email-320", "email-dark", "text"
ON_THE_SITE = [(PAGE, _("Page on the site"))]
AS_MAIL = [
    (MAIL, _("E-mail")),
    (NARROW_MAIL, _("E-mail on a telephone")),
    (DARK_MAIL, _("E-mail in dark colours")),
    (TEXT, _("Plain text")),
]


def modes_of(edition: EditionPage) -> list[tuple[str, Any]]:
    """An edition from elsewhere is never mailed."""
    return [*ON_THE_SITE, *AS_MAIL] if edition.is_sendable else ON_THE_SITE
