"""Readers say whether a page helped, without JavaScript, cookies or tokens, and lose nothing they typed."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.test import Client, RequestFactory
from wagtail.models import Page, PageViewRestriction

from cms.pages.feedback.choices import REASONS, Answer
from cms.pages.feedback.models import Feedback

GIVE = "/feedback/"
NO_REASONS = [
    "not_detailed",
    "hard_to_understand",
    "incorrect",
    "needs_updating",
    "what_next",
    "broken_link",
    "other",
]
YES_BUT_REASONS = ["hard_to_understand", "needs_updating", "what_next", "broken_link", "spelling", "other"]
EVERY_REASON = [("no", reason) for reason in NO_REASONS] + [("yes_but", reason) for reason in YES_BUT_REASONS]


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def the_only_feedback() -> dict[str, str]:
    return Feedback.objects.values("answer", "reason", "comment", "page_title").get()


def test_the_form_on_a_page_asks_one_question_without_a_query(the_page, django_assert_num_queries) -> None:
    template = Template("{% load site_frame %}{% feedback_form page %}")
    with django_assert_num_queries(0):
        html = template.render(Context({"page": the_page, "request": RequestFactory().get("/")}))
    form = BeautifulSoup(html, "html.parser")
    assert form.h2.text == "Was this page helpful?"
    assert [(b["name"], b["value"], b.text) for b in form.select("button")] == [
        ("answer", "yes", "Yes"),
        ("answer", "no", "No"),
        ("answer", "yes_but", "Yes, but"),
    ]
    assert form.form["action"] == GIVE
    assert form.select_one("input[name=page]")["value"] == str(the_page.pk)
    assert "csrf" not in html


def test_the_form_on_an_unsaved_page_names_no_page() -> None:
    html = Template("{% load site_frame %}{% feedback_form page %}").render(Context({"page": Page()}))
    assert BeautifulSoup(html, "html.parser").select_one("input[name=page]")["value"] == ""


def test_yes_is_kept_at_once_and_thanked_for(the_page, reader) -> None:
    answer = reader.post(GIVE, {"page": the_page.pk, "answer": "yes"}, follow=True)
    assert answer.redirect_chain[0][0] == f"/feedback/thanks/?page={the_page.pk}"
    assert soup(answer).title.text.startswith("Thanks for your feedback")
    assert soup(answer).h2.text == "Thanks for your feedback"
    assert soup(answer).select_one(f'main a[href="{the_page.url}"]').text == the_page.title
    assert the_only_feedback() == {"answer": "yes", "reason": "", "comment": "", "page_title": the_page.title}


@pytest.mark.parametrize(("answer", "reasons"), [("no", NO_REASONS), ("yes_but", YES_BUT_REASONS)])
def test_the_other_answers_lead_to_their_own_reasons(the_page, reader, answer, reasons) -> None:
    asked = reader.post(GIVE, {"page": the_page.pk, "answer": answer}, follow=True)
    assert asked.redirect_chain[0][0] == f"/feedback/?page={the_page.pk}&answer={answer}"
    form = soup(asked)
    assert [radio["value"] for radio in form.select("input[name=reason]")] == reasons
    assert not form.select("input[name=reason][checked]")
    assert "personal information" in form.select_one("#feedback-comment_helptext").text
    assert not form.select_one("textarea").has_attr("maxlength")
    assert not Feedback.objects.exists()


@pytest.mark.parametrize(("answer", "reason"), EVERY_REASON)
def test_every_reason_is_kept_with_its_comment(the_page, reader, answer, reason) -> None:
    sent = {"page": the_page.pk, "answer": answer, "reason": reason, "comment": " The date\r\nis wrong. "}
    thanked = reader.post(GIVE, sent, follow=True)
    assert "Thanks for your feedback" in thanked.content.decode()
    kept = {
        "answer": answer,
        "reason": reason,
        "comment": "The date\nis wrong.",
        "page_title": the_page.title,
    }
    assert the_only_feedback() == kept


def test_the_choices_are_those_readers_of_this_site_know() -> None:
    assert [label for _, label in Answer.choices] == ["Yes", "No", "Yes, but"]
    assert {answer: [r.value for r in reasons] for answer, reasons in REASONS.items()} == {
        "yes": [],
        "no": NO_REASONS,
        "yes_but": YES_BUT_REASONS,
    }


@pytest.mark.parametrize(
    ("sent", "message", "target"),
    [
        ({"reason": "", "comment": "typed"}, "Choose a reason", "#feedback-reason_0"),
        ({"comment": "typed"}, "Choose a reason", "#feedback-reason_0"),
        ({"reason": "spelling", "comment": "typed"}, "Choose a reason from the list", "#feedback-reason_0"),
        ({"reason": "other", "comment": "  "}, "Say in a few words what the reason is", "#feedback-comment"),
        (
            {"reason": "other", "comment": "x" * 251},
            "Your comment has 251 characters. Shorten it to 250 or fewer",
            "#feedback-comment",
        ),
    ],
)
def test_what_is_wrong_is_said_and_linked_and_nothing_is_lost(
    the_page, reader, sent, message, target
) -> None:
    html = soup(reader.post(GIVE, {"page": the_page.pk, "answer": "no", **sent}))
    assert html.title.text.startswith("Error:")
    summary = html.select_one("#error-summary")
    assert summary.h2.text == "There is a problem"
    assert [(a["href"], a.text) for a in summary.select("a")] == [(target, message)]
    assert html.select_one(target) is not None
    assert html.textarea.text.strip() == sent["comment"].strip()
    checked = [radio["value"] for radio in html.select("input[checked]")]
    assert checked == [sent["reason"]] if sent.get("reason") in NO_REASONS else checked == []
    assert html.select_one("input[name=answer]")["value"] == "no"
    assert not Feedback.objects.exists()


@pytest.mark.parametrize("comment", ["x" * 250, "é" * 250, "a\r\nb" * 62 + "xyz", "a@b.cd " * 35 + "abcd"])
def test_as_typed_250_characters_are_enough_and_not_too_many(the_page, reader, comment) -> None:
    reader.post(GIVE, {"page": the_page.pk, "answer": "no", "reason": "other", "comment": comment})
    assert Feedback.objects.count() == 1


def test_personal_details_are_masked_before_they_are_stored(the_page, reader) -> None:
    words = "Write to reader@example.org, ring 0131 496 0000; AB 12 34 56 C, on 24/11/2020"
    reader.post(GIVE, {"page": the_page.pk, "answer": "no", "reason": "other", "comment": words})
    assert the_only_feedback()["comment"] == (
        "Write to [e-mail removed], ring [telephone number removed]; [National Insurance number removed], "
        "on 24/11/2020"
    )


def test_a_pressed_button_that_says_nothing_known_is_asked_again(the_page, reader) -> None:
    html = soup(reader.post(GIVE, {"page": the_page.pk, "answer": "perhaps"}))
    link = html.select_one("#error-summary a")
    assert link.text == "Choose Yes, No or “Yes, but”"
    assert html.select_one(link["href"])["value"] == "yes"
    assert not Feedback.objects.exists()


def test_an_address_with_yes_in_it_keeps_nothing(the_page, reader) -> None:
    assert (
        "Was this page helpful?" in reader.get(GIVE, {"page": the_page.pk, "answer": "yes"}).content.decode()
    )
    assert not Feedback.objects.exists()


def test_a_program_that_fills_in_every_field_is_thanked_and_forgotten(the_page, reader) -> None:
    sent = {"page": the_page.pk, "answer": "yes", "homepage": "https://spam.example"}
    assert reader.post(GIVE, sent)["Location"].startswith("/feedback/thanks/")
    assert not Feedback.objects.exists()


def test_without_a_page_it_is_about_the_site_as_a_whole(the_page, reader) -> None:
    reader.post(GIVE, {"answer": "yes"})
    assert Feedback.objects.get().page == the_page.get_parent()


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_cookie_is_set_and_no_shared_cache_keeps_an_answer(the_page, reader, method) -> None:
    for path in (
        f"{GIVE}?page={the_page.pk}",
        f"{GIVE}?page={the_page.pk}&answer=no",
        f"/feedback/thanks/?page={the_page.pk}",
    ):
        answer = getattr(reader, method)(path, {"page": the_page.pk, "answer": "no"})
        assert not answer.cookies
        assert "Set-Cookie" not in answer.headers
        assert "private" in answer["Cache-Control"]


def test_going_back_finds_what_was_typed(the_page, reader) -> None:
    assert "no-store" not in reader.get(GIVE, {"page": the_page.pk, "answer": "no"})["Cache-Control"]


@pytest.mark.parametrize("number", ["999999", "0", "-1", "1", "abc", "1.5", "9" * 40, "٣", "1 OR 1=1"])
def test_an_unknown_page_is_not_found(the_page, reader, number) -> None:
    assert reader.get(GIVE, {"page": number}).status_code == 404
    assert reader.post(GIVE, {"page": number, "answer": "yes"}).status_code == 404


def test_a_page_taken_down_takes_no_feedback_but_thanks_stay(the_page, reader) -> None:
    Page.objects.filter(pk=the_page.pk).update(live=False)
    assert reader.post(GIVE, {"page": the_page.pk, "answer": "yes"}).status_code == 404
    thanks = reader.get("/feedback/thanks/", {"page": the_page.pk})
    assert thanks.status_code == 200
    assert the_page.title not in thanks.content.decode()


def test_a_private_page_is_known_only_to_those_who_may_see_it(the_page, reader, signed_in) -> None:
    PageViewRestriction.objects.create(page=the_page, restriction_type="login")
    for answer in (
        reader.get(GIVE, {"page": the_page.pk}),
        reader.get("/feedback/thanks/", {"page": the_page.pk}),
    ):
        assert the_page.title not in answer.content.decode()
    assert reader.get(GIVE, {"page": the_page.pk}).status_code == 404
    assert reader.post(GIVE, {"page": the_page.pk, "answer": "yes"}).status_code == 404
    signed_in().post(GIVE, {"page": the_page.pk, "answer": "yes"})
    assert Feedback.objects.count() == 1


def test_feedback_outlives_its_page(the_page, feedback) -> None:
    kept = feedback()
    the_page.delete()
    kept.refresh_from_db()
    assert (kept.page, kept.page_title) == (None, "A page to read")


def test_only_known_methods_are_answered(the_page, reader: Client) -> None:
    assert reader.put(GIVE, {"page": the_page.pk}).status_code == 405
    assert Client().post("/feedback/thanks/").status_code == 405
    assert reader.head(GIVE, {"page": the_page.pk}).status_code == 200
