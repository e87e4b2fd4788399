"""The councils and services that the feed is about: public ones, in the language of the site's records."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest
from wagtail.models import Locale

from la_directory.models import Check, CouncilPage, LocalServicePage


def public_councils() -> QuerySet[CouncilPage]:
    """No more of each than the feed says."""
    pages = CouncilPage.objects.live().public().filter(locale=Locale.get_default())
    shown = ("title", "path", "locale", "translation_key", "official_name", "gss_code", "website")
    return pages.only(*shown).order_by("path")


def public_services() -> QuerySet[LocalServicePage]:
    """Those of public councils, with when they were last published or checked: `modified_at`."""
    pages = LocalServicePage.objects.live().public().filter(locale=Locale.get_default())
    checks = Check.objects.filter(translation_key=OuterRef("translation_key")).order_by("-checked_at")
    checked, published = Subquery(checks.values("checked_at")[:1]), F("last_published_at")
    return (
        pages.annotate(
            # On SQLite the greater of a time and none is none.
            modified_at=Greatest(Coalesce(published, checked), Coalesce(checked, published)),
        )
        .alias(above=LocalServicePage.council_path_in_query())
        .filter(above__in=public_councils().order_by().values("path"))
        .with_terms()
        .order_by("path")
    )


def councils_of(services: Iterable[LocalServicePage]) -> dict[str, CouncilPage]:
    """By the path of their page in the tree."""
    paths = {service.council_path for service in services}
    return {council.path: council for council in public_councils().filter(path__in=paths)}
