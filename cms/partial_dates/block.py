import logging
from collections.abc import Callable, Sequence
from typing import Any

from django.utils.functional import cached_property
from wagtail.blocks import FieldBlock

from .forms import HELP_TEXT, PartialDateFormField
from .value import NotAPartialDate, PartialDate

logger = logging.getLogger(__name__)


class PartialDateBlock(FieldBlock):
    """A PartialDate, or None when it is left empty, inside a StreamField. Stored as its sort key."""

    def __init__(
        self,
        required: bool = True,
        help_text: str = HELP_TEXT,
        validators: Sequence[Callable[[Any], None]] = (),
        **kwargs: Any,
    ) -> None:
        self.field_options = {"required": required, "help_text": help_text, "validators": validators}
        super().__init__(**kwargs)

    @cached_property
    def field(self) -> PartialDateFormField:
        return PartialDateFormField(**self.field_options)

    def to_python(self, value: Any) -> PartialDate | None:
        """Takes sort keys and written dates. Other stored text is logged; it must not stop a page."""
        if isinstance(value, PartialDate):
            return value
        try:
            return PartialDate.read(str(value)) if value else None
        except NotAPartialDate:
            logger.warning("A stored date cannot be read: %r", value)
            return None

    def normalize(self, value: Any) -> PartialDate | None:
        return self.to_python(value)

    def get_prep_value(self, value: Any) -> str | None:
        date = self.to_python(value)
        return date.sort_key if date else None

    def render_basic(self, value: PartialDate | None, context: dict[str, Any] | None = None) -> str:
        return str(value) if value else ""

    def get_searchable_content(self, value: PartialDate | None) -> list[str]:
        return [str(value)] if value else []

    def get_api_representation(
        self, value: PartialDate | None, context: dict[str, Any] | None = None
    ) -> str | None:
        return str(value) if value else None

    class Meta:
        icon = "date"
        label = "Date"
