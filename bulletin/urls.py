"""The pages of subscribers. Below /bulletin-mail/ stand mailed links, and no log shows their tokens."""

from django.conf import settings
from django.urls import path

from bulletin.subscribe import leave_page, preferences_page, sign_up_page

app_name = "bulletin"

_PREFERENCES = "bulletin-mail/preferences/"

urlpatterns = [
    path("bulletin/subscribe/", sign_up_page.sign_up, name="subscribe"),
    path("bulletin/subscribe/check-your-mail/", sign_up_page.check_mail, name="check_mail"),
    path("bulletin/subscribe/thanks/", sign_up_page.thanks, name="thanks"),
    path("bulletin-mail/confirm/<slug:token>/", sign_up_page.confirm_sign_up, name="confirm"),
    path("bulletin-mail/leave/<slug:token>/", leave_page.unsubscribe, name="unsubscribe"),
    path("bulletin-mail/address/<slug:token>/", preferences_page.confirm_address, name="confirm_address"),
    path("bulletin-mail/erased/", preferences_page.erased, name="erased"),
    path(_PREFERENCES, preferences_page.ask_for_preferences, name="preferences"),
    path(f"{_PREFERENCES}<slug:token>/", preferences_page.own_preferences, name="own_preferences"),
    path(f"{_PREFERENCES}<slug:token>/address/", preferences_page.change_address, name="change_address"),
    path(f"{_PREFERENCES}<slug:token>/held/", preferences_page.what_we_hold, name="held"),
    path(f"{_PREFERENCES}<slug:token>/erase/", preferences_page.erase_everything, name="erase"),
    path(f"{_PREFERENCES}<slug:token>/leave/", preferences_page.leave_here, name="leave_here"),
]

if settings.MAILGUN_WEBHOOK_SIGNING_KEY:
    from bulletin.bounces.webhook import ProviderWebhook

    urlpatterns.append(
        path("bulletin-mail/provider/mailgun/", ProviderWebhook.as_view(), name="provider_mailgun")
    )
