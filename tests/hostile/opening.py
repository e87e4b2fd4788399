"""What a stranger may get hold of: links that open something, a private page, a document."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import PageViewRestriction

from bulletin.models import Subscriber, SubscriberLink
from bulletin.subscribe.links import new_link, unsubscribe_url
from cms.mail.addresses import key_of
from la_directory.freshness.links import token_of
from la_directory.models import CouncilTeam, Invitation, LocalServicePage, ReminderMail, ReminderRound
from la_directory.teams.invitation_links import digest_of, new_token
from resources.models import PublicationPage
from tests.factories.pages import home_page, standard

ADDRESS = "odd@council.example"
PASSWORD = "words and words"


def what_opens() -> dict[str, str]:
    """A place in an address -> what opens something there."""
    private = standard(home_page(), "Only with a password")
    restriction = PageViewRestriction.objects.create(
        page=private, restriction_type=PageViewRestriction.PASSWORD, password=PASSWORD
    )
    publication = PublicationPage.objects.live().first()
    return {
        **_links_of_a_subscriber(),
        "check": token_of(_reminder()),
        "invitation": _invitation(),
        "key": str(LocalServicePage.objects.live().first().translation_key),
        "document": str(get_document_model().objects.first().pk),
        "page": str(home_page().pk),
        "private": urlsplit(private.url).path,
        "restriction": str(restriction.pk),
        "publication": urlsplit(publication.url).path.strip("/"),
    }


def _links_of_a_subscriber() -> dict[str, str]:
    purpose = SubscriberLink.Purpose
    people = {
        state: Subscriber.objects.create(
            email=f"{state.lower()}-{ADDRESS}", address_key=key_of(f"{state.lower()}-{ADDRESS}"), state=state
        )
        for state in (Subscriber.State.WAITING, Subscriber.State.ACTIVE)
    }
    waiting, active = people[Subscriber.State.WAITING], people[Subscriber.State.ACTIVE]
    links = {
        "confirm": new_link(waiting, purpose.CONFIRM),
        "preferences": new_link(active, purpose.PREFERENCES),
        "leaving": unsubscribe_url(active.address_key),
        "address": new_link(active, purpose.CHANGE_ADDRESS, f"new-{ADDRESS}"),
    }
    return {name: urlsplit(link).path for name, link in links.items()}


def _reminder() -> ReminderMail:
    council = LocalServicePage.objects.live().first().council
    team = CouncilTeam.objects.get(council=council)
    user = get_user_model().objects.create_user("odd", ADDRESS, None)
    user.groups.add(team.group)
    opened = ReminderRound.objects.create(council=council, opened_on=timezone.localdate())
    return ReminderMail.objects.create(round=opened, user=user, address=ADDRESS, sent_at=timezone.now())


def _invitation() -> str:
    token = new_token()
    Invitation.objects.create(
        team=CouncilTeam.objects.first(),
        email=f"invited-{ADDRESS}",
        token_digest=digest_of(token),
        expires_at=timezone.now() + timedelta(days=1),
    )
    return token
