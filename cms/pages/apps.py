from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "cms.pages"
    label = "pages"
    verbose_name = "Pages"

    def ready(self) -> None:
        from django.apps import apps
        from django.db.models.signals import post_delete, post_save
        from wagtail.models import Locale
        from wagtail.signals import page_published

        from cms.languages.facts import keep_facts
        from cms.languages.original import forget_first_locale
        from cms.pages import checks, schedule, waiting  # noqa: F401  the checks register themselves
        from cms.pages.approval.waiting import approvals_waiting, changes_asked_for
        from cms.pages.history import keep_change_note
        from cms.pages.review.due import reviews_due
        from cms.pages.spreadsheet_safety import guard_exports

        guard_exports()
        keep_facts(apps.get_models())
        for signal in (post_save, post_delete):
            signal.connect(forget_first_locale, sender=Locale, dispatch_uid="forget_first_locale")
        page_published.connect(keep_change_note, dispatch_uid="keep_change_note")
        waiting.register(approvals_waiting)
        waiting.register(changes_asked_for)
        waiting.register(schedule.overdue_pages)
        waiting.register(reviews_due)
