"""The settings of the demo site: banner, footer, bulletin strip and contact."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from wagtail.models import Site

from cms.pages.models import SiteSettings
from home.demo.demo_page import To
from home.demo.library import Library
from home.demo.writing import rich

FOOTER = [
    ("", "/accessibility/"),
    ("", "/privacy/"),
    ("", "/contact/"),
    ("", "/bulletin/"),
    ("Scottish Government", "https://www.gov.scot/"),
    ("COSLA", "https://www.cosla.gov.uk/"),
]
TEXTS = {
    "title": "Employability in Scotland",
    "phase": "beta",
    "signup_heading": "Monthly e-bulletin",
    "signup_text": "News for everyone who plans or delivers employability support, once a month by e-mail.",
    "contact_team": "Employability in Scotland",
    "contact_email": "hello@employability.example",
    "contact_telephone": "0131 496 0123",
    "contact_address": "Employability Division\nScottish Government\nEdinburgh",
    "notice_title": "Closed over the holidays",
    "gaelic_title": "Comasachd Obrach ann an Alba",
    "gaelic_signup_heading": "Cuairt-litir mhìosail",
    "gaelic_signup_text": "Naidheachdan dhan a h-uile duine a bhios a’ dealbhadh no a’ lìbhrigeadh taic cosnaidh, uair sa mhìos air post-d.",
    "gaelic_signup_button": "Clàraich",
    "gaelic_contact_team": "Comasachd Obrach ann an Alba",
    "gaelic_notice_title": "Dùinte thar nan saor-làithean",
}


def fill_settings(site: Site, library: Library) -> None:
    """Written once, when the home page is made: after that the settings belong to the editors."""
    details = SiteSettings.for_site(site)
    for name, text in TEXTS.items():
        setattr(details, name, text)
    details.phase_text = library.resolved(
        rich(
            "This is a demonstration: what it says of councils is invented. "
            "[[/contact/|Tell us]] what would make the site better."
        )
    )
    details.gaelic_phase_text = library.resolved(
        rich(
            "’S e làrach-taisbeanaidh a tha seo: tha na tha e ag ràdh mu chomhairlean air a dhèanamh suas. "
            "[[/contact/|Innsibh dhuinn]] dè dhèanadh an làrach nas fheàrr."
        )
    )
    # The notice waits for its hour: editors find one, readers see none until then.
    details.notice_text = library.resolved(
        rich(
            "We answer messages again from Tuesday 5 January 2027. [[/local-authorities/|Councils keep hours of their own]]."
        )
    )
    details.gaelic_notice_text = library.resolved(
        rich(
            "Freagraidh sinn teachdaireachdan a-rithist bho Dhimàirt 5 Am Faoilleach 2027. "
            "[[/local-authorities/|Tha uairean dhaib’ fhèin aig comhairlean]]."
        )
    )
    details.notice_from = timezone.make_aware(datetime(2026, 12, 23, 16))
    details.notice_until = timezone.make_aware(datetime(2027, 1, 5, 9))
    stream = SiteSettings._meta.get_field("footer_links").stream_block
    details.footer_links = stream.to_python(
        [
            {"type": "link", "value": library.resolved({"title": title, "link": To(target), "summary": ""})}
            for title, target in FOOTER
        ]
    )
    details.save()
