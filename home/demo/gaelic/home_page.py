"""The home page in Gaelic."""

from home.demo.gaelic.notation import merged, passages

HOME = passages("""
    Employability in Scotland
    = Comasachd Obrach ann an Alba

    Employability support in Scotland: how to get help to find work, and what people who plan or deliver
    that help need to know.
    = Taic comasachd obrach ann an Alba: mar a gheibh sibh cuideachadh gus obair a lorg, agus na dh’fheumas
      daoine a bhios a’ dealbhadh no a’ lìbhrigeadh na taice sin a bhith eòlach air.

    Support for people who want to work, and for the people who help them get there.
    = Taic do dhaoine a tha ag iarraidh a bhith ag obair, agus don fheadhainn a tha gan cuideachadh air an
      t-slighe.

    Get help to find work
    = Faighibh cuideachadh gus obair a lorg

    Free support near you, at any age. You choose whether to take it.
    = Taic an-asgaidh faisg oirbh, aig aois sam bith. ’S e sibhse a thaghas an gabh sibh i.

    Working in employability
    = Ag obair ann an comasachd obrach

    Policy, standards and tools for those who plan or deliver support.
    = Poileasaidh, inbhean is innealan don fheadhainn a bhios a’ dealbhadh no a’ lìbhrigeadh taic.

    One approach in every part of Scotland
    = An aon dòigh-obrach anns gach ceàrn de dh’Alba

    <a id="a1">No One Left Behind</a> is the way Scotland runs its own employability support. Each council
    leads a local partnership. The partners look at who needs help in their area, decide together what to
    offer, and keep changing it as they learn.
    = Is e <a id="a1">Gun Duine air Fhàgail air Dheireadh</a> an dòigh anns a bheil Alba a’ ruith na taic
      comasachd obrach aice fhèin. Tha gach comhairle air ceann com-pàirteachas ionadail. Bidh na
      com-pàirtichean a’ coimhead cò a tha feumach air cuideachadh san sgìre aca, a’ co-dhùnadh còmhla dè a
      thabhainneas iad, agus ga atharrachadh mar a dh’ionnsaicheas iad.

    The Scottish Government and COSLA, which speaks for the councils, agree the direction at national level.
    What happens on the ground is decided close to the people it is for.
    = Bidh Riaghaltas na h-Alba agus COSLA, a tha a’ bruidhinn às leth nan comhairlean, ag aontachadh na
      slighe aig ìre nàiseanta. Thathar a’ co-dhùnadh na thachras gu h-ionadail faisg air na daoine don
      bheil e.

    Who can get support
    = Cò a gheibh taic

    Anyone who wants to work and finds it hard to get there. There is no lower limit of need and no upper
    limit of age. Local teams look out above all for:
    = Duine sam bith a tha ag iarraidh obair agus don bheil e doirbh a ruigsinn. Chan eil ìre as lugha ann a
      thaobh feum, no crìoch ann a thaobh aois. Bidh na sgiobaidhean ionadail a’ cumail sùil a-mach gu
      h-àraidh airson:

    young people who are about to leave school, college or care
    = daoine òga a tha gu bhith a’ fàgail na sgoile, na colaiste no cùram

    parents, and lone parents most of all
    = pàrantan, agus pàrantan aonar gu sònraichte

    disabled people and people who live with a health condition
    = daoine ciorramach agus daoine a tha beò le suidheachadh slàinte

    people with a conviction who are looking for a first chance
    = daoine le dìteadh eucorach a tha a’ lorg a’ chiad chothruim

    people from minority ethnic communities, and refugees
    = daoine à coimhearsnachdan mhion-chinnidhean, agus fògarraich

    people aged 50 or over, and anyone who has been out of work for a year or more
    = daoine a tha 50 no nas sine, agus duine sam bith a tha air a bhith gun obair fad bliadhna no còrr

    What people get
    = Na gheibh daoine

    <b>One key worker.</b> The same person stays in touch from the first talk until well into the job.
    = <b>Aon phrìomh neach-obrach.</b> Cumaidh an t-aon neach fios ribh bhon chiad chòmhradh gus am bi sibh
      greis math san obair.

    <b>A plan of their own.</b> It starts from what the person wants, not from a list of courses.
    = <b>Plana dhaibh fhèin.</b> Tha e a’ tòiseachadh leis na tha an neach ag iarraidh, chan ann le liosta
      chùrsaichean.

    <b>Help in the right order.</b> Childcare, money worries or health may come before a CV.
    = <b>Cuideachadh san òrdugh cheart.</b> Dh’fhaodadh cùram-chloinne, dragh mu airgead no slàinte tighinn
      ro CV.

    <b>Room to try things.</b> A college taster day, a work placement, a mentor or a group project.
    = <b>Cothrom rudan fheuchainn.</b> Latha blasaid aig colaiste, greis-gnìomhachais,
      neach-comhairleachaidh no pròiseact buidhne.

    Support that does not stop on the first day at work.
    = Taic nach stad air a’ chiad latha san obair.

    Taking part is voluntary. Nobody loses benefits for saying no. <a id="a1">See what to expect</a>, or <a
    id="a2">find the team in your council</a>.
    = Tha e gu saor-thoileach pàirt a ghabhail. Cha chaill duine sochairean ma dhiùltas iad. <a
      id="a1">Faicibh dè ris am bi dùil agaibh</a>, no <a id="a2">lorgaibh an sgioba sa chomhairle
      agaibh</a>.

    What the partners are doing
    = Na tha na com-pàirtichean a’ dèanamh

    Five years in figures
    = Còig bliadhna ann am figearan

    people started support
    = neach a thòisich air taic

    April 2019 to March 2024
    = Giblean 2019 gu Màrt 2024

    started in 2023/24
    = a thòisich ann an 2023/24

    2,694 did in the first year, 2019/20
    = 2,694 a rinn sin sa chiad bhliadhna, 2019/20

    people went into work
    = neach a chaidh a dh’obair

    31% of all who started
    = 31% den h-uile duine a thòisich

    Scottish Government, devolved employment services: statistical summary, July 2024.
    = Riaghaltas na h-Alba, seirbheisean cosnaidh tiomnaichte: geàrr-chunntas staitistigeil, an t-Iuchar
      2024.

    Find what you need
    = Lorgaibh na tha a dhìth oirbh
""")

