"""Towns and villages by council, typed by hand: what people say when they are asked where they live.

Names stand as people write them; the finder itself passes over capitals, accents, hyphens and apostrophes. A
name that stands under two councils gives two answers.
"""

TOWNS = {
    # Aberdeen City
    "S12000033": """Aberdeen, Aberdeen Airport, Bieldside, Bridge of Don, Bucksburn, Cove, Cove Bay, Culter,
        Cults, Danestone, Dyce, Kingswells, Milltimber, Nigg, Peterculter, Stoneywood""",
    # Aberdeenshire
    "S12000034": """Aberchirder, Aboyne, Alford, Auchenblae, Auchnagatt, Ballater, Balmedie, Banchory, Banff,
        Blackburn, Boddam, Braemar, Cairnbulg, Catterline, Chapel of Garioch, Collieston, Cornhill, Crathie,
        Crimond, Cruden Bay, Cuminestown, Daviot, Drumlithie, Drumoak, Dunecht, Echt, Ellon, Fetterangus,
        Fettercairn, Finzean, Foveran, Fraserburgh, Fyvie, Gardenstown, Gourdon, Hatton, Hatton of Fintray,
        Hillside, Huntly, Insch, Inverallochy, Inverbervie, Inverurie, Johnshaven, Kemnay, Kincardine O'Neil,
        Kintore, Kirkton of Skene, Laurencekirk, Logie Coldstone, Longside, Lumphanan, Lumsden, Macduff,
        Marykirk, Maud, Memsie, Methlick, Mintlaw, Monymusk, Muchalls, New Aberdour, New Byth, New Deer, New
        Pitsligo, Newburgh, Newmachar, Newtonhill, Old Deer, Old Rayne, Oldmeldrum, Oyne, Peterhead,
        Pitmedden, Port Erroll, Portlethen, Portsoy, Potterton, Rhynie, Rosehearty, Rothienorman, Sandhaven,
        Sauchen, St Combs, St Cyrus, St Fergus, Stonehaven, Strachan, Strathdon, Strichen, Stuartfield,
        Tarland, Tarves, Torphins, Turriff, Udny, Udny Station, Westhill, Whitehills""",
    # Angus
    "S12000041": """Aberlemno, Arbroath, Auchmithie, Birkhill, Brechin, Carmyllie, Carnoustie, Clova,
        Cortachy, Edzell, Farnell, Ferryden, Forfar, Friockheim, Glamis, Hillside, Inverarity, Inverkeilor,
        Kirkbuddo, Kirkton, Kirkton of Auchterhouse, Kirriemuir, Letham, Liff, Lunan, Memus, Monifieth,
        Monikie, Montrose, Muirhead, Newbigging, Newtyle, St Vigeans, Tannadice, Tealing, Wellbank""",
    # Argyll and Bute
    "S12000035": """Appin, Ardentinny, Ardfern, Ardrishaig, Arinagour, Arrochar, Ballygrant, Barcaldine,
        Benderloch, Blackrock, Blairmore, Bowmore, Bridge of Orchy, Bunessan, Cairndow, Campbeltown, Cardross,
        Carradale, Clachan, Clynder, Colintraive, Connel, Cove, Cowal, Craighouse, Craignure, Crinan,
        Crossapol, Dalmally, Dervaig, Drumlemble, Dunbeg, Dunoon, Ellenabeich, Fionnphort, Furnace,
        Garelochhead, Glenbarr, Helensburgh, Hunters Quay, Innellan, Inveraray, Kames, Kilchrenan, Kilcreggan,
        Kilmartin, Kilmelford, Kilmichael Glassary, Kilmun, Kintyre, Kirn, Knapdale, Ledaig, Lochdon,
        Lochgair, Lochgilphead, Lochgoilhead, Lorn, Luss, Machrihanish, Mid Argyll, Minard, Muasdale, North
        Connel, Oban, Peninver, Port Appin, Port Askaig, Port Bannatyne, Port Charlotte, Port Ellen, Port
        Riddell, Portavadie, Portnahaven, Rhu, Rosneath, Rothesay, Saddell, Salen, Sandbank, Scalasaig,
        Scarinish, Shandon, Skipness, Southend, Strachur, Tarbert, Tarbet, Taychreggan, Tayinloan, Taynuilt,
        Tayvallich, Tighnabruaich, Tobermory, Toward""",
    # City of Edinburgh
    "S12000036": """Balerno, Cramond, Currie, Dalmeny, Edinburgh, Edinburgh Airport, Ingliston, Juniper Green,
        Kirkliston, Leith, Newbridge, Portobello, Queensferry, Ratho, Ratho Station, South Queensferry""",
    # Clackmannanshire
    "S12000005": """Alloa, Alva, Cambus, Clackmannan, Coalsnaughton, Devonside, Dollar, Fishcross,
        Forestmill, Glenochil, Hillfoots, Kennet, Menstrie, Muckhart, Pool of Muckhart, Sauchie,
        Tillicoultry, Tullibody""",
    # Dumfries and Galloway
    "S12000006": """Ae, Amisfield, Annan, Auchencairn, Beattock, Beeswing, Borgue, Cairnryan, Canonbie,
        Cargenbridge, Carsphairn, Castle Douglas, Closeburn, Collin, Creetown, Crocketford, Crossmichael,
        Cummertrees, Dalbeattie, Dalry, Drummore, Dumfries, Dunscore, Eaglesfield, Eastriggs, Ecclefechan,
        Garlieston, Gatehouse of Fleet, Glencaple, Glenluce, Gretna, Gretna Green, Haugh of Urr, Heathhall,
        Hightae, Isle of Whithorn, Johnstonebridge, Kelloholm, Kippford, Kirkbean, Kirkcolm, Kirkconnel,
        Kirkcowan, Kirkcudbright, Kirkinner, Kirkpatrick Durham, Kirkpatrick Fleming, Langholm, Leswalt,
        Locharbriggs, Lochfoot, Lochmaben, Lockerbie, Moffat, Moniaive, Monreith, New Abbey, New Galloway,
        Newton Stewart, Palnackie, Penpont, Port Logan, Port William, Portpatrick, Rockcliffe, Ruthwell,
        Sandhead, Sanquhar, Sorbie, Southerness, Springholm, St John's Town of Dalry, Stoneykirk, Stranraer,
        Terregles, Thornhill, Tongland, Torthorwald, Twynholm, Wanlockhead, Whithorn, Wigtown""",
    # Dundee City
    "S12000042": "Broughty Ferry, Dundee",
    # East Ayrshire
    "S12000008": """Auchinleck, Bellsbank, Bonnyton, Catrine, Cronberry, Crookedholm, Crosshouse, Cumnock,
        Dalmellington, Dalrymple, Darvel, Drongan, Dunlop, Fenwick, Galston, Gatehead, Hurlford, Kilmarnock,
        Kilmaurs, Knockentiber, Logan, Lugar, Lugton, Mauchline, Moscow, Muirkirk, New Cumnock, Newmilns,
        Ochiltree, Patna, Priestland, Rankinston, Skares, Sorn, Stair, Stewarton, Waterside""",
    # East Dunbartonshire
    "S12000045": """Auchinairn, Baldernock, Balmore, Bardowie, Bearsden, Bishopbriggs, Clachan of Campsie,
        Kirkintilloch, Lennoxtown, Lenzie, Milngavie, Milton of Campsie, Torrance, Twechar, Waterside,
        Westerton""",
    # East Lothian
    "S12000010": """Aberlady, Athelstaneford, Belhaven, Blindwells, Bolton, Cockenzie, Cockenzie and Port
        Seton, Dirleton, Drem, Dunbar, East Linton, East Saltoun, Elphinstone, Garvald, Gifford, Gladsmuir,
        Gullane, Haddington, Humbie, Innerwick, Inveresk, Longniddry, Macmerry, Musselburgh, North Berwick,
        Oldhamstocks, Ormiston, Pencaitland, Port Seton, Prestonpans, Spott, Stenton, Tranent, Tyninghame,
        Wallyford, West Barns, Whitecraig, Whitekirk""",
    # East Renfrewshire
    "S12000011": """Auchenback, Barrhead, Busby, Clarkston, Eaglesham, Giffnock, Mearns, Neilston, Netherlee,
        Newton Mearns, Stamperland, Thornliebank, Uplawmoor, Waterfoot, Whitecraigs, Williamwood""",
    # Falkirk
    "S12000014": """Airth, Allandale, Avonbridge, Bainsford, Banknock, Blackness, Bo'ness, Bonnybridge,
        Borrowstounness, Brightons, California, Camelon, Carron, Carronshore, Denny, Dennyloanhead, Dunipace,
        Dunmore, Falkirk, Fankerton, Grangemouth, Grangepans, Haggs, Hallglen, Head of Muir, High Bonnybridge,
        Larbert, Laurieston, Letham, Limerigg, Longcroft, Maddiston, Muirhouses, Polmont, Redding,
        Reddingmuirhead, Rumford, Shieldhill, Skinflats, Slamannan, South Alloa, Standburn, Stenhousemuir,
        Stoneywood, Torwood, Wallacestone, Westquarter, Whitecross""",
    # Fife
    "S12000047": """Aberdour, Anstruther, Auchterderran, Auchtermuchty, Auchtertool, Ballingry, Balmerino,
        Balmullo, Blairhall, Boarhills, Bowhill, Buckhaven, Burntisland, Cairneyhill, Cardenden, Carnock,
        Cellardyke, Ceres, Charlestown, Coaltown of Balgonie, Coaltown of Wemyss, Colinsburgh, Cowdenbeath,
        Crail, Crombie, Crossford, Crossgates, Crosshill, Culross, Cupar, Dairsie, Dalgety Bay, Dunfermline,
        Dunshalt, Dysart, Earlsferry, East Wemyss, Elie, Falkland, Freuchie, Gateside, Gauldry, Glencraig,
        Glenrothes, Gowkhall, Guardbridge, Halbeath, High Valleyfield, Hill of Beath, Hillend, Inverkeithing,
        Kelty, Kennoway, Kettlebridge, Kilconquhar, Kilrenny, Kincardine, Kincardine on Forth, Kinghorn,
        Kinglassie, Kingsbarns, Kingseat, Kingskettle, Kirkcaldy, Ladybank, Largo, Largoward, Leslie,
        Leuchars, Leven, Limekilns, Lindores, Lochgelly, Lochore, Lower Largo, Lumphinnans, Lundin Links,
        Markinch, Methil, Methilhill, Milton of Balgonie, Newburgh, Newmills, Newport, Newport on Tay, North
        Queensferry, Oakley, Pathhead, Peat Inn, Pitlessie, Pittenweem, Rosyth, Saline, Springfield, St
        Andrews, St Monance, St Monans, Star of Markinch, Steelend, Strathkinness, Strathmiglo, Tayport,
        Thornton, Torryburn, Townhill, Upper Largo, Valleyfield, West Wemyss, Windygates, Wormit""",
    # Glasgow City: the parts of the city are in neighbourhoods.py
    "S12000049": "Baillieston, Carmunnock, Drumchapel, Easterhouse, Glasgow",
    # Highland
    "S12000017": """Abriachan, Acharacle, Achiltibuie, Aird, Alness, Applecross, Ardersier, Ardgay,
        Ardnamurchan, Ardvasar, Arisaig, Armadale, Assynt, Auldearn, Aultbea, Aviemore, Avoch, Balintore,
        Ballachulish, Balloch, Beauly, Bettyhill, Black Isle, Boat of Garten, Bonar Bridge, Bower, Broadford,
        Brora, Canisbay, Caol, Carbost, Carrbridge, Castletown, Cawdor, Conon Bridge, Contin, Corpach,
        Cromarty, Croy, Culbokie, Culloden, Culloden Moor, Dalwhinnie, Daviot, Dingwall, Dores, Dornie,
        Dornoch, Drumnadrochit, Dunbeath, Dundonnell, Dunnet, Dunvegan, Durness, Easter Ross, Edderton,
        Edinbane, Evanton, Ferrindonald, Fort Augustus, Fort William, Fortrose, Foyers, Gairloch, Glen
        Urquhart, Glencoe, Glenelg, Glenfinnan, Golspie, Grantown on Spey, Halkirk, Helmsdale, Hilton of
        Cadboll, Inverailort, Invergarry, Invergordon, Inverie, Invermoriston, Inverness, Isleornsay, John
        o'Groats, Kentra, Kilchoan, Kiltarlity, Kincraig, Kingussie, Kinlochbervie, Kinlochewe, Kinlochleven,
        Kinlochmoidart, Kirkhill, Knoydart, Kyle of Lochalsh, Kyleakin, Laggan, Lairg, Lewiston, Lochaline,
        Lochalsh, Lochcarron, Lochinver, Lybster, Mallaig, Maryburgh, Melness, Melvich, Milton of Leys,
        Morvern, Muir of Ord, Munlochy, Nairn, Nethy Bridge, Newtonmore, North Kessock, Onich, Plockton,
        Poolewe, Portmahomack, Portree, Reay, Rogart, Rosemarkie, Roybridge, Saasaig, Scourie, Seaboard
        Villages, Shieldaig, Skerray, Sleat, Smithton, Spean Bridge, Staffin, Strathpeffer, Strathspey,
        Strontian, Tain, Thurso, Tomatin, Tongue, Tore, Tornagrain, Torridon, Trotternish, Uig, Ullapool,
        Watten, Wester Ross, Westhill, Whaligoe, Wick""",
    # Inverclyde
    "S12000018": "Gourock, Greenock, Inverkip, Kilmacolm, Port Glasgow, Quarrier's Village, Wemyss Bay",
    # Midlothian
    "S12000019": """Arniston, Auchendinny, Bilston, Bonnyrigg, Bonnyrigg and Lasswade, Borthwick, Dalkeith,
        Danderhall, Easthouses, Eskbank, Ford, Gorebridge, Gowkshill, Howgate, Lasswade, Loanhead, Mayfield,
        Millerhill, Milton Bridge, Newton Village, Newtongrange, North Middleton, Pathhead, Penicuik,
        Poltonhall, Rosewell, Roslin, Shawfair, Straiton, Temple""",
    # Moray
    "S12000020": """Aberlour, Alves, Archiestown, Ballindalloch, Buckie, Burghead, Charlestown of Aberlour,
        Craigellachie, Cullen, Cummingston, Dallas, Dufftown, Dyke, Elgin, Findhorn, Findochty, Fochabers,
        Forres, Garmouth, Hopeman, Keith, Kingston, Kinloss, Knockando, Lhanbryd, Lhanbryde, Lossiemouth,
        Mosstodloch, New Elgin, Newmill, Pluscarden, Portgordon, Portknockie, Rafford, Rothes, Rothiemay,
        Tomintoul, Urquhart""",
    # Na h-Eileanan Siar
    "S12000013": """Back, Balallan, Balivanich, Barvas, Borve, Bragar, Callanish, Carloway, Castlebay,
        Creagorry, Daliburgh, Eoligarry, Great Bernera, Laxdale, Leverburgh, Lochboisdale, Lochmaddy,
        Lochportain, Lochs, Marybank, Ness, Newmarket, Northbay, Northton, Point, Port of Ness, Sandwick,
        Shawbost, Sollas, Stornoway, Tarbert, Tolsta, Tong, Uig""",
    # North Ayrshire
    "S12000021": """Ardrossan, Barrmill, Beith, Blackwaterfoot, Bourtreehill, Brodick, Corrie, Dalry,
        Dreghorn, Fairlie, Gateside, Girdle Toll, Glengarnock, Irvine, Kilbirnie, Kildonan, Kilwinning,
        Lamlash, Largs, Lawthorn, Lochranza, Longbar, Millport, Perceton, Pirnmill, Saltcoats, Sannox,
        Seamill, Shiskine, Skelmorlie, Springside, Stanecastle, Stevenston, West Kilbride, Whiting Bay""",
    # North Lanarkshire
    "S12000050": """Airdrie, Allanton, Annathill, Auchinloch, Bargeddie, Bellshill, Birkenshaw, Calderbank,
        Caldercruix, Carfin, Castlecary, Chapelhall, Chryston, Cleland, Coatbridge, Condorrat, Craigneuk,
        Croy, Cumbernauld, Dullatur, Dykehead, Eastfield, Gartcosh, Gartness, Glenboig, Glenmavis, Greengairs,
        Harthill, Holytown, Kilsyth, Longriggend, Luggiebank, Moodiesburn, Morningside, Mossend, Motherwell,
        Muirhead, New Stevenston, Newarthill, Newmains, Overtown, Plains, Queenzieburn, Salsburgh, Shotts,
        Stane, Stepps, Tannochside, Viewpark, Wishaw""",
    # Orkney Islands
    "S12000023": """Birsay, Burwick, Deerness, Dounby, Evie, Finstown, Gorseness, Harray, Hatston, Herston,
        Holm, Kirkwall, Longhope, Lyness, Orphir, Pierowall, Quoyloo, Rendall, Sandwick, St Margaret's Hope,
        St Mary's, St Ola, Stenness, Stromness, Tankerness, Toab, Whitehall""",
    # Perth and Kinross
    "S12000048": """Aberfeldy, Abernethy, Abernyte, Aberuthven, Acharn, Almondbank, Alyth, Auchterarder,
        Balbeggie, Ballinluig, Bankfoot, Birnam, Blackford, Blair Atholl, Blairgowrie, Blairgowrie and
        Rattray, Braco, Bridge of Cally, Bridge of Earn, Burrelton, Calvine, Caputh, Carnbo, Comrie, Coupar
        Angus, Crieff, Crook of Devon, Dull, Dunkeld, Dunning, Errol, Fearnan, Forgandenny, Forteviot,
        Fortingall, Fowlis Wester, Gilmerton, Glen Lyon, Glenalmond, Glencarse, Glendevon, Gleneagles,
        Glenfarg, Glenshee, Guildtown, Inchture, Invergowrie, Kenmore, Killichonan, Killiecrankie, Kinloch
        Rannoch, Kinnesswood, Kinross, Kinrossie, Kirkmichael, Logierait, Longforgan, Luncarty, Madderty,
        Meigle, Methven, Milnathort, Murthly, Muthill, New Scone, Perth, Pitcairngreen, Pitlochry, Powmill,
        Rattray, Rumbling Bridge, Scone, Scotlandwell, Spittalfield, St Fillans, St Madoes, Stanley,
        Strathtay, Tibbermore, Wolfhill""",
    # Renfrewshire
    "S12000038": """Bishopton, Bridge of Weir, Brookfield, Crosslee, Elderslie, Erskine, Glasgow Airport,
        Hawkhead, Houston, Howwood, Inchinnan, Johnstone, Kilbarchan, Langbank, Linwood, Lochwinnoch, Paisley,
        Ranfurly, Renfrew""",
    # Scottish Borders
    "S12000026": """Allanton, Ancrum, Ashkirk, Ayton, Bonchester Bridge, Bowden, Broughton, Burnmouth,
        Cardrona, Chirnside, Clovenfords, Cockburnspath, Coldingham, Coldstream, Darnick, Denholm, Duns,
        Earlston, Eccles, Eddleston, Ettrick, Ettrickbridge, Eyemouth, Foulden, Galashiels, Gattonside,
        Gavinton, Gordon, Grantshouse, Greenlaw, Hawick, Heriot, Hutton, Innerleithen, Jedburgh, Kelso, Kirk
        Yetholm, Lauder, Leitholm, Lilliesleaf, Lyne, Maxwellheugh, Melrose, Morebattle, Newcastleton,
        Newstead, Newtown St Boswells, Paxton, Peebles, Reston, Roberton, Selkirk, Skirling, Smailholm,
        Sprouston, St Abbs, St Boswells, Stobo, Stow, Swinton, Town Yetholm, Traquair, Tweedbank, Tweedsmuir,
        Walkerburn, West Linton, Westruther, Whitsome, Yarrow, Yetholm""",
    # Shetland Islands
    "S12000027": """Aith, Baltasound, Bigton, Bixter, Brae, Bressay, Burravoe, Cullivoe, Cunningsburgh,
        Eshaness, Fladdabister, Gulberwick, Gutcher, Hamnavoe, Haroldswick, Hillswick, Hoswick, Lerwick,
        Levenwick, Mid Yell, Mossbank, North Roe, Northmavine, Ollaberry, Quarff, Sandness, Sandwick,
        Scalloway, Skeld, Sound, Sullom, Sullom Voe, Sumburgh, Symbister, Tingwall, Toab, Toft, Uyeasound,
        Vidlin, Virkie, Voe, Walls, Weisdale, Whiteness""",
    # South Ayrshire
    "S12000028": """Alloway, Annbank, Ayr, Ballantrae, Barassie, Barr, Barrhill, Coylton, Craigie, Crosshill,
        Dailly, Doonfoot, Dundonald, Dunure, Failford, Girvan, Kirkmichael, Kirkoswald, Lendalfoot, Loans,
        Maidens, Maybole, Minishant, Monkton, Mossblown, Old Dailly, Pinmore, Pinwherry, Prestwick, Prestwick
        Airport, St Quivox, Straiton, Symington, Tarbolton, Troon, Turnberry""",
    # South Lanarkshire
    "S12000029": """Abington, Ashgill, Auchenheath, Biggar, Blackwood, Blantyre, Bothwell, Braehead,
        Braidwood, Burnside, Cambuslang, Carluke, Carmichael, Carnwath, Carstairs, Carstairs Junction,
        Chapelton, Coalburn, Coulter, Crawford, Crawfordjohn, Crossford, Dalserf, Dolphinton, Douglas, East
        Kilbride, Elvanfoot, Fernhill, Ferniegair, Forth, Glassford, Glespin, Halfway, Hamilton, High
        Blantyre, Jackton, Kirkfieldbank, Kirkmuirhill, Lanark, Larkhall, Law, Leadhills, Lesmahagow, Meikle
        Earnock, Nemphlar, Netherburn, New Lanark, Newbigging, Newton, Pettinain, Quarter, Rigside, Roberton,
        Rutherglen, Sandford, Stonehouse, Strathaven, Symington, Tarbrax, Thankerton, Thorntonhall,
        Uddingston, Westburn, Wilsontown""",
    # Stirling
    "S12000030": """Aberfoyle, Ardeonaig, Arnprior, Ashfield, Balfron, Balmaha, Balquhidder, Bannockburn,
        Blairdrummond, Blairlogie, Blanefield, Bridge of Allan, Brig o'Turk, Buchlyvie, Callander,
        Cambusbarron, Causewayhead, Cornton, Cowie, Crianlarich, Croftamie, Deanston, Doune, Drymen, Dunblane,
        Fallin, Fintry, Gargunnock, Gartmore, Gartness, Inversnaid, Killearn, Killin, Kinbuck, Kinlochard,
        Kippen, Lochearnhead, Milton of Buchanan, Mugdock, Plean, Port of Menteith, Raploch, Riverside,
        Ruskie, St Ninians, Stirling, Strathblane, Strathyre, Stronachlachar, Thornhill, Throsk, Torbrex,
        Tyndrum, Whins of Milton""",
    # West Dunbartonshire
    "S12000039": """Alexandria, Balloch, Bellsmyre, Bonhill, Bowling, Brucehill, Castlehill, Clydebank,
        Dalmonach, Dalmuir, Drumry, Dumbarton, Duntocher, Faifley, Gartocharn, Haldane, Hardgate, Jamestown,
        Linnvale, Milton, Old Kilpatrick, Parkhall, Renton, Silverton, Vale of Leven, Whitecrook""",
    # West Lothian
    "S12000040": """Addiebrownhill, Addiewell, Armadale, Bathgate, Bellsquarry, Blackburn, Blackridge, Breich,
        Bridgehouse, Bridgend, Broxburn, Craigshill, Deans, Dechmont, Dedridge, East Calder, East Whitburn,
        Ecclesmachan, Eliburn, Fauldhouse, Greenrigg, Kirknewton, Knightsridge, Ladywell, Linlithgow,
        Linlithgow Bridge, Livingston, Livingston Village, Loganlea, Longridge, Mid Calder, Murieston, Newton,
        Philpstoun, Polbeth, Pumpherston, Seafield, Stoneyburn, Torphichen, Uphall, Uphall Station, West
        Calder, Westfield, Whitburn, Wilkieston, Winchburgh""",
}
