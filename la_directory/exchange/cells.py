"""How one value of a record stands in a cell, and how a cell is read: one class a sort of value.

`current` gives a value that can be compared, `shown` its text, `read` the value of a text, and `put` sets it.
"""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override
from phonenumber_field.phonenumber import PhoneNumber, to_python

from cms.partial_dates.value import PartialDate
from la_directory.exchange import date_cells, hours_text
from la_directory.exchange.hours_text import Hours
from la_directory.exchange.names import KnownNames, plain
from la_directory.exchange.problems import NotReadable

# Characters that nobody sees and no workbook may hold.
INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]")
LINE_END = re.compile(r"\r\n?")
ROUNDED = re.compile(r"[0-9.,]+e[+-]?[0-9]+", re.IGNORECASE)
WHOLE_NUMBER = re.compile(r"(-?[0-9]+)(?:\.0+)?")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
SHORT = 60  # characters: what is longer is not repeated in a message
YES = {"yes", "y", "true", "1", "x"}
NO = {"no", "n", "false", "0"}


def tidy(text: str) -> str:
    """Without what nobody sees: control characters, and blanks that stand twice or at an end."""
    lines = INVISIBLE.sub("", LINE_END.sub("\n", text)).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def parts_of(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]


class Text:
    """Words as they are; in a field of one line they stand on one."""

    def current(self, record: models.Model, field: models.Field) -> Any:
        return self._in_lines(tidy(getattr(record, field.name) or ""), field)

    def shown(self, value: Any) -> str | int:
        return value

    def read(self, text: str, field: models.Field, known: KnownNames) -> Any:
        return self.checked(self._in_lines(text, field), field)

    def put(self, record: models.Model, field: models.Field, value: Any) -> None:
        setattr(record, field.name, value)

    def checked(self, value: Any, field: models.Field) -> Any:
        """NotReadable where the field itself would refuse it, such as for its length."""
        try:
            if value not in field.empty_values:
                field.run_validators(value)
        except ValidationError as error:
            words = str(value)
            quoted = [f"“{words}”:"] if len(words) <= SHORT else []
            raise NotReadable(" ".join([*quoted, *error.messages])) from error
        return value

    def _in_lines(self, text: str, field: models.Field) -> str:
        return text if isinstance(field, models.TextField) else " ".join(text.split())


class Lines(Text):
    """One thing a line in the record; in a cell they stand behind one another."""

    def current(self, record: models.Model, field: models.Field) -> tuple[str, ...]:
        lines = tidy(getattr(record, field.name)).split("\n")
        return tuple(line for line in lines if line)

    def shown(self, value: tuple[str, ...]) -> str:
        return "; ".join(value)

    def read(self, text: str, field: models.Field, known: KnownNames) -> tuple[str, ...]:
        self.checked("\n".join(parts_of(text)), field)
        return tuple(parts_of(text))

    def put(self, record: models.Model, field: models.Field, value: tuple[str, ...]) -> None:
        setattr(record, field.name, "\n".join(value))


class Website(Text):
    """An address that browsers open; people may leave https:// out."""

    def read(self, text: str, field: models.Field, known: KnownNames) -> str:
        address = text if not text or SCHEME.match(text) else f"https://{text}"
        try:
            if address:
                URLValidator(schemes=["http", "https"])(address)
        except ValidationError as error:
            told = _("“%s” is not the address of a website, such as https://www.fife.gov.uk/")
            raise NotReadable(told % text) from error
        return self.checked(address, field)


class Telephone(Text):
    """Spreadsheet programs take the nought off the front of a number; it is put back."""

    def current(self, record: models.Model, field: models.Field) -> PhoneNumber | str:
        return getattr(record, field.name) or ""

    def shown(self, value: PhoneNumber | str) -> str:
        return tidy(str(value))

    def read(self, text: str, field: models.Field, known: KnownNames) -> PhoneNumber | str:
        if not text:
            return ""
        if ROUNDED.fullmatch(text):
            told = _("“%s”: the spreadsheet program has made a number of it and lost digits. Write it again.")
            raise NotReadable(told % text)
        whole = WHOLE_NUMBER.fullmatch(text)
        number = to_python(whole[1] if whole else text, region="GB")
        # As it is shown, without the code of a country, it has to be the same number still.
        if not number or not number.is_valid() or to_python(str(number), region="GB") != number:
            raise NotReadable(_("“%s” is not a UK telephone number, such as 0141 496 0123") % text)
        return self.checked(number, field)


class YesNo(Text):
    """A tick, as a word."""

    def current(self, record: models.Model, field: models.Field) -> bool:
        return bool(getattr(record, field.name))

    def shown(self, value: bool) -> str:
        return "yes" if value else "no"

    def read(self, text: str, field: models.Field, known: KnownNames) -> bool:
        if (word := text.casefold()) not in YES | NO:
            raise NotReadable(_("“%s” is neither yes nor no") % text)
        return word in YES


class Number(Text):
    """A whole number; in some fields it may be left out."""

    def current(self, record: models.Model, field: models.Field) -> int | None:
        return getattr(record, field.name)

    def shown(self, value: int | None) -> str | int:
        return "" if value is None else value

    def read(self, text: str, field: models.Field, known: KnownNames) -> int | None:
        if not text:
            return None
        match = WHOLE_NUMBER.fullmatch(text)
        if not match or len(match[1]) > 9:
            raise NotReadable(_("“%s” is not a whole number") % text)
        return self.checked(int(match[1]), field)


class Choice(Text):
    """One of a few, by its English label."""

    def __init__(self, choices: type[models.TextChoices]) -> None:
        self.choices = choices

    def current(self, record: models.Model, field: models.Field) -> str:
        return getattr(record, field.name)

    def shown(self, value: str) -> str:
        return self._labels.get(value, value)

    def read(self, text: str, field: models.Field, known: KnownNames) -> str:
        for value, label in self._labels.items():
            if plain(text) in {plain(value), plain(label)}:
                return value
        labels = "; ".join(self._labels.values())
        raise NotReadable(_("“%(text)s” is none of: %(labels)s") % {"text": text, "labels": labels})

    @property
    def _labels(self) -> dict[str, str]:
        with override("en"):
            return {value: str(label) for value, label in self.choices.choices}


class Date(Text):
    """As precise as it is known, in English."""

    def current(self, record: models.Model, field: models.Field) -> PartialDate | None:
        return getattr(record, field.name)

    def shown(self, value: PartialDate | None) -> str:
        with override("en"):
            return str(value or "")

    def read(self, text: str, field: models.Field, known: KnownNames) -> PartialDate | None:
        return date_cells.read(text) if text else None


class OpeningHours(Text):
    """The blocks of a week as one line; hours_text knows how it is written."""

    def current(self, record: models.Model, field: models.Field) -> tuple[Hours, ...]:
        values = [block.value for block in getattr(record, field.name)]
        return tuple(
            Hours(tuple(sorted(int(day) for day in each["days"])), each["opens"], each["closes"])
            for each in values
        )

    def shown(self, value: tuple[Hours, ...]) -> str:
        return hours_text.written(value)

    def read(self, text: str, field: models.Field, known: KnownNames) -> tuple[Hours, ...]:
        hours = hours_text.read(text)
        most = field.stream_block.meta.max_num
        if len(hours) > most:
            raise NotReadable(_("at most %d pairs of times are possible") % most)
        return hours

    def put(self, record: models.Model, field: models.Field, value: tuple[Hours, ...]) -> None:
        blocks = [
            ("hours", {"days": [str(day) for day in each.days], "opens": each.opens, "closes": each.closes})
            for each in value
        ]
        setattr(record, field.name, blocks)
