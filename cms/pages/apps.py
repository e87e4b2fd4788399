from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "cms.pages"
    label = "pages"
    verbose_name = "Pages"

    def ready(self) -> None:
        from wagtail.signals import page_published

        from cms.pages import checks, schedule, waiting  # noqa: F401  the checks register themselves
        from cms.pages.approval.waiting import approvals_waiting, changes_asked_for
        from cms.pages.history import keep_change_note
        from cms.pages.review.due import reviews_due

        page_published.connect(keep_change_note, dispatch_uid="keep_change_note")
        waiting.register(approvals_waiting)
        waiting.register(changes_asked_for)
        waiting.register(schedule.overdue_pages)
        waiting.register(reviews_due)
