"""Where approval of what councils write stands in the admin. The hooks of la_directory import this module."""

from wagtail import hooks

from la_directory.approval.action_menu import likely_action_first

hooks.register("construct_page_action_menu", likely_action_first, order=100)
