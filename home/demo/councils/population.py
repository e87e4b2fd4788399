"""How many people lived in each council area in mid-2020, by GSS code. The sum is 5,466,000."""

POPULATION = {
    "S12000033": 229060,  # Aberdeen City
    "S12000034": 260780,  # Aberdeenshire
    "S12000041": 115820,  # Angus
    "S12000035": 85430,  # Argyll and Bute
    "S12000036": 527620,  # City of Edinburgh
    "S12000005": 51290,  # Clackmannanshire
    "S12000006": 148290,  # Dumfries and Galloway
    "S12000042": 148820,  # Dundee City
    "S12000008": 121600,  # East Ayrshire
    "S12000045": 108750,  # East Dunbartonshire
    "S12000010": 107900,  # East Lothian
    "S12000011": 96060,  # East Renfrewshire
    "S12000014": 160560,  # Falkirk
    "S12000047": 374130,  # Fife
    "S12000049": 635640,  # Glasgow City
    "S12000017": 235430,  # Highland
    "S12000018": 77060,  # Inverclyde
    "S12000019": 93150,  # Midlothian
    "S12000020": 95710,  # Moray
    "S12000013": 26500,  # Na h-Eileanan Siar
    "S12000021": 134250,  # North Ayrshire
    "S12000050": 341140,  # North Lanarkshire
    "S12000023": 22400,  # Orkney Islands
    "S12000048": 151910,  # Perth and Kinross
    "S12000038": 179390,  # Renfrewshire
    "S12000026": 115240,  # Scottish Borders
    "S12000027": 22870,  # Shetland Islands
    "S12000028": 112140,  # South Ayrshire
    "S12000029": 320820,  # South Lanarkshire
    "S12000030": 94080,  # Stirling
    "S12000039": 88340,  # West Dunbartonshire
    "S12000040": 183820,  # West Lothian
}
