"""The numbered links under a listing."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.paginator import Page
from django.http import HttpRequest


@dataclass(frozen=True)
class PageLink:
    """One number in the row; a gap has neither number nor address."""

    number: int | None
    url: str
    is_current: bool = False
    is_last: bool = False


def page_url(request: HttpRequest | None, number: int, parameter: str) -> str:
    """The address of another page of the listing, with what else the reader chose kept."""
    query = request.GET.copy() if request is not None else None
    if query is None:
        return f"?{parameter}={number}"
    query.pop(parameter, None)
    if number > 1:
        query[parameter] = str(number)
    return f"?{query.urlencode()}"


def page_links(page: Page, request: HttpRequest | None, parameter: str) -> Iterator[PageLink]:
    """First, last, the current page and its neighbours."""
    last = page.paginator.num_pages
    for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1):
        if isinstance(number, int):
            url = page_url(request, number, parameter)
            yield PageLink(number, url, is_current=number == page.number, is_last=number == last)
        else:
            yield PageLink(None, "")
