"""The front of the handbook in Gaelic, its list of products, and two of them."""

from home.demo.gaelic.notation import merged, passages

FRONT = passages("""
    The standards, frameworks and toolkits of No One Left Behind in one place: what each is for, who made
    it, and how to use it.
    = Inbhean, frèaman is pasganan innealan Gun Duine air Fhàgail air Dheireadh san aon àite: carson a tha
      gach fear ann, cò a rinn e, agus mar a chleachdar e.

    Introduction
    = Ro-ràdh

    <a id="a1">No One Left Behind</a> is how Scotland helps people who find it hard to get into work. It has
    no age limit. Each area plans support close to the people it is for. The aim is a fair job that lasts.
    = Is e <a id="a1">Gun Duine air Fhàgail air Dheireadh</a> an dòigh anns a bheil Alba a’ cuideachadh
      dhaoine don bheil e doirbh obair fhaighinn. Chan eil crìoch aoise ann. Bidh gach sgìre a’ dealbhadh
      taic faisg air na daoine don bheil i. ’S e an t-amas obair chothromach a mhaireas.

    The Scottish Government and local government lead it together. They said so in December 2018, in the <a
    id="a1">Partnership Working Agreement</a>. Charities and businesses help to shape support and to deliver
    it.
    = Tha Riaghaltas na h-Alba agus an riaghaltas ionadail ga stiùireadh còmhla. Thuirt iad sin san
      Dùbhlachd 2018, anns an <a id="a1">Aonta Obrachaidh Chom-pàirteachais</a>. Bidh carthannasan is
      gnìomhachasan a’ cuideachadh le bhith a’ cumadh na taice agus ga lìbhrigeadh.

    A person stands in a circle; six partners stand around it, each linked to the middle.
    = Neach na sheasamh ann an cearcall; tha sia com-pàirtichean timcheall air, gach fear ceangailte ris a’
      mheadhan.

    Partners work around one person.
    = Bidh com-pàirtichean ag obair timcheall air aon neach.

    The <a id="a1">National Strategy for Economic Transformation</a> gives No One Left Behind a task too.
    When the economy changes, people in poverty should gain from it, and so should every part of the
    country. That takes services that bend to the person.
    = Tha an <a id="a1">Ro-innleachd Nàiseanta airson Cruth-atharrachadh na h-Eaconamaidh</a> a’ toirt obair
      do Ghun Duine air Fhàgail air Dheireadh cuideachd. Nuair a dh’atharraicheas an eaconamaidh, bu chòir
      do dhaoine ann am bochdainn buannachd fhaighinn às, agus do gach ceàrn den dùthaich. Feumaidh sin
      seirbheisean a fhreagras air an neach.

    What this handbook is for
    = Carson a tha an leabhar-làimhe seo ann

    Standards, frameworks and toolkits for employability came out over several years and in several places.
    Here they stand together, for everyone who provides support. For each you can read:
    = Thàinig inbhean, frèaman is pasganan innealan airson comasachd obrach a-mach thar grunn
      bhliadhnaichean is ann an grunn àiteachan. Tha iad an seo còmhla, don h-uile duine a bhios a’ toirt
      seachad taic. Mu gach fear faodaidh sibh leughadh mu na leanas:

    its purpose
    = an t-adhbhar aige

    the people behind it
    = na daoine a rinn e

    the people it is meant for
    = na daoine don bheil e

    the right moment to use it, and the way
    = an t-àm ceart airson a chleachdadh, agus an dòigh

    Use what helps you. You are free to fit it to your area. What should not differ is what people can count
    on: the same promises and the same care, wherever they live.
    = Cleachdaibh na chuidicheas sibh. Tha sibh saor a chur an òrdugh airson na sgìre agaibh. Is e na rudan
      air am faod daoine earbsa a chur nach bu chòir a bhith eadar-dhealaichte: na h-aon gheallaidhean agus
      an t-aon chùram, ge b’ e càit a bheil iad a’ fuireach.

    Who keeps it up to date
    = Cò a bhios ga ùrachadh

    The Scottish Government and local government made the handbook together and go on improving what is in
    it. Is something wrong or out of date? <a id="a1">Tell us</a>.
    = Rinn Riaghaltas na h-Alba agus an riaghaltas ionadail an leabhar-làimhe còmhla, agus tha iad fhathast
      a’ cur leasachadh air na tha ann. A bheil rudeigin ceàrr no à seann-chleachdadh? <a id="a1">Innsibh
      dhuinn</a>.

    Overview of the products
    = Sealladh farsaing air na toraidhean

    The table has four parts:
    = Tha ceithir pàirtean sa chlàr:

    <b>National products</b> hold for every service.
    = Tha <b>toraidhean nàiseanta</b> a’ buntainn ri gach seirbheis.

    <b>Supplementary resources</b> help teams to design and improve services.
    = Bidh <b>goireasan a bharrachd</b> a’ cuideachadh sgiobaidhean gus seirbheisean a dhealbhadh is a
      leasachadh.

    <b>Local resources</b> are for partnerships and their plans.
    = Tha <b>goireasan ionadail</b> ann airson chom-pàirteachasan agus nam planaichean aca.

    <b>Data resources</b> are about figures, and about handling people’s data with care.
    = Tha <b>goireasan dàta</b> mu fhigearan, agus mu bhith a’ làimhseachadh dàta dhaoine le cùram.

    A date is as exact as its source. Products change as the work goes on, so look here before you rely on a
    copy.
    = Tha ceann-latha cho mionaideach ris an tùs aige. Bidh toraidhean ag atharrachadh fhad ’s a tha an
      obair a’ dol air adhart, mar sin thoiribh sùil an seo mus cuir sibh earbsa ann an lethbhreac.

    How the products fit together
    = Mar a tha na toraidhean a’ freagairt air a chèile

    Each product does one job. Together they serve one ambition, which stands in the middle of the diagram.
    The four groups of products stand around it.
    = Nì gach toradh aon obair. Còmhla tha iad ag obair airson aon mhiann, a tha ann am meadhan an diagraim.
      Tha na ceithir buidhnean de thoraidhean timcheall air.

    Some products go with another. The diagram says so where the partners have agreed on it, and nowhere
    else.
    = Tha cuid de thoraidhean a’ dol còmhla. Tha an diagram ag ràdh sin far a bheil na com-pàirtichean air
      aontachadh air, agus chan ann an àite sam bith eile.

    Annex A puts the products among the other events since 2016, year by year. Annex B lists figures,
    reports and pages to read next.
    = Tha Leas-phàipear A a’ cur nan toraidhean am measg nan tachartasan eile bho 2016, bliadhna air
      bhliadhna. Tha liosta ann an Leas-phàipear B de fhigearan, aithisgean is duilleagan a leughar an uair
      sin.

    Better outcomes for people, and one shared picture of success
    = Builean nas fheàrr do dhaoine, agus aon dealbh coitcheann air soirbheachas

    How No One Left Behind came about, year by year from 2016. The days on which products came out stand
    among the other events. A date is as exact as its source.
    = Mar a thàinig Gun Duine air Fhàgail air Dheireadh gu bith, bliadhna air bhliadhna bho 2016. Tha na
      làithean air an tàinig toraidhean a-mach am measg nan tachartasan eile. Tha ceann-latha cho
      mionaideach ris an tùs aige.

    The plan rests on seven principles. In print they stand on page 2; here you find them on the page <a
    id="a1">No One Left Behind</a>.
    = Tha am plana stèidhichte air seachd prionnsapalan. Ann an clò tha iad air duilleag 2; an seo lorgaidh
      sibh iad air an duilleig <a id="a1">Gun Duine air Fhàgail air Dheireadh</a>.

    Some sources give November 2018.
    = Tha cuid de thùsan ag ràdh an t-Samhain 2018.

    These are not products, but they help you to use them: figures, evaluations, papers behind a product,
    and where to hear what is new.
    = Chan e toraidhean a tha seo, ach bidh iad gur cuideachadh gus an cleachdadh: figearan, measaidhean,
      pàipearan air cùl toraidh, agus càit an cluinnear na tha ùr.
""")

