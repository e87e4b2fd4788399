"""The form at the foot of every page."""

from typing import Any

from wagtail.models import Page

from cms.pages.feedback.choices import Answer


def feedback_form(page: Page) -> dict[str, Any]:
    """Context of the template `pages/feedback/ask.html`; costs no query."""
    return {"subject": page, "answers": Answer.choices}
