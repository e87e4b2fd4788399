"""Carries a plan out: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, models, transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from resources.handbook.content import Link
from resources.handbook.importing.acceptance import PASSAGES, addresses_of
from resources.handbook.importing.changes import Choices, Entry, Part, Plan, Removal
from resources.handbook.importing.drafts import CannotImport, Drafts
from resources.handbook.importing.handbook_itself import made_handbook, made_product_index, write_handbook
from resources.handbook.importing.own_addresses import OwnAddresses
from resources.handbook.importing.records import Writer, audiences_named, set_summary
from resources.handbook.importing.sameness import name_key
from resources.handbook.importing.summary import Summary
from resources.models import (
    FurtherResource,
    HandbookPage,
    Milestone,
    ProductCategory,
    ProductIndexPage,
    ProductPage,
    ResourceGroup,
)

NOTHING_CHOSEN = Choices()
FIELDS = {
    "product": ("category", "published", "rhythm", *PASSAGES, "links"),
    "milestone": ("date", "text", "link", "note_mark", "belongs_to"),
    "resource": ("group", "published"),
}
MODELS: dict[str, type[models.Model]] = {"milestone": Milestone, "resource": FurtherResource}
OF_THE_PAGE = {"section", "note"}


def apply(
    plan: Plan, choices: Choices = NOTHING_CHOSEN, user: AbstractUser | None = None, publish: bool = False
) -> Summary:
    """CannotImport, and nothing written, where any of it does not work."""
    if plan.refusals:
        raise CannotImport(str(plan.refusals[0]))
    try:
        with transaction.atomic():
            return _Import(plan, choices, user, publish).run()
    except ValidationError as error:
        raise CannotImport(_("Nothing was imported: %s") % " ".join(error.messages)) from error
    except PermissionDenied as error:
        raise CannotImport(_("Nothing was imported: you may not publish or change all of it.")) from error
    except DatabaseError as error:
        raise CannotImport(_("Nothing was imported: the database refused it (%s).") % error) from error


class _Import:
    def __init__(self, plan: Plan, choices: Choices, user: AbstractUser | None, publish: bool) -> None:
        self.audiences = {key: names for key, names in choices.audiences.items() if key in plan.audiences}
        self.plan = plan.with_renames(choices.renames)
        self.removals = [each for each in self.plan.removals if each.key in choices.removals]
        self.own = OwnAddresses(addresses_of(plan.found))
        self.drafts = Drafts(user, publish, plan.found.published or plan.held.book.published)

    def run(self) -> Summary:
        held_page = self.plan.held.page
        page = made_handbook(self.plan) if held_page is None else HandbookPage.objects.get(pk=held_page.pk)
        terms = {
            "category": _terms(ProductCategory, self.plan.new_categories, self.plan.held.locale),
            "group": _terms(ResourceGroup, self.plan.new_groups, self.plan.held.locale),
        }
        self.writer = Writer(self.own, page.full_url or "", terms)
        self._write_page(page, is_new=held_page is None)
        index = ProductIndexPage.objects.child_of(page).first()
        if index is None:
            index = made_product_index(page)
            self.drafts.save(index)
        elif self.drafts.publish and not index.live:
            self.drafts.save(self.drafts.newest(index))
        self._write_products(index)
        self._write_records(self.plan.milestones)
        self._write_records(self.plan.resources)
        for removal in self.removals:
            self._take_off(removal)
        return Summary(
            plan=self.plan,
            created_handbook=held_page is None,
            published=tuple(self.drafts.published),
            held_back=tuple(self.drafts.held_back),
            removed=tuple(self.removals),
        )

    def _write_page(self, page: HandbookPage, is_new: bool) -> None:
        gone = {removal.key for removal in self.removals if removal.kind in OF_THE_PAGE}
        if is_new:
            # What a new handbook says is all of the file, so there is nothing to compare it with.
            for name in ("published", "timeline_introduction", "resources_introduction"):
                self.writer.write(page, name, getattr(self.plan.found, name))
            write_handbook(page, self.plan, self.writer, self.own, gone)
            page.save()
            self.drafts.save(page)
            return
        draft = self.drafts.newest(page)
        waits = self.drafts.publish and self.plan.held.page_waits
        if write_handbook(draft, self.plan, self.writer, self.own, gone) or waits:
            self.drafts.save(draft)

    def _write_products(self, index: ProductIndexPage) -> None:
        for entry in self.plan.products.entries:
            if not entry.is_new:
                self._rewrite(entry)
        for place, entry in enumerate(self.plan.products.entries):
            if entry.is_new:
                self._add_product(entry, index, self._following(place))

    def _following(self, place: int) -> Page | None:
        """The next product of the same category in the file that has its place on the site already."""
        entries = self.plan.products.entries
        category = name_key(entries[place].found.category)
        for entry in entries[place + 1 :]:
            if name_key(entry.found.category) == category and entry.held:
                return Page.objects.get(pk=entry.held.record.pk)
        return None

    def _add_product(self, entry: Entry, index: ProductIndexPage, following: Page | None) -> None:
        page = ProductPage(title=entry.title, live=False, locale=index.locale)
        self._write_fields(page, entry)
        set_summary(page)
        names = self.audiences.get(entry.key, ())
        if names:
            page.audiences = audiences_named(names, index.locale)
        if following:
            following.add_sibling("left", instance=page)
        else:
            ProductIndexPage.objects.get(pk=index.pk).add_child(instance=page)
        self.drafts.save(page)

    def _write_records(self, part: Part) -> None:
        orders = MODELS[part.kind].objects.filter(locale=self.plan.held.locale)
        last = orders.aggregate(last=models.Max("sort_order"))["last"] or 0
        for place, entry in enumerate(part.entries, start=1):
            if not entry.is_new:
                self._rewrite(entry)
                continue
            record = MODELS[part.kind](
                title=entry.title, live=False, has_unpublished_changes=True, sort_order=last + place
            )
            record.locale = self.plan.held.locale
            self._write_fields(record, entry)
            record.save()
            self.drafts.save(record)

    def _write_fields(self, record: Any, entry: Entry) -> None:
        for name in FIELDS[entry.kind]:
            self.writer.write(record, name, getattr(entry.found, name))
        if entry.kind == "resource":
            link = Link(entry.title, entry.found.url) if entry.found.url else None
            self.writer.write(record, "link", link)

    def _rewrite(self, entry: Entry) -> None:
        """The record with what differs; also what only waits as a draft, where all goes out."""
        if not entry.fields and not (entry.waits and self.drafts.publish):
            return
        draft = self.drafts.newest(entry.held.record)
        for change in entry.fields:
            if change.name == "title":
                self.writer.rename(draft, change.new)
            else:
                self.writer.write(draft, change.name, change.new)
        if isinstance(draft, ProductPage):
            set_summary(draft)
        self.drafts.save(draft)

    def _take_off(self, removal: Removal) -> None:
        if removal.kind in OF_THE_PAGE or not removal.held.is_live:
            return
        record = type(removal.held.record).objects.get(pk=removal.held.record.pk)
        record.unpublish(user=self.drafts.user)


def _terms(model: type[models.Model], new: Iterable[str], locale: models.Model) -> dict[str, models.Model]:
    """All categories or groups by name, the new ones behind those that are there."""
    known = list(model.objects.filter(locale=locale))
    last = max((term.sort_order or 0 for term in known), default=-1)
    known += [
        model.objects.create(name=name, locale=locale, sort_order=last + place)
        for place, name in enumerate(new, start=1)
    ]
    return {name_key(term.name): term for term in reversed(known)}
