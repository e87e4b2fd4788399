"""The people of a council who keep its pages right."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser, Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, PageQuerySet

from la_directory.models.council import CouncilPage


class TeamQuerySet(models.QuerySet):
    """Teams of councils."""

    def of_user(self, user: AbstractUser) -> TeamQuerySet:
        """The teams a person belongs to; nearly always one or none."""
        return self.filter(group__user=user, council__isnull=False).select_related("council")

    def of_council(self, council: CouncilPage) -> TeamQuerySet:
        """The team of a council, whichever language its page is in; one or none."""
        return self.filter(council__translation_key=council.translation_key)

    def without_editor(self) -> TeamQuerySet:
        """Those of which nobody can sign in."""
        return self.exclude(group__user__is_active=True)


class CouncilTeam(models.Model):
    """The group, the collection and the settings of a council; made with its page, never by hand.

    The pages of a council in other languages share the team of the first.
    """

    council = models.OneToOneField(CouncilPage, on_delete=models.CASCADE, related_name="team")
    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="council_team")
    collection = models.OneToOneField(Collection, on_delete=models.PROTECT, related_name="council_team")
    team_mailbox = models.EmailField(
        _("team mailbox"), blank=True, help_text=_("Gets the reminders too. An address that people share.")
    )
    contacts_wait = models.BooleanField(
        _("contacts wait for approval"),
        default=False,
        help_text=_("Else a contact that the council changes goes live at once, and SG is told once a day."),
    )

    objects = TeamQuerySet.as_manager()

    class Meta:
        verbose_name = _("team of a council")
        verbose_name_plural = _("teams of councils")
        ordering = ["council__title"]
        permissions = [("manage_teams", "Can look after the directory: teams, freshness, reports of readers")]

    def __str__(self) -> str:
        return str(self.council)

    @property
    def members(self) -> models.QuerySet:
        """Those who can sign in."""
        return self.group.user_set.filter(is_active=True).order_by("last_name", "username")

    @property
    def pages(self) -> PageQuerySet:
        """The pages of the council itself, one a language."""
        return CouncilPage.objects.filter(translation_key=self.council.translation_key)
