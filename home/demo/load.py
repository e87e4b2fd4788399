"""Loading the demo site: adds what is missing and leaves alone what is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from django.apps import apps
from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat
from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, Site

from cms.pages.models import SitePage
from cms.pages.site_address import AT_FIRST, ensure_address
from home.demo.accounts import make_accounts
from home.demo.bulletin.load import BulletinLoading
from home.demo.councils.load import CouncilsLoading
from home.demo.demo_page import DemoPage, To
from home.demo.gaelic.load import GaelicLoading
from home.demo.handbook.front import HANDBOOK
from home.demo.handbook.load import EARLIER_PAGES, HandbookLoading
from home.demo.history import publish
from home.demo.identity import key_of
from home.demo.library import Library
from home.demo.old_addresses import OLD_ADDRESSES
from home.demo.site_details import fill_settings
from home.demo.tree import PAGES

Say = Callable[[str], None]


class DemoSiteDoesNotFit(Exception):
    """The pages that are there leave no room for the demo site; the message says where."""


def is_empty() -> bool:
    """Whether there is no page but the one Wagtail starts with."""
    return not Page.objects.filter(depth__gt=1).exclude(pk__in=_welcome_pages()).exists()


def _welcome_pages() -> list[int]:
    """The page of Wagtail's own type that a new site starts with."""
    first = Page.objects.filter(depth=2, numchild=0).select_related("content_type")
    return [page.pk for page in first if page.content_type.model_class() is Page]


def load_demo_site(say: Say) -> Counter[str]:
    """What was made, by kind. Everything or nothing is loaded."""
    loading = _Loading(say)
    try:
        with transaction.atomic():
            made = loading.run()
    except BaseException:
        loading.library.forget_files()
        raise
    for username, password in loading.passwords.items():
        say(f"Account {username}, password {password} (shown this once)")
    return made


class _Loading:
    def __init__(self, say: Say) -> None:
        self.say = say
        self.locale = Locale.get_default()
        self.addresses: dict[str, int] = {}
        self.library = Library(self.addresses)
        self.made: Counter[str] = Counter()
        self.passwords: dict[str, str] = {}

    def run(self) -> Counter[str]:
        # All pages come first, so that every link has something to point at.
        new = [demo for demo in PAGES if self._place(demo)]
        self.say(f"Pages: {len(new)} to write, {len(PAGES) - len(new)} there already.")
        for demo in new:
            self._write(EARLIER_PAGES.get(demo.address, demo))
        if any(demo.address == HANDBOOK for demo in new):
            self.made += HandbookLoading(self.library, self.say).run()
        self.made += CouncilsLoading(self.library, self.say).run()
        self.passwords = make_accounts()
        self.made["accounts"] += len(self.passwords)
        self.made += BulletinLoading(self.library, self.say).run()
        self.made += GaelicLoading(self.library, self.say).run()
        if new:
            self.say("Texts, drawings and documents are in place.")
        self._redirect_old_addresses()
        self.say("Old addresses lead to their new pages.")
        if any(demo.address == "/" for demo in new):
            fill_settings(Site.objects.get(is_default_site=True), self.library)
            self.say("The site has its settings.")
        return self.made + self.library.made

    def _place(self, demo: DemoPage) -> bool:
        """Finds the page or makes an empty one; True for a new one."""
        found = self._find(demo)
        if found is None:
            found = self._make(demo)
            self.made["pages"] += 1
            self.addresses[demo.address] = found.pk
            return True
        self.addresses[demo.address] = found.pk
        return False

    def _find(self, demo: DemoPage) -> Page | None:
        pages = Page.objects.filter(locale=self.locale)
        by_key = pages.filter(translation_key=key_of(demo.address)).first()
        if by_key or demo.parent_address is None:
            return by_key or self._home_of_editors()
        parent = Page.objects.get(pk=self.addresses[demo.parent_address])
        return parent.get_children().filter(slug=demo.slug).first()

    def _home_of_editors(self) -> Page | None:
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        return site.root_page if site and site.root_page_id not in _welcome_pages() else None

    def _make(self, demo: DemoPage) -> Page:
        model = apps.get_model(demo.model)
        plain = {
            name: value
            for name, value in demo.fields.items()
            if not isinstance(model._meta.get_field(name), StreamField)
            and not model._meta.get_field(name).is_relation
        }
        page = model(
            title=demo.title,
            slug=demo.slug,
            summary=demo.summary,
            show_in_menus=demo.in_menu,
            live=False,
            locale=self.locale,
            translation_key=key_of(demo.address),
            **plain,
        )
        if demo.parent_address is None:
            self._become_home(page)
            return page
        parent = Page.objects.get(pk=self.addresses[demo.parent_address])
        if model not in parent.specific_class.allowed_subpage_models():
            raise DemoSiteDoesNotFit(
                f"“{parent.title}” at {demo.parent_address} is a {parent.specific_class._meta.verbose_name} and "
                f"takes no {model._meta.verbose_name} below it. Nothing was loaded."
            )
        parent.add_child(instance=page)
        return page

    def _become_home(self, home: SitePage) -> None:
        """Puts the home page where Wagtail's welcome page stood."""
        welcome = Page.objects.filter(pk__in=_welcome_pages())
        # Without signals: a task must not look for the page after it is gone.
        welcome.update(slug=Concat(F("slug"), Value("-before-the-demo-site")))
        Page.get_first_root_node().add_child(instance=home)
        at_home = {"root_page": home, "site_name": home.title}
        Site.objects.update_or_create(
            is_default_site=True, defaults=at_home, create_defaults={**AT_FIRST, **at_home}
        )
        ensure_address()
        for page in welcome:
            page.delete()

    def _write(self, demo: DemoPage) -> None:
        """Gives a new page its texts and publishes it."""
        page = Page.objects.get(pk=self.addresses[demo.address]).specific
        for name, value in {**demo.fields, "related": related(demo)}.items():
            self.library.fill(page, name, value)
        publish(page, demo)

    def _redirect_old_addresses(self) -> None:
        for old, new in OLD_ADDRESSES.items():
            path = Redirect.normalise_path(old)
            if not Redirect.objects.filter(old_path=path).exists():
                page, route = self._page_and_route(new)
                Redirect.objects.create(
                    old_path=path,
                    redirect_page_id=self.addresses[page],
                    redirect_page_route_path=route,
                    is_permanent=True,
                )
                self.made["redirects"] += 1

    def _page_and_route(self, address: str) -> tuple[str, str]:
        """The page that answers an address, and what follows the page's own address."""
        page = max((known for known in self.addresses if address.startswith(known)), key=len)
        return page, f"/{address.removeprefix(page)}" if address != page else ""


def related(demo: DemoPage) -> list[dict[str, object]]:
    """The related links of a page as blocks."""
    pairs = [entry if isinstance(entry, tuple) else ("", entry) for entry in demo.related]
    return [
        {"type": "link", "value": {"title": title, "link": To(target), "summary": ""}}
        for title, target in pairs
    ]
