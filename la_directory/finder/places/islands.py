"""Islands that people live on, by council; with or without the words “Isle of” before or “Island” after."""

ISLANDS = {
    # Argyll and Bute
    "S12000035": """Bute, Coll, Colonsay, Danna, Easdale, Eilean Shona, Erraid, Gigha, Gometra, Inchtavannach,
        Iona, Islay, Jura, Kerrera, Lismore, Luing, Mull, Oronsay, Seil, Shuna, Tiree, Ulva""",
    # Highland
    "S12000017": """Canna, Eigg, Eilean Shona, Muck, Raasay, Rona, Rum, Sanday, Skye, Small Isles, Soay,
        Summer Isles, Tanera Mor""",
    # Na h-Eileanan Siar
    "S12000013": """Baleshare, Barra, Benbecula, Bernera, Berneray, Eriskay, Great Bernera, Grimsay, Harris,
        Lewis, Lewis and Harris, North Uist, Scalpay, South Uist, St Kilda, Uist, Vatersay""",
    # North Ayrshire
    "S12000021": "Arran, Cumbrae, Great Cumbrae, Holy Island, Holy Isle, Little Cumbrae",
    # Orkney Islands
    "S12000023": """Auskerry, Burray, Eday, Egilsay, Flotta, Gairsay, Graemsay, Hoy, Inner Holm, Mainland,
        North Ronaldsay, Papa Stronsay, Papa Westray, Rousay, Sanday, Shapinsay, South Ronaldsay, South Walls,
        Stronsay, Westray, Wyre""",
    # Shetland Islands
    "S12000027": """Bressay, Bruray, Burra, East Burra, Fair Isle, Fetlar, Foula, Housay, Mainland, Muckle
        Roe, Out Skerries, Papa Stour, Skerries, Trondra, Unst, Vaila, West Burra, Whalsay, Yell""",
    # West Dunbartonshire and Stirling share Loch Lomond
    "S12000039": "Inchmurrin",
    "S12000030": "Inchfad",
}
