"""Feedback in a real browser: in place with JavaScript, page by page without, the same words both times."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Language, OpenPage

PATH = "/accessibility/"
TOO_LONG = " ".join(["The second link leads nowhere."] * 9)


def fill_in(page: Page, language: Language, reason: str, comment: str) -> None:
    page.get_by_text(language.say(reason), exact=True).click()
    page.get_by_role("textbox", name=language.say("Your comment")).fill(comment)
    page.get_by_role("button", name=language.say("Send feedback")).click()


@pytest.mark.parametrize("with_script", [True, False], ids=["in place", "without JavaScript"])
def test_a_comment_that_is_too_long_is_shortened_and_sent(
    open_page: OpenPage, language: Language, with_script: bool
) -> None:
    say = language.say
    page = open_page(language.prefix + PATH, width=320, java_script_enabled=with_script)
    page.get_by_role("button", name=say("Yes, but")).click()
    fill_in(page, language, "Broken link", TOO_LONG)
    summary = page.locator("#error-summary")
    expect(summary).to_contain_text(say("There is a problem"))
    expect(page.get_by_role("textbox", name=say("Your comment"))).to_have_value(TOO_LONG)
    expect(page.get_by_role("radio", name=say("Broken link"))).to_be_checked()
    fill_in(page, language, "Broken link", "The second link leads nowhere.")
    expect(page.get_by_role("heading", name=say("Thanks for your feedback"))).to_be_visible()
    assert page.url.split("#")[0].endswith(PATH) is with_script
    assert page.context.cookies() == []


def test_the_keyboard_goes_on_where_the_news_is(open_page: OpenPage, language: Language) -> None:
    say = language.say
    page = open_page(language.prefix + PATH, width=320)
    page.get_by_role("button", name=say("No"), exact=True).press("Enter")
    expect(page.locator("#feedback-heading")).to_be_focused()
    page.get_by_role("button", name=say("Send feedback")).press("Enter")
    expect(page.locator("#error-summary")).to_be_focused()
    page.locator("#error-summary a").press("Enter")
    expect(page.get_by_role("radio").first).to_be_focused()


def test_what_could_not_be_sent_stays_and_can_be_sent_again(open_page: OpenPage, language: Language) -> None:
    say = language.say
    page = open_page(language.prefix + PATH, width=320)
    page.get_by_role("button", name=say("No"), exact=True).click()
    expect(page.get_by_role("textbox", name=say("Your comment"))).to_be_visible()
    # An answer without a next step, as a proxy on the way might give it.
    page.route("**/feedback/", lambda route: route.fulfill(status=200, body="<p>Log in to the network</p>"))
    fill_in(page, language, "Other", "Words that took a while")
    expect(
        page.get_by_role("status").filter(
            has_text=say("Your feedback was not sent. Try again in a few minutes.")
        )
    ).to_be_visible()
    expect(page.get_by_role("textbox", name=say("Your comment"))).to_have_value("Words that took a while")
    page.unroute("**/feedback/")
    page.get_by_role("button", name=say("Send feedback")).click()
    expect(page.get_by_role("heading", name=say("Thanks for your feedback"))).to_be_focused()
