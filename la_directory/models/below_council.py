"""Pages below the page of a council, and how their council is told from where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models.expressions import Combinable
from django.db.models.functions import Left, Length
from django.utils.functional import cached_property
from wagtail.models import Page

if TYPE_CHECKING:
    from la_directory.models.council import CouncilPage


class BelowCouncil(models.Model):
    """For pages that stand a fixed number of levels below their council."""

    levels_below_council = 1

    class Meta:
        abstract = True

    @cached_property
    def council(self) -> CouncilPage:
        """The council it belongs to."""
        from la_directory.models.council import CouncilPage

        return CouncilPage.objects.ancestor_of(self).get()

    @property
    def council_path(self) -> str:
        """The place of its council in the tree, without a query."""
        return self.path[: -self._length_below_council()]

    @classmethod
    def council_path_in_query(cls, path: Combinable | str = "path") -> Left:
        """The same, of the `path` that a query knows."""
        return Left(path, Length(path) - cls._length_below_council())

    @classmethod
    def _length_below_council(cls) -> int:
        return cls.levels_below_council * Page.steplen
