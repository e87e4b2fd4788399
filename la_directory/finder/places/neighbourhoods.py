"""Parts of the larger towns, by council: readers there rarely name the town."""

NEIGHBOURHOODS = {
    # Aberdeen
    "S12000033": """Altens, Ashgrove, Cornhill, Cummings Park, Ferryhill, Footdee, Garthdee, Hazlehead,
        Heathryfold, Hilton, Kincorth, Kittybrewster, Mannofield, Mastrick, Middlefield, Northfield, Old
        Aberdeen, Rosemount, Rubislaw, Ruthrieston, Seaton, Sheddocksley, Summerhill, Tillydrone, Torry,
        Tullos, Woodside""",
    # Edinburgh
    "S12000036": """Abbeyhill, Balgreen, Barnton, Blackford, Blackhall, Bonnington, Braid Hill, Braid Hills,
        Braids, Broomhouse, Broughton, Bruntsfield, Bughtlin, Burdiehouse, Burghmuirhead, Calton, Canongate,
        Canonmills, Chesser, Clermiston, Clovenstone, Colinton, Comely Bank, Comiston, Corstorphine,
        Craigentinny, Craigleith, Craiglockhart, Craigmillar, Dalry, Davidson's Mains, Dean Village, Drumbrae,
        Drylaw, Duddingston, East Craigs, Easter Road, Fairmilehead, Ferniehill, Fountainbridge, Gilmerton,
        Gogar, Gogarloch, Gorgie, Gracemount, Grange, Granton, Granton and Trinity, Greenbank, Greendykes,
        Haymarket, Holyrood, Hyvots, Inch, Inverleith, Joppa, Kaimes, Lauriston, Leith Walk, Liberton,
        Lochend, Lochrin, Longstone, Marchmont, Maybury, Mayfield, Meadowbank, Merchiston, Moredun,
        Morningside, Mountcastle, Muirhouse, Murrayfield, New Town, Newcraighall, Newhaven, Newington,
        Niddrie, Northfield, Old Town, Oxgangs, Parkhead, Piershill, Pilrig, Pilton, Polwarth, Prestonfield,
        Ravelston, Restalrig, Roseburn, Saughton, Sciennes, Shandon, Sighthill, Silverknowes, Slateford, South
        Bridge, South Gyle, Southhouse, Southside, Stenhouse, Stockbridge, Swanston, The Shore, Tollcross,
        Trinity, Viewforth, Wardie, Warriston, West End, Wester Hailes, Willowbrae""",
    # Dundee
    "S12000042": """Ardler, Baldovie, Balgay, Barnhill, Camperdown, Charleston, Coldside, Craigie,
        Craigiebank, Douglas, Downfield, Dryburgh, Fintry, Hilltown, Kirkton, Linlathen, Lochee, Maryfield,
        Menzieshill, Mid Craigie, Mill o'Mains, Ninewells, Panmurefield, St Mary's, Stobswell, Strathmartine,
        The Ferry, West Ferry, Whitfield""",
    # Glasgow
    "S12000049": """Anderston, Anniesland, Arden, Balornock, Barlanark, Barmulloch, Barrachnie, Barrowfield,
        Battlefield, Blackhill, Blythswood, Bridgeton, Broomhill, Broomhouse, Budhill, Calton, Camlachie,
        Cardonald, Carntyne, Carnwadric, Castlemilk, Cathcart, Cathkin, Cessnock, Colston, Corkerhill,
        Cowcaddens, Cowlairs, Craigend, Craigton, Cranhill, Croftfoot, Crookston, Crosshill, Crossmyloof,
        Dalmarnock, Darnley, Deaconsbank, Dennistoun, Dowanhill, Drumoyne, Dumbreck, East End, Finnieston,
        Gallowgate, Garnethill, Garrowhill, Garscadden, Garthamlock, Germiston, Glasgow Cross, Gorbals, Govan,
        Govanhill, Greater Pollok, Haghill, Hamiltonhill, High Possil, Hillhead, Hillington, Hurlet,
        Hutchesontown, Hyndland, Ibrox, Jordanhill, Kelvindale, Kelvingrove, Kelvinside, Kennishead, King's
        Park, Kingston, Kinning Park, Knightswood, Lambhill, Langside, Laurieston, Lightburn, Linn Park,
        Mansewood, Maryhill, Maxwell Park, Merchant City, Merrylee, Milton, Mosspark, Mount Florida, Mount
        Vernon, Muirend, Nitshill, North Kelvin, Oatlands, Old Drumchapel, Park Circus, Parkhead, Parkhouse,
        Partick, Penilee, Petershill, Pollok, Pollokshaws, Pollokshields, Polmadie, Port Dundas, Port
        Eglinton, Possilpark, Priesthill, Provanhall, Provanmill, Queen's Park, Queenslie, Riddrie,
        Robroyston, Royston, Ruchazie, Ruchill, Sandyhills, Scotstoun, Scotstounhill, Shawbridge, Shawlands,
        Shettleston, Shieldhall, Sighthill, Simshill, South Nitshill, Southpark Village, Springboig,
        Springburn, Springhill, St Enoch, Stobhill, Strathbungo, Summerston, Swinton, Temple, Thornwood,
        Tollcross, Toryglen, Townhead, Tradeston, Trongate, Victoria Park, Wallacewell, Wellhouse, West End,
        Whiteinch, Woodlands, Woodside, Yoker, Yorkhill""",
    # Inverness
    "S12000017": """Crown, Dalneigh, Drakies, Hilton, Holm, Inshes, Kinmylies, Merkinch, Raigmore, Scorguie,
        South Kessock""",
    # Paisley and Renfrew
    "S12000038": """Ferguslie Park, Foxbar, Gallowhill, Glenburn, Gleniffer, Hunterhill, Moorpark, Seedhill,
        Shortroods""",
    # Perth
    "S12000048": "Bridgend, Craigie, Friarton, Hillyland, Kinnoull, Letham, Muirton, North Muirton, Oakbank",
    # Kirkcaldy and Dunfermline
    "S12000047": "Abbeyview, Dalgety, Duloch, Gallatown, Hayfield, Sinclairtown, Smeaton, Templehall, Touch",
    # Greenock
    "S12000018": "Bow Farm, Braeside, Cardwell Bay, Gibshill, Larkfield, Strone, Woodhall",
    # Hamilton and East Kilbride
    "S12000029": """Bankhead, Burnbank, Calderwood, Eddlewood, Fairhill, Greenhills, Hairmyres, Hillhouse,
        Lindsayfield, Low Waters, Spittal, St Leonards, The Murray, Westwood, Whitehill""",
    # Kilmarnock
    "S12000008": "Altonhill, Bellfield, New Farm Loch, Onthank, Riccarton, Shortlees",
    # Cumbernauld, Airdrie, Coatbridge and Motherwell
    "S12000050": """Abronhill, Balloch, Blackwood, Cambusnethan, Carbrain, Carnbroe, Coltness, Craigmarloch,
        Forgewood, Gartlea, Kildrum, Kirkshaws, Kirkwood, Old Monkland, Orbiston, Petersburn, Ravenscraig,
        Seafar, Sikeside, Townhead, Westerwood, Whifflet""",
    # Ayr
    "S12000028": """Belmont, Braehead, Dalmilling, Forehill, Heathfield, Kincaidston, Lochside, Newton on Ayr,
        Wallacetown, Whitletts""",
}
