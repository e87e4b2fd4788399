"""What the sending of editions adds to the admin's history. The hooks of bulletin import this module."""

from wagtail import hooks

from bulletin.send import log_actions

hooks.register("register_log_actions", log_actions.register)
