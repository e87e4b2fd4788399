"""The addresses of the admin that a council's editors need; every other one is closed to them.

A part that offers them something in the admin adds the name of its address here. The test in
tests/la_directory/permissions says of every address what it does for whom.
"""

from __future__ import annotations

# The page they work on stands in the address, and has to be one of theirs.
ON_A_PAGE = {
    f"wagtailadmin_pages:{name}"
    for name in (
        "add",
        "add_subpage",
        "confirm_workflow_cancellation",
        "delete",
        "edit",
        "history",
        "history_results",
        "preview_on_add",
        "preview_on_edit",
        "revisions_compare",
        "revisions_index",
        "revisions_revert",
        "revisions_unschedule",
        "revisions_view",
        "unpublish",
        "usage",
        "view_draft",
        "workflow_history",
        "workflow_history_detail",
    )
} | {"translation:submit_page"}
# The address names a translation or what it is made from; the page in both languages has to be theirs.
ON_A_TRANSLATION = {
    "translation:download",
    "translation:review",
    "translation:upload",
    "wagtail_localize:edit_string_translation",
    "wagtail_localize:preview_translation",
    "wagtail_localize:stop_translation",
}
ON_A_SOURCE = {"translation:update"}
# Here it may also be a page above theirs, on the way down to it.
ON_THE_WAY = {"wagtailadmin_explore", "wagtailadmin_explore_results"}

# The picture or the document has to lie in a collection in which they may do something.
ON_A_FILE = {
    "wagtailimages:delete",
    "wagtailimages:delete_multiple",
    "wagtailimages:edit",
    "wagtailimages:edit_multiple",
    "wagtailimages:image_usage",
    "wagtailimages:preview",
    "wagtailimages_chooser:chosen",
    "wagtaildocs:delete",
    "wagtaildocs:delete_multiple",
    "wagtaildocs:document_usage",
    "wagtaildocs:edit",
    "wagtaildocs:edit_multiple",
    "wagtaildocs_chooser:chosen",
}

FILE_LISTS = {
    f"{app}:{name}"
    for app in ("wagtailimages", "wagtaildocs")
    for name in ("index", "index_results", "add", "add_multiple", "delete_upload_multiple")
} | {
    "wagtailimages:create_multiple_from_uploaded_image",
    "wagtaildocs:create_multiple_from_uploaded_document",
}

CHOOSERS = {
    f"{app}_chooser:{name}"
    for app in ("wagtailimages", "wagtaildocs")
    for name in ("choose", "choose_results", "chosen_multiple", "create")
} | {
    f"wagtailadmin_choose_page{name}"
    for name in (
        "",
        "_anchor_link",
        "_child",
        "_chosen_multiple",
        "_email_link",
        "_external_link",
        "_phone_link",
        "_search",
    )
}

FRAME = {
    "directory_reports:deal_with",
    "gallery",
    "leave_council_team",
    "my_council:all_still_right",
    "second_factor_check",
    "second_factor_recovery_codes",
    "second_factor_set_up",
    "session_standing",
    "single_sign_on_callback",
    "single_sign_on_start",
    "wagtailadmin_account",
    "wagtailadmin_block_preview",
    "wagtailadmin_dismissibles",
    "wagtailadmin_editing_sessions:ping",
    "wagtailadmin_editing_sessions:release",
    "wagtailadmin_explore_root",
    "wagtailadmin_home",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_pages:search",
    "wagtailadmin_pages:search_results",
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_complete",
    "wagtailadmin_password_reset_confirm",
    "wagtailadmin_password_reset_done",
    "wagtailadmin_sprite",
    "wagtailadmin_tag_autocomplete",
    "wagtailadmin_tag_model_autocomplete",
    "wagtail_localize:javascript_catalog",
}

OPEN = ON_A_PAGE | ON_A_TRANSLATION | ON_A_SOURCE | ON_THE_WAY | ON_A_FILE | FILE_LISTS | CHOOSERS | FRAME
