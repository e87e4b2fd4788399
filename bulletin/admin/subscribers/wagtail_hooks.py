"""Where subscribers stand in the admin. The hooks of bulletin import this module."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from bulletin.admin.subscribers import log_actions
from bulletin.admin.subscribers.base import policy
from bulletin.admin.subscribers.lists import Export, Import, Numbers
from bulletin.admin.subscribers.one_subscriber import Erase, OneSubscriber, Unsubscribe
from bulletin.admin.subscribers.subscriber_list import SubscriberList
from bulletin.admin.subscribers.suppress_by_hand import SuppressAddress
from bulletin.admin.subscribers.suppressions import SuppressionList

hooks.register("register_log_actions", log_actions.register)


@hooks.register("register_admin_urls")
def addresses_of_subscribers() -> list[URLPattern]:
    all_, one = "bulletin/subscribers/", "bulletin/subscribers/<int:number>/"
    suppressed = "bulletin/suppressions/"
    return [
        path(all_, SubscriberList.as_view(), name="bulletin_subscribers"),
        path(
            f"{all_}results/",
            SubscriberList.as_view(results_only=True),
            name="bulletin_subscribers_results",
        ),
        path(f"{all_}numbers/", Numbers.as_view(), name="bulletin_subscriber_numbers"),
        path(f"{all_}export/", Export.as_view(), name="bulletin_export_subscribers"),
        path(f"{all_}import/", Import.as_view(), name="bulletin_import_subscribers"),
        path(one, OneSubscriber.as_view(), name="bulletin_subscriber"),
        path(f"{one}unsubscribe/", Unsubscribe.as_view(), name="bulletin_unsubscribe_by_hand"),
        path(f"{one}erase/", Erase.as_view(), name="bulletin_erase_by_hand"),
        path(f"{suppressed}enter/", SuppressAddress.as_view(), name="bulletin_suppress_by_hand"),
        path(suppressed, SuppressionList.as_view(), name="bulletin_suppressions"),
        path(
            f"{suppressed}results/",
            SuppressionList.as_view(results_only=True),
            name="bulletin_suppressions_results",
        ),
    ]


class SubscribersMenuItem(MenuItem):
    """Shown to those who may see subscribers."""

    def is_shown(self, request: HttpRequest) -> bool:
        return policy.user_has_permission(request.user, "view")


@hooks.register("register_bulletin_menu_item")
def subscribers_in_the_menu() -> MenuItem:
    url = reverse("bulletin_subscribers")
    return SubscribersMenuItem(
        _("Subscribers"), url, name="bulletin-subscribers", icon_name="group", order=20
    )


@hooks.register("register_permissions")
def subscriber_permissions() -> QuerySet[Permission]:
    """So that the rights can be given to a group in the admin. Nobody may add: people agree themselves."""
    verbs = ("view", "change", "delete", "export", "import")
    names = [f"{verb}_subscriber" for verb in verbs]
    return Permission.objects.filter(content_type__app_label="bulletin", codename__in=names)
