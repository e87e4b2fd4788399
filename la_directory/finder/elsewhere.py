"""What lies outside Scotland: postcode areas and places, and who can help there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Country:
    """Where another government helps; `help_from` are names and addresses of who does."""

    name: Promise
    help_from: tuple[tuple[Promise, str], ...]


ENGLAND = Country(
    _("England"),
    (
        (_("Find your local council on GOV.UK"), "https://www.gov.uk/find-local-council"),
        (_("Contact Jobcentre Plus"), "https://www.gov.uk/contact-jobcentre-plus"),
    ),
)
WALES = Country(_("Wales"), ((_("Working Wales"), "https://workingwales.gov.wales/"),))
NORTHERN_IRELAND = Country(_("Northern Ireland"), ((_("nidirect"), "https://www.nidirect.gov.uk/"),))
ISLE_OF_MAN = Country(_("the Isle of Man"), ((_("Isle of Man Government"), "https://www.gov.im/"),))
JERSEY = Country(_("Jersey"), ((_("Government of Jersey"), "https://www.gov.je/"),))
GUERNSEY = Country(_("Guernsey"), ((_("States of Guernsey"), "https://www.gov.gg/"),))
ENGLAND_OR_WALES = Country(_("England or Wales"), (*ENGLAND.help_from, *WALES.help_from))

# Postcode areas, those along the border of England and Wales in a line of their own.
AREAS = {
    ENGLAND: """AL B BA BB BD BH BL BN BR BS CA CB CM CO CR CT CV CW DA DE DH DL DN DT DY E EC EN EX FY GL
        GU HA HD HG HP HU HX IG IP KT L LA LE LN LS LU M ME MK N NE NG NN NR NW OL OX PE PL PO PR RG RH RM
        S SE SG SK SL SM SN SO SP SR SS ST SW TA TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO""",
    ENGLAND_OR_WALES: "CH HR SY",
    WALES: "CF LD LL NP SA",
    NORTHERN_IRELAND: "BT",
    ISLE_OF_MAN: "IM",
    JERSEY: "JE",
    GUERNSEY: "GY",
}
PLACES = {
    ENGLAND: """Barnsley, Bath, Berwick, Berwick-upon-Tweed, Birmingham, Blackpool, Bournemouth, Bradford,
        Brighton, Bristol, Cambridge, Canterbury, Carlisle, Chester, Cornhill-on-Tweed, Cornwall, Coventry,
        Cumbria, Derby, Devon, Doncaster, Durham, England, Essex, Exeter, Gateshead, Gloucester, Hexham,
        Huddersfield, Hull, Ipswich, Kent, Lancaster, Leeds, Leicester, Lincoln, Liverpool, London, Luton,
        Manchester, Middlesbrough, Milton Keynes, Newcastle, Newcastle upon Tyne, Northampton,
        Northumberland, Norwich, Nottingham, Oxford, Penrith, Peterborough, Plymouth, Portsmouth, Preston,
        Reading, Salford, Sheffield, Southampton, Stockport, Stoke-on-Trent, Sunderland, Surrey, Swindon,
        Tyneside, Wakefield, Warrington, Wolverhampton, Worcester, York, Yorkshire""",
    WALES: "Aberystwyth, Caernarfon, Cardiff, Cymru, Llandudno, Merthyr Tydfil, Swansea, Wales, Wrexham",
    NORTHERN_IRELAND: """Antrim, Armagh, Ballymena, Belfast, Coleraine, Derry, Enniskillen, Larne, Lisburn,
        Londonderry, Newry, Northern Ireland, Omagh""",
    ISLE_OF_MAN: "Isle of Man",
    JERSEY: "Jersey",
    GUERNSEY: "Guernsey, Alderney, Sark",
}
# Districts of a Scottish area that lie for a good part in England: no file of Scotland alone tells.
ACROSS_THE_BORDER = frozenset({"TD12", "TD15"})


@cache
def by_area() -> dict[str, Country]:
    return {area: country for country, areas in AREAS.items() for area in areas.split()}


def places() -> tuple[tuple[str, Country], ...]:
    return tuple(
        (" ".join(name.split()), here) for here, names in PLACES.items() for name in names.split(",")
    )
