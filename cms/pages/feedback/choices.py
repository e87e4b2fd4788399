"""The answers a reader may give and the reasons that go with each."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Answer(models.TextChoices):
    """To “Was this page helpful?”."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    YES_BUT = "yes_but", _("Yes, but")


class Reason(models.TextChoices):
    """Why a page did not help, or not quite."""

    NOT_DETAILED = "not_detailed", _("Not detailed enough")
    HARD_TO_UNDERSTAND = "hard_to_understand", _("Hard to understand")
    INCORRECT = "incorrect", _("Incorrect")
    NEEDS_UPDATING = "needs_updating", _("Needs updating")
    WHAT_NEXT = "what_next", _("Not sure what to do next")
    BROKEN_LINK = "broken_link", _("Broken link")
    SPELLING = "spelling", _("Spelling mistake")
    OTHER = "other", _("Other")


REASONS: dict[str, tuple[Reason, ...]] = {
    Answer.YES: (),
    Answer.NO: (
        Reason.NOT_DETAILED,
        Reason.HARD_TO_UNDERSTAND,
        Reason.INCORRECT,
        Reason.NEEDS_UPDATING,
        Reason.WHAT_NEXT,
        Reason.BROKEN_LINK,
        Reason.OTHER,
    ),
    Answer.YES_BUT: (
        Reason.HARD_TO_UNDERSTAND,
        Reason.NEEDS_UPDATING,
        Reason.WHAT_NEXT,
        Reason.BROKEN_LINK,
        Reason.SPELLING,
        Reason.OTHER,
    ),
}


def reasons_for(answer: str) -> list[tuple[str, str]]:
    """The reasons a form offers for an answer, in order; none for an answer that needs none."""
    return [(reason.value, reason.label) for reason in REASONS.get(answer, ())]
