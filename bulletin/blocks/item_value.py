"""What readers see of an item of an edition."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks.addresses import safe_address
from cms.blocks.targets import page_address, readable_page, specific_page

Fact = tuple[str, str]


class ItemValue(blocks.StructValue):
    """What readers see of an item: own words first, else those of the page."""

    @property
    def shown_title(self) -> str:
        if self.get("title"):
            return self["title"]
        page = readable_page(self.get("page"))
        return page.title if page else ""

    @property
    def shown_summary(self) -> str:
        if self.get("summary"):
            return self["summary"]
        page = readable_page(self.get("page"))
        return getattr(specific_page(page), "description", "") if page else ""

    @property
    def path(self) -> str:
        """Where the title leads: an address on this site from its root, or one elsewhere in full; or ""."""
        if self.get("page"):
            return page_address(self["page"])
        return safe_address(self.get("address") or "", web_only=True)

    @property
    def facts(self) -> list[Fact]:
        """Labels and values that stand below the title, such as the date and the place of an event."""
        facts: list[Fact] = []
        if self.get("day"):
            day = _day(self["day"])
            facts.append((str(_("Date")), f"{day}, {self['time']}" if self.get("time") else day))
        for name, label in (
            ("place", _("Place")),
            ("employer", _("Employer")),
        ):
            if self.get(name):
                facts.append((str(label), self[name]))
        for name, label in (("deadline", _("Apply by")), ("closes", _("Closes"))):
            if self.get(name):
                facts.append((str(label), _day(self[name])))
        return facts

    @property
    def last_day(self) -> date | None:
        """The day after which the item is of no use: of the event, the deadline or the closing date."""
        return self.get("day") or self.get("deadline") or self.get("closes")


def _day(day: date) -> str:
    return date_format(day, "j F Y")
