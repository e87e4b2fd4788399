"""Gaelic names of places, by council. Those of the councils themselves stand in the table of councils."""

GAELIC = {
    "S12000033": "Obar Dheathain",
    "S12000034": "Inbhir Uraidh, Siorrachd Obar Dheathain",
    "S12000041": "Aonghas, Farfar, Obar Bhrothaig",
    "S12000035": """An t-Òban, An Tairbeart, Baile Bhòid, Bòd, Bogha Mòr, Ceann Loch Chille Chiarain, Ceann
        Loch Gilb, Colbhasa, Colla, Diùra, Dùn Omhain, Earra-Ghàidheal, Ì Chaluim Chille, Ìle, Inbhir Aora,
        Lios Mòr, Muile, Tiriodh, Tobar Mhoire, Ulbha""",
    "S12000036": "Dùn Èideann, Lìte",
    "S12000005": "Clach Mhanann",
    "S12000006": "An Gall-Ghàidhealaibh, An t-Sròn Reamhar, Dùn Phris",
    "S12000042": "Dùn Dè",
    "S12000008": "Cill Mheàrnaig",
    "S12000045": "Cair Cheann Tulaich, Muileann Dhaibhidh",
    "S12000010": "Dùn Bàrr, Lodainn an Ear",
    "S12000014": "An Eaglais Bhreac",
    "S12000047": "Cill Rìmhinn, Dùn Phàrlain, Fìobha",
    "S12000049": "Baile Ghobhainn, Glaschu",
    "S12000017": """A' Ghàidhealtachd, An Aghaidh Mhòr, An Gearasdan, An t-Eilean Sgitheanach, Baile
        Dhubhthaich, Cataibh, Cinn a' Ghiùthsaich, Eige, Gallaibh, Inbhir Nàrann, Inbhir Nis, Inbhir
        Pheofharain, Inbhir Theòrsa, Inbhir Ùige, Loch Abar, Malaig, Port Rìgh, Ratharsair, Rùm, Sgiathanach,
        Ulapul""",
    "S12000018": "Grianaig, Inbhir Chluaidh",
    "S12000019": "Dail Cheith, Meadhan Lodainn",
    "S12000020": "Eilginn, Moireibh",
    "S12000013": """An Rubha, An Tairbeart, Bàgh a' Chaisteil, Baile a' Mhanaich, Barraigh, Bearnaraigh, Beinn
        na Faoghla, Eirisgeigh, Leòdhas, Loch Baghasdail, Loch nam Madadh, Na h-Eileanan an Iar, Na Hearadh,
        Nis, Sgalpaigh, Steòrnabhagh, Uibhist a Deas, Uibhist a Tuath""",
    "S12000021": "Arainn, Irbhinn, Siorrachd Àir a Tuath",
    "S12000050": "Comar nan Allt, Siorrachd Lannraig a Tuath, Tobar na Màthar",
    "S12000023": "Arcaibh, Bàgh na h-Eaglaise",
    "S12000048": "Baile Chloichridh, Ceann Rois, Obar Pheallaidh, Peairt, Peairt agus Ceann Rois",
    "S12000038": "Pàislig, Rinn Friù",
    "S12000026": "Crìochan na h-Alba, Na Crìochan",
    "S12000027": "Lìrabhaig, Sealtainn",
    "S12000028": "Inbhir Àir, Siorrachd Àir a Deas",
    "S12000029": "Cille Bhrìghde an Ear, Lannraig, Siorrachd Lannraig a Deas",
    "S12000030": "Calasraid, Drochaid Ailein, Sruighlea",
    "S12000039": "Bruach Chluaidh, Dùn Breatann",
    "S12000040": "Lodainn an Iar",
}
