"""The second half of the policy page in Gaelic: agreements, plans, figures and publications."""

from home.demo.gaelic.notation import passages

WORDS = passages("""
    How national and local government work together
    = Mar a tha an riaghaltas nàiseanta agus ionadail ag obair còmhla

    Partnership Working Agreement
    = Aonta Obrachaidh Chom-pàirteachais

    Scottish Ministers and the leaders of COSLA signed the agreement on 5 December 2018. With it the two
    tiers of government bound themselves to lead employability together, as equals, and to share what they
    learn. <a id="a1">What the agreement is about</a>.
    = Chuir Ministearan na h-Alba agus ceannardan COSLA an ainm ris an aonta air 5 Dùbhlachd 2018. Leis,
      gheall an dà ìre de riaghaltas comasachd obrach a stiùireadh còmhla, mar cho-ionannan, agus na
      dh’ionnsaicheas iad a cho-roinn. <a id="a1">Cò mu dheidhinn a tha an t-aonta</a>.

    Employability Action Plan
    = Plana-gnìomh Comasachd Obrach

    A joint action plan followed in February 2020. It put the promises into six workstreams, each with
    people from both tiers of government. They are drawn as a wheel in the <a id="a1">introduction to the
    delivery plan</a>.
    = Thàinig plana-gnìomh coitcheann às a dhèidh sa Ghearran 2020. Chuir e na geallaidhean ann an sia
      sruthan obrach, le daoine bhon dà ìre de riaghaltas anns gach fear. Tha iad air an tarraing mar
      chuibhle ann an <a id="a1">ro-ràdh a’ phlana lìbhrigidh</a>.

    Partnership joint updates
    = Co-fhiosan às ùr a’ chom-pàirteachais

    The two partners report together on what they have done. The latest of these updates:
    = Bidh an dà chom-pàirtiche ag aithris còmhla air na rinn iad. An fheadhainn as ùire de na fiosan seo:

    Employability partnership framework
    = Frèam chom-pàirteachasan comasachd obrach

    Local partnerships grew up differently. Some had met for years; others hardly knew each other. In
    December 2020 a framework gave them a common starting point: who belongs at the table, what the table
    decides, and how it shows its work. It was drawn up in talks between the Scottish Government, SLAED and
    SCVO, and partnerships soon used it to run the Young Person’s Guarantee too.
    = Dh’fhàs com-pàirteachasan ionadail ann an diofar dhòighean. Bha cuid air a bhith a’ coinneachadh fad
      bhliadhnaichean; is gann gun robh cuid eile eòlach air a chèile. San Dùbhlachd 2020 thug frèam dhaibh
      an aon àite-tòiseachaidh: cò bu chòir a bhith mun bhòrd, dè a bhios am bòrd a’ co-dhùnadh, agus ciamar
      a sheallas e an obair aige. Chaidh a dheasachadh ann an còmhraidhean eadar Riaghaltas na h-Alba, SLAED
      agus SCVO, agus cha b’ fhada gus an robh com-pàirteachasan ga chleachdadh gus Gealltanas an Neach Òig
      a ruith cuideachd.

    It fixes the least that a partnership should be, not the most. <a id="a1">Read the framework</a>.
    = Tha e a’ suidheachadh an rud as lugha a bu chòir do chom-pàirteachas a bhith, chan e an rud as motha.
      <a id="a1">Leughaibh am frèam</a>.

    Labour market statistics
    = Staitistig margaidh an luchd-obrach

    Employment, unemployment and inactivity in Scotland, on gov.scot.
    = Cosnadh, cion-cosnaidh is neo-ghnìomhachd ann an Alba, air gov.scot.

    How many people start support, and how many of them find work.
    = Cia mheud neach a thòisicheas air taic, agus cia mheud dhiubh a lorgas obair.

    Bills and legislation
    = Bilean is reachdas

    Section 31 of the Scotland Act 2016 lets the Scottish Parliament provide for help to find and keep work.
    It covers disabled people, and people at risk of being unemployed for a long time. Services under the
    new powers began in April 2017. <a id="a1">Read the Act on legislation.gov.uk</a>.
    = Tha earrann 31 de dh’Achd na h-Alba 2016 a’ leigeil le Pàrlamaid na h-Alba ullachadh airson
      cuideachadh gus obair a lorg is a chumail. Tha i a’ buntainn ri daoine ciorramach, agus ri daoine a
      tha ann an cunnart a bhith gun obair fad ùine mhòr. Thòisich seirbheisean fo na cumhachdan ùra sa
      Ghiblean 2017. <a id="a1">Leughaibh an achd air legislation.gov.uk</a>.

    Read about the plan
    = Leughaibh mun phlana

    Read the summary
    = Leughaibh an geàrr-chunntas

    Read the plan
    = Leughaibh am plana

    Review of employability services
    = Ath-bhreithneachadh air seirbheisean comasachd obrach

    What people said about employment support, and what the Scottish Government took from it.
    = Na thuirt daoine mu thaic cosnaidh, agus na thug Riaghaltas na h-Alba às.

    Read on gov.scot
    = Leughaibh air gov.scot

    Devolved employment services: statistical summary
    = Seirbheisean cosnaidh tiomnaichte: geàrr-chunntas staitistigeil

    The release that our figures come from, with tables for each year and group.
    = Am foillseachadh às an tàinig na figearan againn, le clàran airson gach bliadhna is buidheann.

    See the figures
    = Faicibh na figearan
""")
