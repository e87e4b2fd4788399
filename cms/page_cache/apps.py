from django.apps import AppConfig
from django.core.signals import request_finished, request_started
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import Signal

# Rows that no reader sees: they come and go without a change of content.
UNSEEN_APPS = {
    "sessions",
    "django_tasks_database",
    "operations",
    "accounts",
    "auth",
    "contenttypes",
    "mail",
    "axes",
}
UNSEEN_MODELS = {
    "wagtailcore.revision",
    "wagtailcore.pagelogentry",
    "wagtailcore.modellogentry",
    "wagtailcore.referenceindex",
    "wagtailcore.comment",
    "wagtailcore.pagesubscription",
    "wagtailusers.userprofile",
    "wagtailcore.commentreply",
    "wagtailcore.taskstate",
    "wagtailcore.uploadedfile",
    "wagtailcore.workflowstate",
    "wagtailadmin.editingsession",
    "wagtailadmin.formstate",
    "wagtailsearch.indexentry",
    "wagtailsearch.sqliteftsindexentry",
    "pages.feedback",
    "pages.reviewreminder",
    "resources.uploadedhandbook",
    "la_directory.recordreport",
    "la_directory.reminderround",
    "la_directory.remindermail",
    "la_directory.toldchange",
    "la_directory.uploadedcouncils",
    "search.missedsearch",
    "search.enginechange",
    "search.engineabsence",
    "search.documenttext",
    "search.word",
    "bulletin.subscriber",
    "bulletin.subscriberlink",
    "bulletin.signupattempt",
    "bulletin.consentevent",
    "bulletin.suppression",
    "bulletin.providerevent",
    "bulletin.delivery",
    "bulletin.approval",
    "bulletin.sending",  # readers see when it began: what begins or cancels it says so
    "bulletin.sendinggate",
    "bulletin.sendingworker",
}
# Made when a page is first read, and then it has been in that page from the start.
MADE_BY_READING = {"media.siterendition"}
# All that saving a draft writes to its page: an editor's autosave changes nothing for readers.
UNSEEN_FIELDS = {"latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes"}


class PageCacheConfig(AppConfig):
    name = "cms.page_cache"
    label = "page_cache"
    verbose_name = "Page cache"

    def ready(self) -> None:
        from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

        from cms.page_cache.generation import advance, begin_request, end_request

        def changed(
            sender: type, signal: Signal, update_fields: frozenset[str] | None = None, **kwargs: object
        ) -> None:
            options = sender._meta
            if update_fields and update_fields <= UNSEEN_FIELDS:
                return
            if signal is post_save and options.label_lower in MADE_BY_READING:
                return
            if options.app_label not in UNSEEN_APPS and options.label_lower not in UNSEEN_MODELS:
                advance()

        for rows in (post_save, post_delete, m2m_changed):
            rows.connect(changed, dispatch_uid="content_generation", weak=False)
        for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
            signal.connect(advance, dispatch_uid="content_generation")
        request_started.connect(begin_request, dispatch_uid="content_generation")
        request_finished.connect(end_request, dispatch_uid="content_generation")
