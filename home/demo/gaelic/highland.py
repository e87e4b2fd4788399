"""Highland in Gaelic: the council, its contacts and its services."""

from home.demo.gaelic.notation import merged, passages

COUNCIL = passages("""
    Highland
    = A’ Ghàidhealtachd

    Who to contact about employability support in Highland, and what services there are.
    = Cò dhan cuir sibh fios mu thaic comasachd obrach air a’ Ghàidhealtachd, agus dè na seirbheisean a th’
      ann.

    Highland covers a third of Scotland. Wherever you live in it, one call gets you a key worker who knows
    your area: its jobs, its bus times and who can help with childcare.
    = Tha a’ Ghàidhealtachd a’ gabhail a-steach an treas cuid de dh’Alba. Ge b’ e càit a bheil sibh a’
      fuireach innte, gheibh sibh le aon ghairm fòn prìomh neach-obrach a tha eòlach air an sgìre agaibh: na
      h-obraichean, amannan nam busaichean agus cò a chuidicheas le cùram-chloinne.

    Support is free, and you choose whether to take it. <b>You do not have to come to Inverness.</b>
    = Tha an taic an-asgaidh, agus ’s e sibhse a thaghas an gabh sibh i. <b>Cha leig sibh a leas tighinn a
      dh’Inbhir Nis.</b>

    Highland local employability partnership
    = Com-pàirteachas ionadail comasachd obrach na Gàidhealtachd

    Where you can meet us
    = Far an coinnich sibh rinn

    We share rooms with libraries, health centres and village halls. Days differ, so call before you set
    out.
    = Bidh sinn a’ cleachdadh rumannan ann an leabharlannan, ionadan slàinte is tallachan baile. Tha na
      làithean eadar-dhealaichte, mar sin cuiribh fòn mus fhalbh sibh.

    Inner Moray Firth
    = Linne Mhoireibh a-staigh

    Inverness and Dingwall on every working day, Nairn on Wednesdays.
    = Inbhir Nis agus Inbhir Pheofharain gach latha obrach, Inbhir Narann Diciadain.

    Lochaber
    = Loch Abar

    Fort William from Monday to Thursday; Mallaig on the first Tuesday of each month.
    = An Gearasdan bho Dhiluain gu Diardaoin; Malaig air a’ chiad Dimàirt de gach mìos.

    Skye and Lochalsh
    = An t-Eilean Sgitheanach is Loch Aillse

    Portree on Mondays and Thursdays; Kyle of Lochalsh and Raasay by appointment.
    = Port Rìgh Diluain is Diardaoin; Caol Loch Aillse agus Ratharsair ma nithear àm ro-làimh.

    Caithness and Sutherland
    = Gallaibh is Cataibh

    Wick and Thurso on alternate days; Golspie and Lochinver by appointment.
    = Inbhir Ùige agus Inbhir Theòrsa gach dàrna latha; Goillspidh agus Loch an Inbhir ma nithear àm
      ro-làimh.

    If the road is closed
    = Ma tha an rathad dùinte

    Nobody loses a place because of snow or a late ferry. Call us, and we move the talk to the telephone or
    to another day.
    = Cha chaill duine àite air sgàth sneachda no aiseag fadalach. Cuiribh fòn thugainn, agus gluaisidh sinn
      an còmhradh chun an fòn no gu latha eile.
""")

CONTACTS = passages("""
    Work and skills helpline
    = Loidhne-taice obrach is sgilean

    Caithness and Sutherland team
    = Sgioba Ghallaibh is Chataibh

    For Wick, Thurso and the north coast
    = Airson Inbhir Ùige, Inbhir Theòrsa agus a’ chosta a tuath

    Highland employer desk
    = Deasg fastaichean na Gàidhealtachd

    Recruitment, placements, wage support
    = Fastadh, greisean-gnìomhachais, taic le tuarastal

    Partnership team
    = Sgioba a’ chom-pàirteachais
""")

SERVICES = passages("""
    Dial-a-ride to work
    = Bus air iarrtas chun na h-obrach

    A shared minibus to shifts that start before the first bus or end after the last, for the first thirteen
    weeks in a job.
    = Bus beag coitcheann gu siftean a thòisicheas ron chiad bhus no a chrìochnaicheas às dèidh a’ bhus mu
      dheireadh, airson a’ chiad trì seachdainean deug ann an obair.

    Lochaber, Skye, Caithness
    = Loch Abar, an t-Eilean Sgitheanach, Gallaibh

    Your key worker books it once you have an offer with its hours.
    = Nì am prìomh neach-obrach agaibh an clàradh nuair a bhios tairgse agaibh leis na h-uairean innte.

    A community transport charity with the council
    = Carthannas còmhdhail coimhearsnachd còmhla ris a’ chomhairle

    Low floor and room for one wheelchair on each bus.
    = Ùrlar ìosal agus àite do aon chathair-chuibhle air gach bus.

    Rural key workers
    = Prìomh luchd-obrach dùthchail

    A key worker who covers your glen or your island and meets you there, or by video when the weather says
    so.
    = Prìomh neach-obrach a tha os cionn a’ ghlinne no an eilein agaibh agus a choinnicheas ribh an sin, no
      air bhidio nuair a dh’iarras an t-sìde e.

    Call the helpline or ask at your library.
    = Cuiribh fòn chun na loidhne-taice no faighnichibh aig an leabharlann agaibh.

    Skills for land, forest and sea
    = Sgilean airson fearainn, coille is mara

    Tickets that jobs here ask for: chainsaw, quad, tractor, sea survival, first aid at work.
    = Teisteanasan a bhios obraichean an seo ag iarraidh: sàbh-slabhraidh, cuad, tractar, tighinn beò aig
      muir, ciad-fhuasgladh san obair.

    Ask your key worker. Courses run when six people have signed up.
    = Faighnichibh den phrìomh neach-obrach agaibh. Bidh cùrsaichean ann nuair a bhios sianar air clàradh.

    Local training firms
    = Companaidhean trèanaidh ionadail

    Courses within an hour’s drive, with a lift where there is no bus.
    = Cùrsaichean taobh a-staigh astar uair a thìde sa chàr, le lioft far nach eil bus.

    Work that uses Gaelic
    = Obair anns an cleachdar Gàidhlig

    Placements of ten weeks in Gaelic nurseries, heritage centres and media, for speakers and keen learners.
    = Greisean-gnìomhachais deich seachdainean ann an sgoiltean-àraich Gàidhlig, ionadan dualchais is na
      meadhanan, do luchd-labhairt agus luchd-ionnsachaidh dealasach.

    Skye, Lochaber and Inverness
    = An t-Eilean Sgitheanach, Loch Abar agus Inbhir Nis

    Write to the helpline in Gaelic or English.
    = Sgrìobhaibh chun na loidhne-taice sa Ghàidhlig no sa Bheurla.

    Well at work
    = Slàn san obair

    An occupational therapist and a key worker look together at what would make a job possible, or keep it
    so.
    = Bidh teiripiche dreuchdail agus prìomh neach-obrach a’ coimhead còmhla air na dhèanadh obair comasach,
      no na chumadh comasach i.

    Through your GP, your key worker or by a call to the helpline.
    = Tron dotair agaibh, tron phrìomh neach-obrach agaibh no le fòn chun na loidhne-taice.

    The NHS and the council
    = NHS agus a’ chomhairle

    By video, or at home where needed.
    = Air bhidio, no aig an taigh far a bheil feum air.
""")

WORDS = merged([COUNCIL, CONTACTS, SERVICES])
