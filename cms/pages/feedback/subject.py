"""The page that feedback is about."""

from django.http import Http404, HttpRequest
from wagtail.models import Page, Site

LARGEST_ID_DIGITS = 9


def page_in_question(request: HttpRequest, number: str) -> Page:
    """The page with this id, if this reader may see it. Without an id: the home page, for the whole site."""
    if number:
        is_number = number.isascii() and number.isdigit() and len(number) <= LARGEST_ID_DIGITS
        page = Page.objects.live().filter(pk=number).first() if is_number else None
    else:
        site = Site.find_for_request(request)
        page = site.root_page if site else None
    # A page above all sites, such as the root of the tree, has no address.
    if page is None or page.get_url(request) is None or not _may_see(request, page):
        raise Http404
    return page


def _may_see(request: HttpRequest, page: Page) -> bool:
    return all(restriction.accept_request(request) for restriction in page.get_view_restrictions())
