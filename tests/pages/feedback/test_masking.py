"""Personal details are taken out of comments; what editors need to understand them stays."""

import pytest

from cms.pages.feedback.masking import EMAIL_MARK, INSURANCE_MARK, TELEPHONE_MARK, masked

EMAILS = [
    "reader@example.org",
    "first.last+news@mail.example.co.uk",
    "O'Neil_1980@example.scot",
    "READER@EXAMPLE.ORG",
    "mòrag@eòlas.alba",
    "reader @ example.org",
    "reader[at]example.org",
    "reader (at) example (dot) org",
    "reader@example",
    "a@b.cd",
]
TELEPHONES = [
    "0131 496 0000",
    "01314960000",
    "(0131) 496 0000",
    "(0131)4960000",
    "0131-496-0000",
    "0131.496.0000",
    "0131 – 496 – 0000",
    "0131 - 496 - 0000",
    "0131\u00a0496\u00a00000",
    "0131/496 0000",
    "01632 960123",
    "01632 96012",
    "020 7946 0000",
    "02079460000",
    "029 2018 0000",
    "0300 244 4000",
    "0800 496 000",
    "07700 900123",
    "07700900123",
    "07700 900 123",
    "07 700 900 123",
    "077 0090 0123",
    "07700-900-123",
    "07700.900.123",
    "0 7 7 0 0 9 0 0 1 2 3",
    "7700 900123",
    "7700900123",
    "+44 131 496 0000",
    "+44 (0)131 496 0000",
    "+44 (0) 131 496 0000",
    "+44(0)1314960000",
    "+441314960000",
    "+44-7700-900123",
    "0044 7700 900123",
    "00447700900123",
    "00 44 131 496 0000",
    "447700900123",
    "44 7700 900123",
    "441314960000",
    "+353 1 496 0000",
    "+48 22 496 00 00",
]
INSURANCE_NUMBERS = [
    "AB123456C",
    "ab123456c",
    "AB 12 34 56 C",
    "ab 12 34 56 c",
    "AB 123456 C",
    "AB123456 C",
    "AB 123 456 C",
    "AB-12-34-56-C",
    "AB.12.34.56.C",
    "AB12 34 56 C",
    "AB123456",
    "JZ987654D",
    "ON 12 34 56 A",
]
PLACES = [
    "{}",
    "{} is mine",
    "please write to {}",
    "Contact: {}.",
    "({})",
    "“{}”",
    "me,{},thanks",
    "Line one\n{}\nline three",
    "in 2024 {}, or later",
    "Tel:{}; EH6 6QQ",
]
STAYS = [
    "It changed on 24 November 2020.",
    "It changed on 24/11/2020 and on 01/02/2024 03/04/2024.",
    "From 01.04.2022 10 councils took part.",
    "From 2022-04-01 to 2024-03-31",
    "on 12 11 20 a letter came",
    "By 12-11-20 a new one",
    "2019/20 and 2023-24, 2018-2019-2020",
    "The plan for 2024 2025 2026 2027",
    "AY2024-25 or FY2024-25",
    "01-02-2024 0930",
    "open 0900-1700 24 hours a week",
    "open 0900 - 1700, 0930–1630",
    "from 09:00 to 17:00, 09.30-17.00",
    "£1,000,000 or £07700900123",
    "£7700900123 and £61,930",
    "61,930 people, 19,146 (31%) in work",
    "7,700,900,123 pounds",
    "20,988 in 2023/24",
    "0.1234567890 and 12.01234567890",
    "3.14159265358979",
    "EH1 1AA, G33 4AB, AB10 1AA, KW17 2RA",
    "AB10 1AA 12 34 56",
    "S12000033 and S12000036",
    "Section 0131 of the plan",
    "ISBN 978-0-13-149600-0",
    "NT 25000 73000",
    "Call 999, 101, 111 or 0800 1111",
    "on a scale of 0 1 2 3 4 5 6 7 8 9 10",
    "see me @ 3.30",
    "2 @ £4.50",
    "the table in 4.1.2.3 is wrong",
    "1.2.3.4.5.6.7.8.9.10.11",
    "GB123456C is no such number, nor DA123456C, FY123456A, ZZ123456A",
    "A1B2C3D4E5F6",
    "12345678901234567890",
    "www.example.org/page?year=2024&id=1",
    "<b>0131</b>",
    "",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("details", "mark"),
    [(EMAILS, EMAIL_MARK), (TELEPHONES, TELEPHONE_MARK), (INSURANCE_NUMBERS, INSURANCE_MARK)],
    ids=["e-mail", "telephone", "insurance"],
)
def test_a_personal_detail_is_replaced_wherever_it_stands(details: list[str], mark: str, place: str) -> None:
    wrong = {d: masked(place.format(d)) for d in details if masked(place.format(d)) != place.format(mark)}
    assert wrong == {}


@pytest.mark.parametrize("text", STAYS)
def test_dates_money_postcodes_and_other_figures_stay(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize("one", [EMAILS[0], TELEPHONES[0], TELEPHONES[20], INSURANCE_NUMBERS[0], "words"])
@pytest.mark.parametrize("other", [EMAILS[1], TELEPHONES[1], TELEPHONES[27], INSURANCE_NUMBERS[2], "EH1 1AA"])
def test_two_details_beside_each_other_are_both_replaced(one: str, other: str) -> None:
    result = masked(f"{one}, {other}")
    kept = [detail for detail in (one, other) if detail in result]
    assert kept == [detail for detail in (one, other) if detail in ("words", "EH1 1AA")]


@pytest.mark.parametrize("text", [*EMAILS, *TELEPHONES, *INSURANCE_NUMBERS, *STAYS])
def test_masking_again_changes_nothing(text: str) -> None:
    assert masked(masked(text)) == masked(text)


@pytest.mark.parametrize("text", ["a@" * 5000, "a." * 5000 + "@", "0 " * 5000, "+44" * 5000, "AB12" * 5000])
def test_a_hostile_text_is_read_in_a_moment(text: str) -> None:
    assert isinstance(masked(text), str)
