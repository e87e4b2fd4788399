"""The form at the foot of every page."""

from types import SimpleNamespace

from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.models import Page

from cms.page_cache.generation import kept
from cms.pages.feedback.choices import Answer

NUMBER = "number-of-the-page"


def feedback_form(page: Page) -> SafeString:
    """Costs no query. It is the same on every page of a language but for the number of the page."""
    before, after = kept(("feedback form", get_language()), _around_the_number)
    number = "" if page.pk is None else page.pk
    return mark_safe(f"{before}{conditional_escape(number)}{after}")  # noqa: S308  our own template


def _around_the_number() -> list[str]:
    context = {"subject": SimpleNamespace(pk=NUMBER), "answers": Answer.choices}
    return render_to_string("pages/feedback/ask.html", context).split(NUMBER)
