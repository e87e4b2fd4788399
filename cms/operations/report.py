"""The operators' report in the admin: how each part is doing, the jobs of the clock, and what failed."""

from __future__ import annotations

import platform
from datetime import timedelta
from typing import Any, NamedTuple

import django
import wagtail
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from django_tasks_db.models import DBTaskResult
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.operations.advice import DOCUMENT, advice_on
from cms.operations.jobs import gather
from cms.operations.models import Job
from cms.operations.part_words import LABELS, STATES, words_of
from cms.operations.parts import OK, all_parts
from cms.operations.version import version

MOST_FAILED = 10


def may_see(user: AbstractUser | AnonymousUser) -> bool:
    return user.is_active and user.is_superuser


class Shown(NamedTuple):
    """One part as the report shows it; `advice` only where something is wrong."""

    name: str
    label: str
    state: str
    words: str
    is_wrong: bool
    advice: list[SafeString]


class ShownJob(NamedTuple):
    job: Job
    seconds: float | None
    error: str


def parts_shown() -> list[Shown]:
    """What is wrong comes first."""
    shown = [
        Shown(
            name,
            str(LABELS[name]),
            str(STATES[state["state"]]),
            words_of(name, state),
            state["state"] != OK,
            advice_on(name) if state["state"] != OK else [],
        )
        for name, state in all_parts().items()
    ]
    return sorted(shown, key=lambda one: not one.is_wrong)


def jobs_shown() -> list[ShownJob]:
    return [_shown(job) for job in Job.objects.filter(name__in=gather())]


def _shown(job: Job) -> ShownJob:
    has_ended = job.last_run and job.last_finished and job.last_finished >= job.last_run
    took: timedelta | None = job.last_finished - job.last_run if has_ended else None
    return ShownJob(job, took.total_seconds() if took is not None else None, job.last_error)


class SiteReport(WagtailAdminTemplateMixin, TemplateView):
    """For administrators alone; what is wrong also waits for them on the dashboard."""

    http_method_names = ["get", "head"]
    template_name = "operations/admin/report.html"
    page_title = _("How the site is doing")
    header_icon = "cogs"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        failed = DBTaskResult.objects.failed().defer("traceback", "args_kwargs").order_by("-finished_at")
        return super().get_context_data(
            parts=parts_shown(),
            jobs=jobs_shown(),
            failed=failed[:MOST_FAILED],
            document=DOCUMENT,
            versions={
                _("This site"): version(),
                "Wagtail": wagtail.__version__,
                "Django": django.__version__,
                "Python": platform.python_version(),
            },
            **kwargs,
        )
