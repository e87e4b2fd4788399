"""Loads the first draft in Gaelic: adds what has none yet, and changes nothing that is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from django.db.models import Q
from wagtail.models import DraftStateMixin, Locale, Page, PageLogEntry, Revision, TranslatableMixin
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cms.vocabulary.models import ApproachStatements, Audience, ClientGroup, Region, ServiceKind, Theme
from home.demo.councils.front import DIRECTORY
from home.demo.gaelic.table import gaelic
from home.demo.handbook.front import HANDBOOK, PRODUCTS
from home.demo.identity import key_of
from home.demo.library import Library
from la_directory.models import CouncilPage
from resources.models import ProductCategory, ResourceGroup

TOOL = "Demo draft"
PAGES = [
    "/",
    "/no-one-left-behind/",
    HANDBOOK,
    PRODUCTS,
    f"{PRODUCTS}service-standards/",
    f"{PRODUCTS}customer-charter/",
    DIRECTORY,
    "/accessibility/",
]
COUNCILS = {"S12000017": "Highland", "S12000013": "Na h-Eileanan Siar"}
VOCABULARIES = [Region, ServiceKind, ClientGroup, Audience, Theme, ProductCategory, ResourceGroup]


class GaelicLoading:
    """The English records are there already. Of a text that an editor has changed, the rest is Gaelic."""

    def __init__(self, library: Library, say: Callable[[str], None]) -> None:
        self.library = library
        self.say = say
        self.english = Locale.get_default()
        self.gaelic = Locale.objects.filter(language_code="gd").first()

    def run(self) -> Counter[str]:
        if self.gaelic is None:
            return Counter()  # somebody took the language out of the site
        # Pages come last, as they show the others, and each after the one above it, or its parent would be an alias.
        missing = [*self._missing(shared_records(self.english)), *self._missing(self._pages())]
        sources = [TranslationSource.update_or_create_from_instance(record)[0] for record in missing]
        self._draft(sources)
        for record, source in zip(missing, sources, strict=True):
            self._translate(record, source)
        pages = [record for record in missing if isinstance(record, Page)]
        if missing:
            self.say("The first pages are there in Gaelic.")
        return Counter({"Gaelic pages": len(pages)})

    def _pages(self) -> Iterator[Page]:
        """The live ones, each after the page above it."""
        councils = CouncilPage.objects.filter(gss_code__in=COUNCILS, locale=self.english)
        wanted = Q(pk__in=[self.library.pages[address] for address in PAGES])
        for path in councils.values_list("path", flat=True):
            wanted |= Q(path__startswith=path)
        yield from Page.objects.live().filter(wanted, alias_of=None).order_by("path").specific()

    def _missing(self, records: Iterable[TranslatableMixin]) -> list[TranslatableMixin]:
        records = list(records)
        models = {type(record) for record in records}
        there = {
            (model, key)
            for model in models
            for key in model.objects.filter(locale=self.gaelic).values_list("translation_key", flat=True)
        }
        return [record for record in records if (type(record), record.translation_key) not in there]

    def _draft(self, sources: Sequence[TranslationSource]) -> None:
        """The Gaelic of all their texts at once. What a translator has written already stays."""
        texts = StringSegment.objects.filter(source__in=sources).select_related("string")
        words = {(text.string, text.context_id): gaelic(text.string.data) for text in texts}
        drafts = [
            StringTranslation(
                translation_of=string,
                context_id=context,
                locale=self.gaelic,
                data=data,
                translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
                tool_name=TOOL,
            )
            for (string, context), data in words.items()
            if data is not None
        ]
        StringTranslation.objects.bulk_create(drafts, ignore_conflicts=True)

    def _translate(self, record: TranslatableMixin, source: TranslationSource) -> None:
        translation, _new = Translation.objects.get_or_create(source=source, target_locale=self.gaelic)
        if not isinstance(record, DraftStateMixin):
            translation.save_target()
            return
        translation.save_target(publish=False)
        # Not when the transaction ends, as localize would do it: everything or nothing is loaded.
        draft = translation.get_target_instance()
        draft.latest_revision.publish()
        if isinstance(draft, Page):
            _date_like(record, draft)


def shared_records(locale: Locale) -> Iterator[TranslatableMixin]:
    """What pages show and do not hold."""
    yield from ApproachStatements.objects.filter(
        locale=locale, translation_key=key_of("statements"), live=True
    )
    for model in VOCABULARIES:
        yield from model.objects.filter(locale=locale)


def _date_like(original: Page, page: Page) -> None:
    """As old as the English, like all texts of the demo site."""
    moment = original.last_published_at
    Page.objects.filter(pk=page.pk).update(
        first_published_at=moment, last_published_at=moment, latest_revision_created_at=moment
    )
    Revision.objects.filter(pk=page.latest_revision_id).update(created_at=moment)
    PageLogEntry.objects.filter(page=page.pk).update(timestamp=moment)
