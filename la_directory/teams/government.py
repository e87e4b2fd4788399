"""Who looks after the directory as a whole: the Scottish Government's own people."""

from __future__ import annotations

from django.contrib.auth import get_user_model

MANAGE = "la_directory.manage_teams"


def government_addresses() -> list[str]:
    """The e-mail addresses of those who manage the teams of councils."""
    people = get_user_model().objects.with_perm(MANAGE, backend="django.contrib.auth.backends.ModelBackend")
    return sorted({person.email for person in people.filter(is_active=True) if person.email})
