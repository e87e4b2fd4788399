"""The addresses of the admin that an editor of a council reaches, and with what.

`own` and `other` say what becomes of a GET and of a POST: `y` answered, `n` refused. Refused is also a POST
that the address does not know. Addresses that name nothing in themselves are asked once, with queries that
fish for secrets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Opened:
    """`page` is the page of the own council that stands in the address."""

    own: str
    other: str = "nn"
    page: str = "contact"
    queries: tuple[str, ...] = ()
    data: Mapping[str, str] = field(default_factory=dict)


FORM = {
    "opening_hours-count": "0",
    "comments-TOTAL_FORMS": "0",
    "comments-INITIAL_FORMS": "0",
}
# A word that secrets begin with: the answer repeats what is asked, and a whole secret would be found there.
FILES = ("q=zq", "collection_id={collection}")
PAGE_LISTS = ("q=zq&search_all=1", "q=Team&search_all=1")

ON_A_PAGE = {
    "add": Opened("yy", page="contacts", data=FORM),
    "add_subpage": Opened("yy", page="contacts"),
    "confirm_workflow_cancellation": Opened("yy", page="service"),
    "delete": Opened("yy", page="draft"),
    "edit": Opened("yy", data=FORM),
    "history": Opened("yn", queries=("user={editor}",)),
    "history_results": Opened("yn"),
    "preview_on_add": Opened("yy", page="contacts", data=FORM),
    "preview_on_edit": Opened("yy", data=FORM),
    "revisions_compare": Opened("yn"),
    "revisions_index": Opened("yy"),
    "revisions_revert": Opened("yy", data=FORM),
    "revisions_unschedule": Opened("yy"),
    "revisions_view": Opened("yn"),
    "unpublish": Opened("yy"),
    "usage": Opened("yn"),
    "view_draft": Opened("yy"),
    "workflow_history": Opened("yn", page="service"),
    "workflow_history_detail": Opened("yn", page="service"),
}

ON_A_FILE = {
    "wagtailimages:delete": Opened("yy"),
    "wagtailimages:delete_multiple": Opened("ny"),
    "wagtailimages:edit": Opened("yy"),
    "wagtailimages:edit_multiple": Opened("ny"),
    "wagtailimages:image_usage": Opened("yn"),
    "wagtailimages:preview": Opened("yy"),
    "wagtaildocs:delete": Opened("yy"),
    "wagtaildocs:delete_multiple": Opened("ny"),
    "wagtaildocs:document_usage": Opened("yn"),
    "wagtaildocs:edit": Opened("yy"),
    "wagtaildocs:edit_multiple": Opened("ny"),
    "wagtailimages_chooser:chosen": Opened("yn"),
    "wagtaildocs_chooser:chosen": Opened("yn"),
    # What was uploaded but is not kept yet: that of the council is a picture.
    "wagtailimages:create_multiple_from_uploaded_image": Opened("ny"),
    "wagtaildocs:create_multiple_from_uploaded_document": Opened("nn"),
    "wagtailimages:delete_upload_multiple": Opened("ny"),
    "wagtaildocs:delete_upload_multiple": Opened("nn"),
}

LEADS_ON = {"next": "/admin/pages/"}
# Ours stand before those of wagtail-localize, at the same addresses.
ON_A_TRANSLATION = {
    **dict.fromkeys(
        ("translation:submit_page", "wagtail_localize:submit_page_translation"), Opened("yy", page="draft")
    ),
    **dict.fromkeys(("translation:update", "wagtail_localize:update_translations"), Opened("yy")),
    **dict.fromkeys(("translation:download", "wagtail_localize:download_pofile"), Opened("yn")),
    **dict.fromkeys(
        ("translation:upload", "wagtail_localize:upload_pofile"), Opened("ny", data={"next": "/admin/pages/"})
    ),
    "translation:review": Opened("yy"),
    "wagtail_localize:edit_string_translation": Opened("nn"),  # it is neither a GET nor a POST
    "wagtail_localize:preview_translation": Opened("yy"),
    "wagtail_localize:stop_translation": Opened("ny", data=LEADS_ON),
}

ON_NOTHING = {
    "gallery": Opened("yy"),
    "leave_council_team": Opened("yn"),
    "my_council:all_still_right": Opened("yn"),
    "directory_reports:deal_with": Opened("nn"),
    # Off in these tests; tests/accounts has them on.
    **dict.fromkeys(
        ("second_factor_check", "second_factor_recovery_codes", "second_factor_set_up"), Opened("nn")
    ),
    **dict.fromkeys(("single_sign_on_callback", "single_sign_on_start"), Opened("nn")),
    "session_standing": Opened("yy"),
    "wagtail_localize:javascript_catalog": Opened("yn"),
    "wagtailadmin_account": Opened("yy"),
    "wagtailadmin_block_preview": Opened("nn"),
    "wagtailadmin_dismissibles": Opened("yn"),
    "wagtailadmin_explore_root": Opened("yn"),
    "wagtailadmin_home": Opened("yn"),
    "wagtailadmin_javascript_catalog": Opened("yn"),
    "wagtailadmin_login": Opened("ny"),
    "wagtailadmin_logout": Opened("nn"),
    "wagtailadmin_password_reset": Opened("yy"),
    "wagtailadmin_password_reset_complete": Opened("yn"),
    "wagtailadmin_password_reset_confirm": Opened("yy"),
    "wagtailadmin_password_reset_done": Opened("yn"),
    "wagtailadmin_pages:search": Opened("yn", queries=PAGE_LISTS),
    "wagtailadmin_pages:search_results": Opened("yn"),
    "wagtailadmin_sprite": Opened("yy"),
    "wagtailadmin_tag_autocomplete": Opened("yy", queries=("term=zq",)),
    "wagtailadmin_tag_model_autocomplete": Opened("yy", queries=("term=zq",)),
    "wagtailadmin_editing_sessions:release": Opened("ny"),
    "wagtailadmin_choose_page": Opened(
        "yn", queries=("multiple=1", "page_type=la_directory.casestudypage", "page_type=home.standardpage")
    ),
    "wagtailadmin_choose_page_search": Opened("yn", queries=("q=zq", "q=Team", "q=Team&multiple=1")),
    "wagtailadmin_choose_page_chosen_multiple": Opened(
        "yn", queries=("id={contact}", "id={page}", "id={draft}", "id=%2B{draft}")
    ),
    "wagtailadmin_choose_page_anchor_link": Opened("yy"),
    "wagtailadmin_choose_page_email_link": Opened("yy"),
    "wagtailadmin_choose_page_external_link": Opened(
        "yy", data={"external-link-chooser-url": "{url}", "external-link-chooser-link_text": ""}
    ),
    "wagtailadmin_choose_page_phone_link": Opened("yy"),
    "wagtailimages:index": Opened("yn", queries=FILES),
    "wagtailimages:index_results": Opened("yn"),
    "wagtailimages:add": Opened("yy"),
    "wagtailimages:add_multiple": Opened("yy"),
    "wagtaildocs:index": Opened("yn", queries=FILES),
    "wagtaildocs:index_results": Opened("yn"),
    "wagtaildocs:add": Opened("yy"),
    "wagtaildocs:add_multiple": Opened("yy"),
    "wagtailimages_chooser:choose": Opened("yn", queries=FILES),
    "wagtailimages_chooser:choose_results": Opened("yn"),
    "wagtailimages_chooser:chosen_multiple": Opened("yn", queries=("id={image}",)),
    "wagtailimages_chooser:create": Opened("yy"),
    "wagtaildocs_chooser:choose": Opened("yn", queries=FILES),
    "wagtaildocs_chooser:choose_results": Opened("yn"),
    "wagtaildocs_chooser:chosen_multiple": Opened("yn", queries=("id={document}",)),
    "wagtaildocs_chooser:create": Opened("yy"),
    # For pictures and documents alone; what it does with them is a test of its own.
    "wagtail_bulk_action": Opened("nn"),
    # They show that nothing is there.
    "admin/test404/": Opened("yn"),
    "admin/^.*/$": Opened("nn"),
}

OPENED = {
    **{f"wagtailadmin_pages:{name}": opened for name, opened in ON_A_PAGE.items()},
    **ON_A_FILE,
    **ON_A_TRANSLATION,
    **ON_NOTHING,
    "wagtailadmin_explore": Opened("yn", page="contacts", queries=PAGE_LISTS),
    "wagtailadmin_explore_results": Opened("yn", page="contacts"),
    "wagtailadmin_choose_page_child": Opened("yn", page="contacts", queries=("multiple=1",)),
    "wagtailadmin_editing_sessions:ping": Opened("ny"),
}
