"""The filters of lists of case studies. A value that is no choice filters nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.languages.original import in_language, source_of
from cms.languages.sorting import by_letter
from cms.page_cache.generation import kept
from cms.vocabulary.models import Audience, Term, Theme
from la_directory.filter_values import by_value
from la_directory.in_its_language import Words, council_name

if TYPE_CHECKING:
    from la_directory.models.case_study import CaseStudyList, CaseStudyPage, CaseStudyQuerySet


@dataclass(frozen=True)
class NamedCouncil:
    """A council as lists name it; `path` is its place in the tree of the first language."""

    name: str
    slug: str
    path: str
    words: Words  # the name, with its language where it is not the reader's


@dataclass(frozen=True)
class Choices:
    """What the case studies of a list are of: councils by slug, themes and audiences by their values."""

    councils: Mapping[str, NamedCouncil]
    themes: Mapping[str, Term]
    audiences: Mapping[str, Term]

    def council_of(self, case_study: CaseStudyPage) -> NamedCouncil | None:
        """The council a case study belongs to, where readers may read about it."""
        above = source_of(case_study).council_path
        return next((council for council in self.councils.values() if council.path == above), None)


def choices_of(page: CaseStudyList) -> Choices:
    """Found out once for each change of content."""
    return kept(("choices of case studies", page.pk, get_language()), lambda: _choices(page))


def _choices(page: CaseStudyList) -> Choices:
    from la_directory.models import CaseStudyPage, CouncilPage

    listed = page.case_studies.order_by()
    paths = listed.annotate(above=CaseStudyPage.council_path_in_query()).values("above")
    councils = in_language(CouncilPage.objects.live().public().filter(path__in=paths), page.locale_id)
    audiences = CaseStudyPage.audiences.through.objects.filter(casestudypage__in=listed.values("pk"))
    return Choices(
        {
            council.slug: NamedCouncil(
                council.title, council.slug, source_of(council).path, council_name(council)
            )
            for council in sorted(councils, key=lambda council: by_letter(council.title))
        },
        by_value(Theme.objects.filter(pk__in=listed.values("theme"))),
        by_value(Audience.objects.filter(pk__in=audiences.values("audience"))),
    )


class CaseStudyFilterForm(forms.Form):
    """Council, theme and audience, sent by GET. The list of one council does not ask for the council."""

    mark_optional = False
    council = forms.ChoiceField(label=_("Council"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    audience = forms.ChoiceField(label=_("Who can learn from it"), required=False)

    def __init__(self, asked: Mapping[str, str], choices: Choices, has_councils: bool) -> None:
        self.offered = choices
        offered = {
            "council": [(council.slug, council.name) for council in choices.councils.values()],
            "theme": [(value, str(term)) for value, term in choices.themes.items()],
            "audience": [(value, str(term)) for value, term in choices.audiences.items()],
        }
        if not has_councils:
            del offered["council"]
        self.chosen = {
            name: value for name, options in offered.items() if (value := asked.get(name)) in dict(options)
        }
        super().__init__(self.chosen)
        words = {"council": _("All councils"), "theme": _("All themes"), "audience": _("Everyone")}
        for name in words:
            if offered.get(name):
                self.fields[name].choices = [("", words[name]), *offered[name]]
            else:
                del self.fields[name]  # there is nothing to choose from

    @property
    def is_used(self) -> bool:
        return bool(self.chosen)

    def narrow(self, case_studies: CaseStudyQuerySet) -> CaseStudyQuerySet:
        """Those that fit."""
        if council := self.offered.councils.get(self.chosen.get("council", "")):
            case_studies = case_studies.filter(path__startswith=council.path)
        if theme := self.offered.themes.get(self.chosen.get("theme", "")):
            case_studies = case_studies.filter(theme=theme)
        if audience := self.offered.audiences.get(self.chosen.get("audience", "")):
            case_studies = case_studies.filter(audiences=audience)
        return case_studies
