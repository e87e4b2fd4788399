"""Where “My council” stands in the admin. The hooks of la_directory import this module."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks

from la_directory.my_council.all_still_right import all_still_right
from la_directory.my_council.menu import short_menu

# Last of all, so that entries of other apps are left out, too.
hooks.register("construct_main_menu", short_menu, order=1000)


@hooks.register("register_admin_urls")
def my_council_addresses() -> list[URLPattern | URLResolver]:
    addresses = [path("all-still-right/", all_still_right, name="all_still_right")]
    return [path("my-council/", include((addresses, "my_council")))]
