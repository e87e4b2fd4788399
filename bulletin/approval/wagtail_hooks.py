"""Where the approval of editions stands in the admin. The hooks of bulletin import this module."""

from wagtail import hooks

from bulletin.approval import log_actions
from bulletin.approval.action_menu import words_for_editions
from bulletin.approval.editor import go_on_after_saving, save_before_approving

hooks.register("register_log_actions", log_actions.register)
hooks.register("construct_page_action_menu", words_for_editions, order=100)
# After the rule that only what the form showed is approved, which looks at the same button.
hooks.register("before_edit_page", save_before_approving, order=100)
hooks.register("after_edit_page", go_on_after_saving)
