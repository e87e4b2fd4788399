"""The 32 councils of Scotland: what is fixed by law and hardly ever changes.

Codes are those of the Government Statistical Service. A council whose area changed got a new code; the former
ones still stand in older files and are read as the current one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.utils.text import slugify


@dataclass(frozen=True)
class Council:
    """`region` is a name of the vocabulary; `other_names` are names and spellings that readers use."""

    code: str
    name: str
    official_name: str
    main_town: str
    region: str
    website: str
    gaelic_name: str = ""
    other_names: tuple[str, ...] = ()
    former_codes: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        return slugify(self.name)


# Regions, by their names in the vocabulary.
HIGHLANDS = "Highlands and Islands"
NORTH_EAST = "North East"
TAYSIDE = "Tayside"
CENTRAL = "Central"
FIFE = "Fife"
SOUTH_EAST = "Edinburgh and South East"
GLASGOW = "Glasgow City Region"
AYRSHIRE = "Ayrshire"
SOUTH = "South"

# Code, name, main town, region, website.
ROWS = (
    ("S12000033", "Aberdeen City", "Aberdeen", NORTH_EAST, "www.aberdeencity.gov.uk"),
    ("S12000034", "Aberdeenshire", "Aberdeen", NORTH_EAST, "www.aberdeenshire.gov.uk"),
    ("S12000041", "Angus", "Forfar", TAYSIDE, "www.angus.gov.uk"),
    ("S12000035", "Argyll and Bute", "Lochgilphead", HIGHLANDS, "www.argyll-bute.gov.uk"),
    ("S12000036", "City of Edinburgh", "Edinburgh", SOUTH_EAST, "www.edinburgh.gov.uk"),
    ("S12000005", "Clackmannanshire", "Alloa", CENTRAL, "www.clacks.gov.uk"),
    ("S12000006", "Dumfries and Galloway", "Dumfries", SOUTH, "www.dumgal.gov.uk"),
    ("S12000042", "Dundee City", "Dundee", TAYSIDE, "www.dundeecity.gov.uk"),
    ("S12000008", "East Ayrshire", "Kilmarnock", AYRSHIRE, "www.east-ayrshire.gov.uk"),
    ("S12000045", "East Dunbartonshire", "Kirkintilloch", GLASGOW, "www.eastdunbarton.gov.uk"),
    ("S12000010", "East Lothian", "Haddington", SOUTH_EAST, "www.eastlothian.gov.uk"),
    ("S12000011", "East Renfrewshire", "Giffnock", GLASGOW, "www.eastrenfrewshire.gov.uk"),
    ("S12000014", "Falkirk", "Falkirk", CENTRAL, "www.falkirk.gov.uk"),
    ("S12000047", "Fife", "Glenrothes", FIFE, "www.fife.gov.uk"),
    ("S12000049", "Glasgow City", "Glasgow", GLASGOW, "www.glasgow.gov.uk"),
    ("S12000017", "Highland", "Inverness", HIGHLANDS, "www.highland.gov.uk"),
    ("S12000018", "Inverclyde", "Greenock", GLASGOW, "www.inverclyde.gov.uk"),
    ("S12000019", "Midlothian", "Dalkeith", SOUTH_EAST, "www.midlothian.gov.uk"),
    ("S12000020", "Moray", "Elgin", NORTH_EAST, "www.moray.gov.uk"),
    ("S12000013", "Na h-Eileanan Siar", "Stornoway", HIGHLANDS, "www.cne-siar.gov.uk"),
    ("S12000021", "North Ayrshire", "Irvine", AYRSHIRE, "www.north-ayrshire.gov.uk"),
    ("S12000050", "North Lanarkshire", "Motherwell", GLASGOW, "www.northlanarkshire.gov.uk"),
    ("S12000023", "Orkney Islands", "Kirkwall", HIGHLANDS, "www.orkney.gov.uk"),
    ("S12000048", "Perth and Kinross", "Perth", TAYSIDE, "www.pkc.gov.uk"),
    ("S12000038", "Renfrewshire", "Paisley", GLASGOW, "www.renfrewshire.gov.uk"),
    ("S12000026", "Scottish Borders", "Newtown St Boswells", SOUTH, "www.scotborders.gov.uk"),
    ("S12000027", "Shetland Islands", "Lerwick", HIGHLANDS, "www.shetland.gov.uk"),
    ("S12000028", "South Ayrshire", "Ayr", AYRSHIRE, "www.south-ayrshire.gov.uk"),
    ("S12000029", "South Lanarkshire", "Hamilton", GLASGOW, "www.southlanarkshire.gov.uk"),
    ("S12000030", "Stirling", "Stirling", CENTRAL, "www.stirling.gov.uk"),
    ("S12000039", "West Dunbartonshire", "Dumbarton", GLASGOW, "www.west-dunbarton.gov.uk"),
    ("S12000040", "West Lothian", "Livingston", SOUTH_EAST, "www.westlothian.gov.uk"),
)

# Legal names that are not the name with “Council” behind it.
OFFICIAL_NAMES = {
    "S12000036": "The City of Edinburgh Council",
    "S12000017": "The Highland Council",
    "S12000020": "The Moray Council",
    "S12000013": "Comhairle nan Eilean Siar",
}
GAELIC_NAMES = {
    "S12000033": "Comhairle Cathair Obar Dheathain",
    "S12000035": "Comhairle Earra-Ghàidheal is Bhòid",
    "S12000036": "Comhairle Baile Dhùn Èideann",
    "S12000005": "Comhairle Siorrachd Chlach Mhanann",
    "S12000042": "Comhairle Baile Dhùn Dè",
    "S12000008": "Comhairle Siorrachd Àir an Ear",
    "S12000045": "Comhairle Siorrachd Dhùn Bhreatann an Ear",
    "S12000010": "Comhairle Lodainn an Ear",
    "S12000049": "Comhairle Baile Ghlaschu",
    "S12000017": "Comhairle na Gàidhealtachd",
    "S12000018": "Comhairle Inbhir Chluaidh",
    "S12000013": "Comhairle nan Eilean Siar",
    "S12000021": "Comhairle Siorrachd Àir a Tuath",
    "S12000050": "Comhairle Siorrachd Lannraig a Tuath",
    "S12000048": "Comhairle Pheairt is Cheann Rois",
    "S12000038": "Comhairle Siorrachd Rinn Friù",
    "S12000026": "Comhairle nan Crìochan",
    "S12000029": "Comhairle Siorrachd Lannraig a Deas",
    "S12000030": "Comhairle Shruighlea",
    "S12000039": "Comhairle Siorrachd Dhùn Bhreatann an Iar",
}
OTHER_NAMES = {
    "S12000033": ("Aberdeen",),
    "S12000041": ("Forfarshire",),
    "S12000035": ("Argyll & Bute", "Argyll"),
    "S12000036": ("Edinburgh",),
    "S12000005": ("Clacks", "Clackmannan"),
    "S12000006": ("Dumfries & Galloway", "D&G"),
    "S12000042": ("Dundee",),
    "S12000045": ("East Dumbartonshire",),
    "S12000010": ("Haddingtonshire",),
    "S12000047": ("Kingdom of Fife",),
    "S12000049": ("Glasgow",),
    "S12000017": ("The Highlands", "Highlands"),
    "S12000020": ("Morayshire", "Elginshire"),
    "S12000013": ("Western Isles", "Outer Hebrides", "Comhairle nan Eilean Siar", "Eilean Siar"),
    "S12000050": ("N Lanarkshire",),
    "S12000023": ("Orkney",),
    "S12000048": ("Perth & Kinross", "Perthshire"),
    "S12000026": ("The Borders", "Borders"),
    "S12000027": ("Shetland", "Zetland"),
    "S12000029": ("S Lanarkshire",),
    "S12000030": ("Stirlingshire",),
    "S12000039": ("West Dumbartonshire",),
    "S12000040": ("Linlithgowshire",),
}
FORMER_CODES = {
    "S12000045": ("S12000009",),
    "S12000047": ("S12000015",),
    "S12000049": ("S12000043", "S12000046"),
    "S12000050": ("S12000044",),
    "S12000048": ("S12000024",),
}

COUNCILS = tuple(
    Council(
        code=code,
        name=name,
        official_name=OFFICIAL_NAMES.get(code, f"{name} Council"),
        main_town=town,
        region=region,
        website=f"https://{site}/",
        gaelic_name=GAELIC_NAMES.get(code, ""),
        other_names=OTHER_NAMES.get(code, ()),
        former_codes=FORMER_CODES.get(code, ()),
    )
    for code, name, town, region, site in ROWS
)


@cache
def by_code() -> dict[str, Council]:
    """Every council by its current code and by its former ones."""
    return {code: council for council in COUNCILS for code in (council.code, *council.former_codes)}


def current_code(code: str) -> str | None:
    """The code a council has now; None for one that no council of Scotland has or had."""
    council = by_code().get(code.strip().upper())
    return council.code if council else None
