"""Records of a council that have no page of their own for readers: they stand on the council's page."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager

from cms.languages.original import original_of, source_of
from cms.page_cache.generation import kept
from cms.pages.admin_titles import admin_title
from cms.pages.privacy import ReadablePageQuerySet
from la_directory.forms import CouncilRecordForm
from la_directory.models.below_council import BelowCouncil
from la_directory.teams.page_rights import CouncilPermissions, rights_on_part, rights_on_record


class RecordQuerySet(ReadablePageQuerySet):
    """Contacts or services, of one council or of all."""

    def of_council(self, council: Page) -> RecordQuerySet:
        """Those of one council, in the order its editors gave them."""
        return self.descendant_of(council).order_by("sort_order", "path")


class PlaceOnCouncilPage(BelowCouncil, Page):
    """A page that readers meet as a place on the page of its council."""

    is_found = False  # whether search finds it by its own words
    only_holds_others = False  # then it is translated with what it holds

    objects = PageManager.from_queryset(RecordQuerySet)()
    base_form_class = CouncilRecordForm

    class Meta:
        abstract = True

    @property
    def anchor(self) -> str:
        """The id of its place on the page of the council."""
        raise NotImplementedError

    @property
    def council_title(self) -> str:
        """The name of its council, without a query for each of many records."""
        titles = kept("titles of councils", _titles_of_councils)
        return titles.get(self.council_path) or titles.get(source_of(self).council_path, "")

    @property
    def description(self) -> str:
        """What stands below its title in search results."""
        return self.council_title

    def missing(self) -> dict[str, str]:
        """What is asked for beyond required fields before it goes out, by field name."""
        return {}

    def get_admin_display_title(self) -> str:
        """Not everyone who may choose a page may know its new title."""
        return admin_title(self, super().get_admin_display_title())

    def permissions_for_user(self, user: AbstractUser) -> CouncilPermissions:
        return rights_on_part(self, user)

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """The address of its council, which begins its own, and the place there.

        While its council cannot be read in its language, this is the place on the page in the first one.
        """
        if (original := self._original_in_its_place()) is not None:
            return original.get_url_parts(request)
        parts = super().get_url_parts(request)
        if parts is None or not parts[2]:
            return parts
        site, root, path = parts
        above = path.rstrip("/").split("/")[: -self.levels_below_council]
        return site, root, f"{'/'.join(above)}/#{self.anchor}"

    def _original_in_its_place(self) -> PlaceOnCouncilPage | None:
        has_council = self.council_path in kept("titles of councils", _titles_of_councils)
        return None if has_council else original_of(self)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponseRedirect(self.get_url(request))

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Its draft in its place, on the page of the council as readers see that now."""
        council = self.council
        context = council.get_context(request, draft=self)
        return TemplateResponse(request, council.get_template(request), context)

    def get_indexed_instance(self) -> Page | None:
        return super().get_indexed_instance() if self.is_found else None

    @classmethod
    def get_indexed_objects(cls) -> QuerySet:
        pages = super().get_indexed_objects()
        return pages if cls.is_found else pages.none()

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        return []


class CouncilRecord(PlaceOnCouncilPage):
    """A contact or a service: it has a draft, an approval, a history and a check of its own."""

    levels_below_council = 2
    is_found = True

    # Names of the fields whose values readers see; a check holds for these values and no others.
    checked_fields: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def permissions_for_user(self, user: AbstractUser) -> CouncilPermissions:
        return rights_on_record(self, user)

    @property
    def anchor(self) -> str:
        """The same in every language, and after a change of the title."""
        return f"{self._meta.model_name.removesuffix('page')}-{str(self.translation_key)[:8]}"

    @property
    def content_digest(self) -> str:
        """SHA-256 of what readers see, as hexadecimal; of a translation, that of the record it was made from.

        Empty values do not count, so that a field added to the model takes no check away.
        """
        if original := original_of(self):
            return original.content_digest
        values = {name: self._checked_value(name) for name in ("title", *self.checked_fields)}
        filled = {name: value for name, value in values.items() if value not in ("", None, [], False)}
        return hashlib.sha256(json.dumps(filled, sort_keys=True, default=str).encode()).hexdigest()

    @property
    def as_it_stands(self) -> str:
        """Names this record with this content: pages send it back with what somebody says of the record."""
        return f"{self.translation_key}:{self.content_digest}"

    def _checked_value(self, name: str) -> Any:
        """Ends of lines do not count: browsers send other ones than files hold."""
        field = self._meta.get_field(name)
        if field.many_to_many:
            return sorted(str(term.translation_key) for term in getattr(self, name).all())
        if field.is_relation:
            related = getattr(self, name)
            return str(related.translation_key) if related else None
        value = field.value_from_object(self)
        if isinstance(field, StreamField):
            return [block.block.get_prep_value(block.value) for block in value]
        value = field.get_prep_value(value)
        return "\n".join(value.splitlines()) if isinstance(value, str) else value


def _titles_of_councils() -> dict[str, str]:
    """The public ones, by their places in the tree of pages."""
    from la_directory.models.council import CouncilPage

    return dict(CouncilPage.objects.live().public().values_list("path", "title"))
