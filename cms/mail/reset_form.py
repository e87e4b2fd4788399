"""The form with which a person asks for a new password."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms.auth import PasswordResetForm

from cms.mail.held import sent_anyway


class ResetForm(PasswordResetForm):
    """Mails the link also while other mail waits."""

    def send_mail(self, *words: Any, **more: Any) -> None:
        with sent_anyway():
            super().send_mail(*words, **more)
