"""The form behind shared wording in the editor."""

from typing import Any

from django.conf import settings
from django.forms import BaseForm
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from cms.vocabulary.models.term import Term


def offer_each_term_once(form: BaseForm) -> None:
    """Records name terms of the first language; a translated term is the same one in other words."""
    for field in form.fields.values():
        terms = getattr(field, "queryset", None)
        if terms is not None and issubclass(terms.model, Term):
            field.queryset = terms.filter(locale__language_code=settings.LANGUAGE_CODE)


class ScheduledWordingForm(WagtailAdminModelForm):
    """Says beside the time fields which time they mean."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_each_term_once(self)
        for name in ("go_live_at", "expire_at"):
            if name in self.fields:
                self.fields[name].help_text = _("Time in Scotland (Europe/London).")
