from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "cms.accounts"
    label = "accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in

        from cms.accounts import password_reset
        from cms.accounts.second_factor import mails
        from cms.accounts.sessions import begin

        mails.register()
        password_reset.register()
        user_logged_in.connect(begin, dispatch_uid="session_begins")
