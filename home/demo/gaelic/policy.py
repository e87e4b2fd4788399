"""The policy page in Gaelic, as far as the framework of measurement."""

from home.demo.gaelic.notation import passages

WORDS = passages("""
    No One Left Behind
    = Gun Duine air Fhàgail air Dheireadh

    Scotland’s approach to employability: one offer for all ages, planned and led locally, agreed between
    the Scottish Government and COSLA.
    = Dòigh-obrach na h-Alba a thaobh comasachd obrach: aon tairgse do gach aois, air a dealbhadh is air a
      stiùireadh gu h-ionadail, agus air aontachadh eadar Riaghaltas na h-Alba agus COSLA.

    Employment support on gov.scot
    = Taic cosnaidh air gov.scot

    No One Left Behind puts the person first and the programme second. Councils and their partners shape
    employability support for their own area, for anyone of any age who wants to move towards work, find it
    or stay in it. It is there most of all for disabled people, people in poor health and everyone else whom
    the labour market tends to leave out.
    = Le Gun Duine air Fhàgail air Dheireadh tha an neach a’ tighinn an toiseach agus am prògram às a
      dhèidh. Bidh comhairlean is an com-pàirtichean a’ cumadh taic comasachd obrach airson na sgìre aca
      fhèin, do dhuine aig aois sam bith a tha airson gluasad a dh’ionnsaigh obair, a lorg no a chumail. Tha
      i ann gu h-àraidh do dhaoine ciorramach, do dhaoine le droch shlàinte agus don a h-uile duine eile a
      bhios margaidh an luchd-obrach a’ fàgail a-mach.

    People of different ages, one of them in a wheelchair, move along the same path.
    = Daoine de dhiofar aoisean, fear dhiubh ann an cathair-chuibhle, a’ gluasad air an aon slighe.

    Overview
    = Sealladh farsaing

    Scotland has had its own powers over employment support since the Scotland Act 2016. No One Left Behind
    is what became of them: one approach for all ages, led locally, in place of many separate programmes.
    = Tha a cumhachdan fhèin air a bhith aig Alba a thaobh taic cosnaidh bho Achd na h-Alba 2016. ’S e Gun
      Duine air Fhàgail air Dheireadh a thàinig asta: aon dòigh-obrach do gach aois, air a stiùireadh gu
      h-ionadail, an àite mòran phrògraman fa leth.

    Few people who are far from work need only a job advert. They may need a safe place to live, treatment,
    childcare or a way to get to the next town before a job can last. That is why support is planned where
    those services are: in each council area, by a partnership of everyone who has a part in it.
    = Is ainneamh a tha neach a tha fada bho obair feumach air sanas obrach a-mhàin. Dh’fhaodadh gum bi iad
      feumach air àite sàbhailte airson fuireach, leigheas, cùram-chloinne no dòigh air an ath bhaile a
      ruighinn mus mair obair. Sin as coireach gu bheil taic air a dealbhadh far a bheil na seirbheisean
      sin: ann an sgìre gach comhairle, le com-pàirteachas den h-uile duine aig a bheil pàirt ann.

    Two tiers of government share the lead. The Scottish Government sets national direction and provides
    funding. Councils bring together the local partners: the third sector, colleges, the NHS, Skills
    Development Scotland, Jobcentre Plus and employers. What they agreed is written down in the <a
    id="a1">Partnership Working Agreement</a>.
    = Tha dà ìre de riaghaltas a’ stiùireadh còmhla. Tha Riaghaltas na h-Alba a’ suidheachadh na slighe
      nàiseanta agus a’ toirt seachad maoineachadh. Tha comhairlean a’ toirt nan com-pàirtichean ionadail
      còmhla: an treas roinn, colaistean, NHS, Leasachadh Sgilean na h-Alba, Jobcentre Plus agus
      fastaichean. Tha na dh’aontaich iad sgrìobhte anns an <a id="a1">Aonta Obrachaidh
      Chom-pàirteachais</a>.

    The approach also carries part of the National Strategy for Economic Transformation of spring 2022. It
    is one of the ways in which that strategy is meant to reach people whom growth has passed by, parents in
    poverty above all.
    = Tha an dòigh-obrach cuideachd a’ giùlan pàirt den Ro-innleachd Nàiseanta airson Cruth-atharrachadh na
      h-Eaconamaidh bho earrach 2022. Is i aon de na dòighean anns a bheil còir aig an ro-innleachd sin
      daoine a ruighinn nach d’ fhuair buannachd bho fhàs, gu h-àraidh pàrantan ann am bochdainn.

    Actions
    = Gnìomhan

    Background
    = Cùl-fhiosrachadh

    In 2016 a consultation led to “A New Future for Employability Support in Scotland”, published on 29
    March of that year. The first devolved services began on 1 April 2017. Fair Start Scotland followed on 3
    April 2018, under nine contracts, and took its last referrals on 31 March 2024.
    = Ann an 2016 thàinig “Àm ri Teachd Ùr airson Taic Comasachd Obrach ann an Alba” à co-chomhairleachadh,
      agus chaidh fhoillseachadh air 29 Màrt sa bhliadhna sin. Thòisich a’ chiad seirbheisean tiomnaichte
      air 1 Giblean 2017. Thàinig Fair Start Scotland às an dèidh air 3 Giblean 2018, fo naoi cùmhnantan,
      agus ghabh e ris na daoine mu dheireadh air 31 Màrt 2024.

    The change to local delivery came in two steps. On 1 April 2019 Activity Agreements and Scotland’s
    Employer Recruitment Incentive ended, and their money went to councils. On 1 April 2022 the
    Employability Fund and Community Jobs Scotland followed. In between came the Parental Employability
    Support Fund, from February 2020, and the Young Person’s Guarantee, from November 2020.
    = Thàinig an t-atharrachadh gu lìbhrigeadh ionadail ann an dà cheum. Air 1 Giblean 2019 thàinig
      Aontaidhean Gnìomhachd agus Brosnachadh Fastaidh na h-Alba gu crìch, agus chaidh an cuid airgid gu
      comhairlean. Air 1 Giblean 2022 lean a’ Mhaoin Comasachd Obrach agus Community Jobs Scotland. Eadar an
      dà cheum thàinig Maoin Taic Comasachd Obrach nam Pàrant, bhon Ghearran 2020, agus Gealltanas an Neach
      Òig, bhon t-Samhain 2020.

    By March 2024, 61,930 people had started support: 2,694 of them in the first year, 20,988 in the fifth.
    The <a id="a1">statistics page</a> has the figures and says how to read them.
    = Ron Mhàrt 2024 bha 61,930 neach air tòiseachadh air taic: 2,694 dhiubh sa chiad bhliadhna, 20,988 sa
      chòigeamh. Tha na figearan air <a id="a1">duilleag nan staitistigean</a>, le mìneachadh air mar a
      leughar iad.

    What the abbreviations stand for
    = Na tha na giorrachaidhean a’ ciallachadh

    <b>NOLB</b>: No One Left Behind
    = <b>NOLB</b>: Gun Duine air Fhàgail air Dheireadh

    <b>LEP</b>: Local Employability Partnership
    = <b>LEP</b>: Com-pàirteachas Ionadail Comasachd Obrach

    <b>SLAED</b>: Scottish Local Authorities’ Economic Development, a network of all 32 councils
    = <b>SLAED</b>: Leasachadh Eaconamach Ùghdarrasan Ionadail na h-Alba, lìonra nan 32 comhairlean uile

    <b>SCVO</b>: the Scottish Council for Voluntary Organisations
    = <b>SCVO</b>: Comhairle nam Buidhnean Saor-thoileach an Alba

    <b>COSLA</b>: the Convention of Scottish Local Authorities
    = <b>COSLA</b>: Co-chruinneachadh Ùghdarrasan Ionadail na h-Alba

    Shared Measurement Framework
    = Frèam Tomhais Coitcheann

    The review of 2018 promised one way to tell whether support works. The framework, first published in
    April 2022, keeps that promise. It says what every area counts, in the same words, from the first
    meeting to keeping a job.
    = Gheall an t-ath-bhreithneachadh ann an 2018 aon dòigh gus faicinn a bheil taic ag obair. Tha am frèam,
      a chaidh fhoillseachadh an toiseach sa Ghiblean 2022, a’ cumail a’ gheallaidh sin. Tha e ag ràdh dè a
      bhios gach sgìre a’ cunntadh, anns na h-aon fhaclan, bhon chiad choinneimh gu bhith a’ cumail obair.

    It counts more than jobs. A person who can now take a bus alone, or who has sorted out a debt, has moved
    forward, and the framework has a place for that. Anyone may use it. <a id="a1">How to use the
    framework</a>.
    = Bidh e a’ cunntadh barrachd air obraichean. Tha neach a ghabhas am bus leis fhèin a-nis, no a chuir
      fiachan ann an òrdugh, air gluasad air adhart, agus tha àite airson sin san fhrèam. Faodaidh duine sam
      bith a chleachdadh. <a id="a1">Mar a chleachdar am frèam</a>.
""")
