"""Counties, districts and regions of former times, and the councils that have their land today.

Counties ended in 1975, districts and regions in 1996; people go on writing them in addresses. Where the land
went to several councils, the one with most of it stands first.
"""

ABERDEEN, ABERDEENSHIRE, ANGUS, ARGYLL = "S12000033", "S12000034", "S12000041", "S12000035"
EDINBURGH, CLACKMANNAN, DUMFRIES, DUNDEE = "S12000036", "S12000005", "S12000006", "S12000042"
EAST_AYRSHIRE, EAST_DUNBARTON, EAST_LOTHIAN = "S12000008", "S12000045", "S12000010"
EAST_RENFREW, FALKIRK, FIFE, GLASGOW = "S12000011", "S12000014", "S12000047", "S12000049"
HIGHLAND, INVERCLYDE, MIDLOTHIAN, MORAY = "S12000017", "S12000018", "S12000019", "S12000020"
WESTERN_ISLES, NORTH_AYRSHIRE, NORTH_LANARK = "S12000013", "S12000021", "S12000050"
ORKNEY, PERTH, RENFREW, BORDERS = "S12000023", "S12000048", "S12000038", "S12000026"
SHETLAND, SOUTH_AYRSHIRE, SOUTH_LANARK = "S12000027", "S12000028", "S12000029"
STIRLING, WEST_DUNBARTON, WEST_LOTHIAN = "S12000030", "S12000039", "S12000040"

COUNTIES = {
    "Argyllshire": (ARGYLL, HIGHLAND),
    "Ayrshire": (SOUTH_AYRSHIRE, EAST_AYRSHIRE, NORTH_AYRSHIRE),
    "Banffshire": (ABERDEENSHIRE, MORAY),
    "Berwickshire": (BORDERS,),
    "Buteshire": (ARGYLL, NORTH_AYRSHIRE),
    "Caithness": (HIGHLAND,),
    "Cromartyshire": (HIGHLAND,),
    "Dumfriesshire": (DUMFRIES,),
    "Dunbartonshire": (WEST_DUNBARTON, EAST_DUNBARTON, ARGYLL, NORTH_LANARK),
    "Dumbartonshire": (WEST_DUNBARTON, EAST_DUNBARTON, ARGYLL, NORTH_LANARK),
    "Edinburghshire": (MIDLOTHIAN, EDINBURGH),
    "Inverness-shire": (HIGHLAND, WESTERN_ISLES),
    "Kincardineshire": (ABERDEENSHIRE, ABERDEEN),
    "The Mearns": (ABERDEENSHIRE,),
    "Kinross-shire": (PERTH,),
    "Kirkcudbrightshire": (DUMFRIES,),
    "Lanarkshire": (SOUTH_LANARK, NORTH_LANARK),
    "Lothian": (EDINBURGH, WEST_LOTHIAN, EAST_LOTHIAN, MIDLOTHIAN),
    "Nairnshire": (HIGHLAND,),
    "Peeblesshire": (BORDERS,),
    "Perthshire": (PERTH, STIRLING),
    "Ross-shire": (HIGHLAND, WESTERN_ISLES),
    "Roxburghshire": (BORDERS,),
    "Selkirkshire": (BORDERS,),
    "Stirlingshire": (STIRLING, FALKIRK, EAST_DUNBARTON, NORTH_LANARK),
    "Sutherland": (HIGHLAND,),
    "Wigtownshire": (DUMFRIES,),
    "Galloway": (DUMFRIES,),
}

REGIONS = {
    "Strathclyde": (
        GLASGOW,
        NORTH_LANARK,
        SOUTH_LANARK,
        RENFREW,
        NORTH_AYRSHIRE,
        EAST_AYRSHIRE,
        SOUTH_AYRSHIRE,
        EAST_DUNBARTON,
        EAST_RENFREW,
        WEST_DUNBARTON,
        ARGYLL,
        INVERCLYDE,
    ),
    "Central Region": (FALKIRK, STIRLING, CLACKMANNAN),
    "Forth Valley": (FALKIRK, STIRLING, CLACKMANNAN),
    "Grampian": (ABERDEENSHIRE, ABERDEEN, MORAY),
    "Lothian Region": (EDINBURGH, WEST_LOTHIAN, EAST_LOTHIAN, MIDLOTHIAN),
    "The Lothians": (EDINBURGH, WEST_LOTHIAN, EAST_LOTHIAN, MIDLOTHIAN),
    "Tayside": (PERTH, DUNDEE, ANGUS),
    "Clydeside": (GLASGOW, RENFREW, WEST_DUNBARTON, INVERCLYDE),
    "Highlands and Islands": (HIGHLAND, ARGYLL, WESTERN_ISLES, ORKNEY, SHETLAND, MORAY),
    "Northern Isles": (ORKNEY, SHETLAND),
    "Hebrides": (WESTERN_ISLES, HIGHLAND, ARGYLL),
    "Inner Hebrides": (HIGHLAND, ARGYLL),
}

DISTRICTS = {
    "Annandale and Eskdale": (DUMFRIES,),
    "Badenoch and Strathspey": (HIGHLAND,),
    "Badenoch": (HIGHLAND,),
    "Banff and Buchan": (ABERDEENSHIRE,),
    "Buchan": (ABERDEENSHIRE,),
    "Bearsden and Milngavie": (EAST_DUNBARTON,),
    "Clydebank District": (WEST_DUNBARTON,),
    "Clydesdale": (SOUTH_LANARK,),
    "Cumbernauld and Kilsyth": (NORTH_LANARK,),
    "Cumnock and Doon Valley": (EAST_AYRSHIRE,),
    "Cunninghame": (NORTH_AYRSHIRE,),
    "Eastwood": (EAST_RENFREW,),
    "Ettrick and Lauderdale": (BORDERS,),
    "Gordon District": (ABERDEENSHIRE,),
    "Kilmarnock and Loudoun": (EAST_AYRSHIRE,),
    "Kincardine and Deeside": (ABERDEENSHIRE,),
    "Deeside": (ABERDEENSHIRE, ABERDEEN),
    "Kyle and Carrick": (SOUTH_AYRSHIRE,),
    "Lochaber": (HIGHLAND,),
    "Monklands": (NORTH_LANARK,),
    "Nithsdale": (DUMFRIES,),
    "North East Fife": (FIFE,),
    "East Neuk": (FIFE,),
    "Ross and Cromarty": (HIGHLAND,),
    "Skye and Lochalsh": (HIGHLAND,),
    "Stewartry": (DUMFRIES,),
    "Strathkelvin": (EAST_DUNBARTON, NORTH_LANARK),
    "Teviotdale": (BORDERS,),
    "Tweeddale": (BORDERS,),
    "Argyll and the Isles": (ARGYLL,),
    "Loch Lomond": (WEST_DUNBARTON, ARGYLL, STIRLING),
    "Trossachs": (STIRLING,),
    "Cairngorms": (HIGHLAND, MORAY, ABERDEENSHIRE, PERTH, ANGUS),
    "Speyside": (MORAY, HIGHLAND),
}

OLD_AREAS = {**COUNTIES, **REGIONS, **DISTRICTS}
