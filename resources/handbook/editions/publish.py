"""Publishing an edition: the handbook as readers see it now is frozen, with its files and pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.contrib.auth.models import AbstractUser
from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.page_cache.restrictions import is_restricted
from resources.handbook.addresses import absolute
from resources.handbook.content import EditionMark, Handbook
from resources.handbook.editions import files
from resources.handbook.files.formats import FORMATS
from resources.handbook.files.pictures import Pictures, addresses_of, pictures_of, with_pictures
from resources.handbook.gather import gather
from resources.models.edition import Edition, EditionFile
from resources.models.handbook import HandbookPage


class PublicationStopped(Exception):
    """Nothing was published; the message tells the editor why."""


def publish_edition(
    page: HandbookPage, name: str, day: date, note: str = "", user: AbstractUser | None = None
) -> Edition:
    """Freezes what is live of `page`, in its language; PublicationStopped where that cannot be done.

    ValidationError for a name that cannot be stored. The files take seconds and are made before the database
    is locked; a change of the handbook meanwhile stops it.
    """
    page = HandbookPage.objects.get(pk=page.pk)  # whoever calls may hold a draft of it
    if reason := reason_against(page) or reason_against_name(page, name):
        raise PublicationStopped(reason)
    taken = whole(page)
    pictures = _all_pictures(taken)
    mark = EditionMark(_free_slug(page, day), name.strip(), day.isoformat(), note.strip())
    edition = Edition(
        handbook=page, slug=mark.slug, name=mark.name, day=day, note=mark.note, published_by=user
    )
    edition.full_clean(exclude=["sha256"])
    book = replace(with_pictures(taken, pictures), edition=mark)
    try:
        made = files.made_files(book, {each.name: each.content for each in pictures.values()})
    except files.FileNotMade as error:
        raise PublicationStopped(str(error)) from error
    try:
        with transaction.atomic():
            if with_pictures(whole(page), pictures) != replace(book, edition=None):
                raise PublicationStopped(
                    _("The handbook was changed while the files were made. Look at it again, then publish.")
                )
            _keep(edition, made, pictures)
            data = {"edition": edition.slug, "name": edition.name, "sha256": edition.sha256}
            log(page, "resources.publish_edition", user=user, data=data)
    except IntegrityError as error:
        raise PublicationStopped(
            _("Somebody else published an edition at the same moment. Look at it before publishing another.")
        ) from error
    return edition


def reason_against(page: HandbookPage) -> str:
    """Why no edition of it can be published now; empty where it can."""
    if not page.live:
        return _("Readers cannot see this handbook. Publish it first.")
    if is_restricted(page):
        return _("This handbook is private. An edition is for everybody: lift the privacy setting first.")
    if not page.full_url:
        return _("This handbook stands on no site, so it has no address.")
    return ""


def reason_against_name(page: HandbookPage, name: str) -> str:
    """Readers tell editions apart by their names."""
    if page.editions.filter(name__iexact=name.strip()).exists():
        return _("There is an edition of this name. Choose another.")
    return ""


def whole(page: HandbookPage) -> Handbook:
    """What is live of the handbook, with whole addresses."""
    with translation.override(page.locale.language_code):
        return absolute(gather(page), page.full_url)


def _all_pictures(book: Handbook) -> Pictures:
    pictures = pictures_of(book)
    missing = [address for address in addresses_of(book) if address not in pictures]
    if missing:
        raise PublicationStopped(
            _("A picture in the sections cannot be read, so nothing was published: %(address)s")
            % {"address": missing[0]}
        )
    return pictures


def _free_slug(page: HandbookPage, day: date) -> str:
    """ "2024-10", then "2024-10-2"; slugs are never free again."""
    month = f"{day:%Y-%m}"
    taken = set(page.editions.filter(slug__startswith=month).values_list("slug", flat=True))
    if month not in taken:
        return month
    number = 2
    while f"{month}-{number}" in taken:
        number += 1
    return f"{month}-{number}"


def _keep(edition: Edition, made: dict[str, bytes], pictures: Pictures) -> None:
    edition.sha256 = files.sha256_of(made["json"])
    edition.save()
    kept = [
        (files.name_of(edition.slug, file_format), FORMATS[file_format].content_type, content)
        for file_format, content in made.items()
    ]
    # A picture that stands in two places is kept once.
    kept += {each.name: (each.name, each.content_type, each.content) for each in pictures.values()}.values()
    for name, content_type, content in kept:
        EditionFile(edition=edition, name=name, content_type=content_type, content=content).save()
