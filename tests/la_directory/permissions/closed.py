"""The addresses of the admin that are closed to editors of councils, each by its name."""

from __future__ import annotations

from collections.abc import Iterable


def _each(namespace: str, names: str) -> set[str]:
    return {f"{namespace}:{name}" for name in names.split()}


PLAIN = "list list_results add edit delete usage history history_results copy"
ORDERED = f"{PLAIN} reorder"
PUBLISHED = """inspect preview_on_add preview_on_edit revisions_view revisions_revert revisions_compare
revisions_unschedule unpublish lock unlock workflow_action collect_workflow_action_data
confirm_workflow_cancellation workflow_history workflow_history_detail workflow_preview"""
SNIPPETS = {
    "resources_milestone": f"{ORDERED} {PUBLISHED}",
    "resources_furtherresource": f"{ORDERED} {PUBLISHED}",
    "resources_productcategory": ORDERED,
    "resources_resourcegroup": ORDERED,
    "vocabulary_approachstatements": f"{PLAIN} {PUBLISHED}",
    "vocabulary_audience": ORDERED,
    "vocabulary_clientgroup": ORDERED,
    "vocabulary_region": ORDERED,
    "vocabulary_servicekind": ORDERED,
    "vocabulary_theme": ORDERED,
}


def _snippets() -> Iterable[str]:
    for model, views in SNIPPETS.items():
        yield from _each(f"wagtailsnippets_{model}", views)
        yield from _each(
            f"wagtailsnippetchoosers_{model}", "choose choose_results chosen chosen_multiple create"
        )


# The bulletin is the Scottish Government's alone: editions, sendings and whoever subscribes.
BULLETIN = {
    f"bulletin_{name}"
    for name in [
        "editions",
        "editions_results",
        "gate",
        "sending",
        "progress",
        "submit",
        "approve",
        "queue",
        "report",
        "report_results",
        "pause",
        "resume",
        "cancel",
        "uncertain",
        "new_edition",
        "new_edition_below",
        "look_again",
        "check_links",
        "test_send",
        "subscribers",
        "subscribers_results",
        "subscriber_numbers",
        "export_subscribers",
        "import_subscribers",
        "subscriber",
        "unsubscribe_by_hand",
        "erase_by_hand",
        "suppress_by_hand",
        "suppressions",
        "suppressions_results",
    ]
}
MODEL = "index index_results add edit delete history history_results usage"

CLOSED = {
    *_snippets(),
    "wagtailsnippets:index",
    *_each(
        "wagtailadmin_pages",
        """choose_parent collect_workflow_action_data convert_alias copy lock move move_confirm
        set_page_position set_privacy type_use type_use_results unlock workflow_action workflow_preview""",
    ),
    "wagtailadmin_error_test",
    *_each("wagtailadmin_api:pages", "listing detail find action"),
    *_each("wagtailadmin_api:documents", "listing detail find"),
    *_each("wagtailadmin_api:images", "listing detail find"),
    *_each("wagtailadmin_collections", "index add edit delete set_privacy"),
    *_each(
        "wagtailadmin_workflows",
        """index index_results add enable disable edit usage usage_results remove add_task select_task_type
        task_index task_index_results edit_task disable_task enable_task task_chooser task_chooser_results
        task_chooser_create task_chosen""",
    ),
    *_each(
        "wagtailadmin_reports",
        """locked_pages locked_pages_results workflow workflow_results workflow_tasks workflow_tasks_results
        site_history site_history_results aging_pages aging_pages_results page_types_usage
        page_types_usage_results""",
    ),
    *_each("wagtailredirects", "index index_results add edit delete start_import process_import"),
    *_each("wagtailsettings", "edit preview_on_edit"),
    *_each("wagtailembeds", "chooser chooser_upload"),
    *_each("wagtailsites", f"{MODEL} copy"),
    *_each("wagtailusers_users", f"{MODEL} copy"),
    *_each("wagtailusers_groups", MODEL),
    *_each("wagtailimages", "url_generator url_generator_output"),
    "wagtailimages_chooser:select_format",
    *_each("feedback_report", "index results deal_with remove_comment"),
    *_each("review_report", "index results"),
    *_each("freshness_report", "index results"),
    *_each("directory_reports", "index results"),
    *_each("missed_searches", "index results promote"),
    # Translations: records that all share, other pictures and links than in English, and the report of all.
    *_each(
        "wagtail_localize",
        """submit_snippet_translation edit_override machine_translate convert_to_alias translations_report
        translations_report_results snippets_api_listing snippets_api_detail""",
    ),
    *_each("translation", "submit_snippet no_copies report report_results"),
    *_each("synonyms", MODEL),
    *_each(
        "wagtailsearchpromotions",
        "index index_results add edit delete search_terms search_terms_results chooser chooserresults",
    ),
    *_each("handbook_products", "index index_results choose_parent"),
    *_each("handbook_editions", f"{MODEL} inspect"),
    *_each("import_handbook", "upload preview"),
    "handbook_page",
    "second_factor_reset",
    "site_history",
    "site_history_results",
    "site_report",
    "import_handbook_start",
    "publish_edition",
    *_each("exchange_councils", "upload preview download"),
    "exchange_councils_start",
    *BULLETIN,
    *_each("council_teams", f"{MODEL} inspect invite invite_again cancel_invitation end_membership"),
}
