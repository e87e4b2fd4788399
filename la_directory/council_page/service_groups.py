"""The services of a council, by kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.text import slugify

from cms.vocabulary.models import ServiceKind
from la_directory.council_page.shown import ShownService

FEW = 6  # services that readers take in at a glance: headings between them would only be in the way


@dataclass
class ServiceGroup:
    """Services of one kind; `heading` is empty where they stand without headings between them."""

    anchor: str = ""
    heading: str = ""
    services: list[ShownService] = field(default_factory=list)


def service_groups(services: Iterable[ShownService]) -> list[ServiceGroup]:
    """In the order of the vocabulary, and within a kind in that of the editors."""
    in_order = sorted(services, key=lambda service: _place_of(service.record.kind))
    if len(in_order) <= FEW:
        return [ServiceGroup(services=in_order)] if in_order else []
    groups: dict[str, ServiceGroup] = {}
    for service in in_order:
        kind = service.record.kind
        anchor = f"kind-{slugify(kind.name if kind else '') or 'other'}"
        heading = str(kind) if kind else ""
        groups.setdefault(anchor, ServiceGroup(anchor, heading)).services.append(service)
    return list(groups.values())


def _place_of(kind: ServiceKind | None) -> tuple[bool, int, int]:
    """What has no kind, such as a draft in a preview, comes last."""
    return (kind is None, (kind.sort_order or 0) if kind else 0, kind.pk if kind else 0)