CARDS = passages("""
    The policy
    = Am poileasaidh

    What No One Left Behind is, how it came about and which documents it rests on.
    = Dè a th’ ann an Gun Duine air Fhàgail air Dheireadh, mar a thàinig e gu bith agus na sgrìobhainnean
      air a bheil e stèidhichte.

    Find out more
    = Faighibh a-mach tuilleadh

    Councils
    = Comhairlean

    Teams, services and partnership leads of all 32 councils.
    = Sgiobaidhean, seirbheisean is stiùirichean chom-pàirteachasan nan 32 comhairlean uile.

    Find a council
    = Lorgaibh comhairle

    Local partnerships
    = Com-pàirteachasan ionadail

    Who sits round the table in each council area, and what they decide.
    = Cò a tha mun bhòrd ann an sgìre gach comhairle, agus dè a bhios iad a’ co-dhùnadh.

    Case studies
    = Sgrùdaidhean cùise

    What councils and their partners tried, what came of it, and whom to ask.
    = Na dh’fheuch comhairlean is an com-pàirtichean, na thàinig às, agus cò dhan cuirear ceist.

    See all case studies
    = Faicibh gach sgrùdadh cùise

    Publications
    = Foillseachaidhean

    Plans, frameworks, assessments and figures, by type and by year.
    = Planaichean, frèaman, measaidhean is figearan, a rèir seòrsa is bliadhna.

    See all publications
    = Faicibh gach foillseachadh

    National Products Handbook
    = Leabhar-làimhe nan Toraidhean Nàiseanta

    Standards, frameworks and toolkits that every service can use.
    = Inbhean, frèaman is pasganan innealan a chleachdas gach seirbheis.

    Open the handbook
    = Fosglaibh an leabhar-làimhe

    Latest updates
    = Na fiosan as ùire

    Elsewhere
    = Ann an àiteachan eile

    mygov.scot
    = mygov.scot

    Public services in Scotland, from school to pension.
    = Seirbheisean poblach ann an Alba, bhon sgoil chun a’ pheinnsein.

    COSLA
    = COSLA

    The association of Scotland’s 32 councils.
    = Comann nan 32 comhairlean ann an Alba.
""")

WORDS = merged([HOME, CARDS])