PRODUCTS = passages("""
    Products
    = Toraidhean

    All products of the handbook. Choose a category, an audience or a status, or search for words.
    = Toraidhean an leabhair-làimhe uile. Taghaibh roinn-seòrsa, buidheann-chleachdaichean no inbhe, no
      lorgaibh faclan.

    Service Standards
    = Inbhean Seirbheis

    Four standards set the level that every No One Left Behind service works to, wherever it is. Partners
    and providers can read in them what is asked of a service.
    = Tha ceithir inbhean a’ suidheachadh na h-ìre a dh’amaiseas gach seirbheis fo Ghun Duine air Fhàgail
      air Dheireadh oirre, ge b’ e càit a bheil i. Faodaidh com-pàirtichean is solaraichean leughadh annta
      dè thathar ag iarraidh air seirbheis.

    Partners and providers designed them together. They came from charities and business, from councils and
    from the Scottish Government.
    = Dhealbh com-pàirtichean is solaraichean iad còmhla. Thàinig iad bho charthannasan is gnìomhachas, bho
      chomhairlean agus bho Riaghaltas na h-Alba.

    Local employability partnerships and the councils in them, those who deliver support with them, and
    other strategic partners.
    = Com-pàirteachasan ionadail comasachd obrach agus na comhairlean annta, an fheadhainn a bhios a’
      lìbhrigeadh taic còmhla riutha, agus com-pàirtichean ro-innleachdail eile.

    Use the standards at every stage of a service:
    = Cleachdaibh na h-inbhean aig gach ìre de sheirbheis:

    when you design it, to see what it has to offer
    = nuair a bhios sibh ga dealbhadh, gus faicinn dè dh’fheumas i a thabhann

    while it runs, to check that people get what they should
    = fhad ’s a tha i a’ ruith, gus dèanamh cinnteach gu bheil daoine a’ faighinn na bu chòir dhaibh

    when you look back, to decide what to improve
    = nuair a bheir sibh sùil air ais, gus co-dhùnadh dè a leasaicheas sibh

    They make sure that services everywhere meet people’s needs and pull in the same direction.
    = Bidh iad a’ dèanamh cinnteach gu bheil seirbheisean anns gach àite a’ coileanadh feumalachdan dhaoine
      agus a’ tarraing san aon taobh.

    Customer Charter
    = Cairt Luchd-cleachdaidh

    Tells people what an employability service promises them, in words that need no explaining.
    = Ag innse do dhaoine dè a tha seirbheis comasachd obrach a’ gealltainn dhaibh, ann am faclan nach fheum
      mìneachadh.

    It was designed with people who use employability services. Public bodies, charities and businesses then
    agreed to it.
    = Chaidh a dealbhadh còmhla ri daoine a bhios a’ cleachdadh sheirbheisean comasachd obrach. Dh’aontaich
      buidhnean poblach, carthannasan is gnìomhachasan rithe an uair sin.

    It is written for people who use services. Those who deliver services need to know it as well.
    = Tha i sgrìobhte do dhaoine a bhios a’ cleachdadh sheirbheisean. Feumaidh an fheadhainn a bhios a’
      lìbhrigeadh sheirbheisean a bhith eòlach oirre cuideachd.

    Give the charter to people at the start, so that they know what they will get. It also tells them how to
    say what was good or bad, and how to complain when a promise was not kept.
    = Thoiribh a’ chairt do dhaoine aig an toiseach, gus am bi fios aca dè a gheibh iad. Tha i cuideachd ag
      innse dhaibh ciamar a chanas iad dè a bha math no dona, agus ciamar a nì iad gearan nuair nach deach
      gealladh a chumail.

    Read it as a team from time to time, to remember what you have promised.
    = Leughaibh i mar sgioba bho àm gu àm, gus cuimhneachadh air na gheall sibh.

    Customer Charter: easy read
    = Cairt Luchd-cleachdaidh: furasta a leughadh
""")

WORDS = merged([FRONT, PRODUCTS])
