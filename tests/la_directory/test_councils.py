"""The table of councils, and the pages that are made from it."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from phonenumber_field.phonenumber import to_python
from wagtail.models import Locale, PageViewRestriction

from cms.partial_dates.value import PartialDate
from la_directory.councils import COUNCILS, by_code, current_code
from la_directory.make_councils import make_councils
from la_directory.models import ContactPage, CouncilPage, LocalServicePage
from tests.factories import councils
from tests.factories.pages import home_page

pytestmark = pytest.mark.django_db

# The current codes as the Government Statistical Service lists them.
CODES = """
S12000005 S12000006 S12000008 S12000010 S12000011 S12000013 S12000014 S12000017
S12000018 S12000019 S12000020 S12000021 S12000023 S12000026 S12000027 S12000028
S12000029 S12000030 S12000033 S12000034 S12000035 S12000036 S12000038 S12000039
S12000040 S12000041 S12000042 S12000045 S12000047 S12000048 S12000049 S12000050
"""


def test_there_are_32_councils_with_their_codes_and_names() -> None:
    assert sorted(council.code for council in COUNCILS) == CODES.split()
    assert len({council.name for council in COUNCILS}) == len({council.slug for council in COUNCILS}) == 32
    named = {council.code: council.official_name for council in COUNCILS}
    assert named["S12000013"] == "Comhairle nan Eilean Siar"
    assert named["S12000049"] == "Glasgow City Council"
    assert by_code()["S12000047"].name == "Fife"


@pytest.mark.parametrize(
    ("former", "current"),
    [
        ("S12000015", "S12000047"),
        ("S12000024", "S12000048"),
        ("s12000046 ", "S12000049"),
        ("S12000043", "S12000049"),
        ("S12000044", "S12000050"),
        ("S12000009", "S12000045"),
        ("S12000049", "S12000049"),
        ("E06000001", None),
    ],
)
def test_a_former_code_is_read_as_the_current_one(former: str, current: str | None) -> None:
    assert current_code(former) == current


def test_the_pages_are_made_once() -> None:
    directory = councils.directory(home_page())
    assert len(make_councils(directory)) == 32
    CouncilPage.objects.child_of(directory).filter(gss_code="S12000047").update(gss_code="S12000015")
    assert make_councils(directory) == []
    pages = CouncilPage.objects.child_of(directory)
    assert all(page.live and page.region_id and page.get_children().count() == 3 for page in pages)


def test_a_contact_leads_to_its_place_on_the_page_of_its_council() -> None:
    glasgow = councils.council(councils.directory(home_page()))
    contact = councils.contact(glasgow)
    assert contact.url == f"{glasgow.url}#{contact.anchor}"
    assert contact.get_sitemap_urls() == []


def test_a_check_holds_for_content_and_not_for_block_ids() -> None:
    glasgow = councils.council(councils.directory(home_page()))
    hours = [{"type": "hours", "value": {"days": ["0", "1"], "opens": "09:00", "closes": "17:00"}}]
    contact = councils.contact(glasgow, opening_hours=hours)
    digest = contact.content_digest
    contact.opening_hours = hours
    assert contact.content_digest == digest
    contact.telephone = "0141 496 0124"
    assert contact.content_digest != digest
    contact.address = "1 High Street\nGlasgow"
    digest = contact.content_digest
    contact.address = "1 High Street\r\nGlasgow"  # as a browser sends it
    assert contact.content_digest == digest


def test_a_draft_keeps_the_country_of_a_number() -> None:
    glasgow = councils.council(councils.directory(home_page()))
    contact = councils.contact(glasgow, telephone="+353 1 234 5678")
    assert contact.get_latest_revision().content["telephone"] == "+35312345678"
    assert contact.get_latest_revision_as_object().telephone.is_valid()


def test_an_extension_is_refused_and_not_lost() -> None:
    contact = ContactPage(title="Team", telephone="0141 496 0123 ext 45")
    with pytest.raises(ValidationError) as refused:
        contact.clean_fields(exclude=["path", "depth"])
    assert refused.value.message_dict["telephone"][0].startswith("Leave the extension out of the number.")
    ContactPage._meta.get_field("telephone").run_validators(to_python("0141 496 0123", region="GB"))


@pytest.mark.parametrize(
    ("starts", "ends", "is_refused"),
    [
        ("April 2026", "2026", False),
        ("15 April 2026", "April 2026", False),
        ("January 2027", "Winter 2026", False),
        ("2026", "Ongoing", False),
        ("April 2026", "2025", True),
        ("16 April 2026", "15 April 2026", True),
    ],
)
def test_a_service_ends_after_it_starts_as_far_as_is_known(starts: str, ends: str, is_refused: bool) -> None:
    service = LocalServicePage(starts_on=PartialDate.parse(starts), ends_on=PartialDate.parse(ends))
    assert ("ends_on" in service.missing()) is is_refused


def test_a_council_has_its_current_code_alone_and_a_summary_in_its_own_language(monkeypatch) -> None:
    directory = councils.directory(home_page())
    fife, glasgow = (councils.council(directory, code) for code in (councils.FIFE, councils.GLASGOW))
    assert "gss_code" not in fife.missing()
    fife.gss_code = "S12000015"
    assert "S12000047" in fife.missing()["gss_code"]
    fife.gss_code = glasgow.gss_code
    assert fife.missing()["gss_code"] == "Another council has this code."
    assert "gss_code" in CouncilPage(gss_code=glasgow.gss_code, locale=directory.locale).missing()
    fife.locale = Locale.objects.get_or_create(language_code="gd")[0]
    assert "gss_code" not in CouncilPage(gss_code=glasgow.gss_code, locale=fife.locale).missing()
    monkeypatch.setattr("la_directory.models.council._", lambda words: f"{get_language()}: {words}")
    fife.full_clean(exclude=["slug"])
    assert fife.summary.startswith("gd: ")


def test_a_record_of_a_council_that_is_not_public_does_not_name_it() -> None:
    glasgow = councils.council(councils.directory(home_page()))
    contact = councils.contact(glasgow)
    assert contact.council_title == "Glasgow City"
    PageViewRestriction.objects.create(page=glasgow, restriction_type=PageViewRestriction.LOGIN)
    assert contact.council_title == ""
