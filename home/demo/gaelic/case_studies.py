"""The case studies of the two councils in Gaelic."""

from home.demo.gaelic.notation import merged, passages

MINIBUS = passages("""
    What was done in Highland, and what changed.
    = Na chaidh a dhèanamh air a’ Ghàidhealtachd, agus na dh’atharraich.

    A minibus that fits the shift
    = Bus beag a fhreagras air an t-sift

    People in Lochaber turned down jobs because no bus ran at six in the morning. Now three employers share
    one minibus.
    = Bha daoine ann an Loch Abar a’ diùltadh obraichean a chionn ’s nach robh bus ann aig sia sa mhadainn.
      A-nis tha trì fastaichean a’ roinn aon bhus beag.

    A small bus drives along a road between hills.
    = Bus beag a’ dol air rathad eadar cnuic.

    Key workers wrote down why people said no to a job. In half a year the same answer came up 31 times: the
    first bus is too late, or the last one too early.
    = Sgrìobh prìomh luchd-obrach sìos carson a bha daoine a’ diùltadh obair. Ann an leth-bhliadhna nochd an
      aon fhreagairt 31 turas: tha a’ chiad bhus ro anmoch, no am fear mu dheireadh ro thràth.

    We put the list in front of three employers in one room, a hotel, a fish processor and a care home. Each
    had thought of the problem as its own.
    = Chuir sinn an liosta mu choinneimh trì fastaichean san aon rùm: taigh-òsta, giullachair èisg agus
      taigh-cùraim. Bha gach fear dhiubh air smaoineachadh gur ann aige fhèin a-mhàin a bha an duilgheadas.

    A community transport charity had a bus that stood still until nine.
    = Bha bus aig carthannas còmhdhail coimhearsnachd a bha na stad gu naoi uairean.

    The employers moved two shifts by a quarter of an hour, so that one round is enough.
    = Ghluais na fastaichean dà shift cairteal na h-uarach, gus am biodh aon chuairt gu leòr.

    The council pays the driver for the first thirteen weeks of each person’s job, then the employer does.
    = Tha a’ chomhairle a’ pàigheadh an dràibheir airson a’ chiad trì seachdainean deug de dh’obair gach
      neach, agus am fastaiche às dèidh sin.

    In the first year 22 people used the bus, and 17 of them were still in work at the end of it. Four gave
    up the job for other reasons, and one bought a car.
    = Sa chiad bhliadhna chleachd 22 neach am bus, agus bha 17 dhiubh fhathast ag obair aig deireadh na
      bliadhna. Leig ceathrar dhiubh seachad an obair air adhbharan eile, agus cheannaich aon neach càr.

    The bus is full on weekdays and nearly empty on Sundays. We are looking for a shared taxi for that day.
    = Tha am bus làn air làithean na seachdain agus cha mhòr falamh Didòmhnaich. Tha sinn a’ sireadh
      tagsaidh coitcheann airson an latha sin.

    I had said no to that job twice. It was never the work. It was eleven miles in the dark.
    = Bha mi air an obair sin a dhiùltadh dà thuras. Cha b’ e an obair a bh’ ann a-riamh. B’ e aon mhìle
      deug san dorchadas.

    A care assistant who takes the bus
    = Neach-cuideachaidh cùraim a bhios a’ gabhail a’ bhus
""")

HOTELS = passages("""
    Work trials in the quiet season
    = Deuchainnean obrach san ràith shàmhach

    Hotels have time to train people in February, and no time in May. So the trial moved to the months when
    nobody is in a hurry.
    = Tha ùine aig taighean-òsta daoine a thrèanadh sa Ghearran, agus gun ùine aca sa Chèitean. Mar sin
      chaidh an deuchainn a ghluasad gu na mìosan nuair nach eil cabhag air duine.

    A cook stands beside two steaming pots.
    = Còcaire na sheasamh ri taobh dà phoit agus smùid asta.

    Placements used to start at Easter, when a hotel needs all hands. New people were in the way and felt
    it.
    = B’ àbhaist do ghreisean-gnìomhachais tòiseachadh aig a’ Chàisg, nuair a tha taigh-òsta feumach air a
      h-uile làmh. Bha daoine ùra san rathad agus dh’fhairich iad sin.

    With nine hotels we tried the opposite: four weeks in February, paid, with one colleague who has the
    time to show things twice. The key worker comes by once a week and talks to both.
    = Còmhla ri naoi taighean-òsta dh’fheuch sinn a chaochladh: ceithir seachdainean sa Ghearran, pàighte,
      le aon cho-obraiche aig a bheil ùine rudan a shealltainn dà thuras. Bidh am prìomh neach-obrach a’
      tadhal uair san t-seachdain agus a’ bruidhinn ris an dithis.

    Of 26 people who began, 21 finished and 16 were offered the season. The year before, 9 of 24 were.
    = De 26 neach a thòisich, chrìochnaich 21 agus fhuair 16 tairgse airson na ràithe. A’ bhliadhna roimhe,
      fhuair 9 à 24 i.

    Two hotels dropped out, because they close in winter. They now take people in October instead.
    = Tharraing dà thaigh-òsta a-mach, oir bidh iad a’ dùnadh sa gheamhradh. Bidh iad a-nis a’ gabhail
      dhaoine san Dàmhair na àite.

    In February I can let somebody burn a pan of soup. In July I cannot.
    = Sa Ghearran is urrainn dhomh leigeil le cuideigin pana brot a losgadh. San Iuchar chan urrainn.

    A head chef
    = Àrd-chòcaire
""")

CARE = passages("""
    What was done in Na h-Eileanan Siar, and what changed.
    = Na chaidh a dhèanamh sna h-Eileanan Siar, agus na dh’atharraich.

    Learning to care, in Gaelic
    = Ag ionnsachadh cùram, sa Ghàidhlig

    Care homes needed people who speak Gaelic with residents. Learners needed a course that did not test
    them in English first.
    = Bha taighean-cùraim feumach air daoine a bhruidhneas Gàidhlig ris an luchd-còmhnaidh. Bha
      luchd-ionnsachaidh feumach air cùrsa nach cuireadh deuchainn orra sa Bheurla an toiseach.

    Two people talk with each other.
    = Dithis a’ bruidhinn ri chèile.

    Many residents go back to their first language when they grow old. Many people who could speak it with
    them had left school without certificates, and the entry test put them off.
    = Bidh mòran den luchd-còmhnaidh a’ tilleadh chun a’ chiad chànain aca nuair a dh’fhàsas iad aosta. Bha
      mòran dhaoine a b’ urrainn a bruidhinn riutha air an sgoil fhàgail gun teisteanasan, agus chuir an
      deuchainn-inntrigidh dheth iad.

    The college and two care homes wrote the first six weeks anew. Lessons are in Gaelic where the group
    wants it, and the test comes at the end instead of the beginning.
    = Sgrìobh a’ cholaiste agus dà thaigh-cùraim a’ chiad sia seachdainean às ùr. Tha na leasanan sa
      Ghàidhlig far a bheil a’ bhuidheann ga h-iarraidh, agus tha an deuchainn aig an deireadh an àite aig
      an toiseach.

    Two groups have finished: 13 people began, 12 ended, 10 work in care today. The third group is waiting
    for a tutor.
    = Tha dà bhuidheann air crìochnachadh: thòisich 13 neach, chrìochnaich 12, agus tha 10 ag obair ann an
      cùram an-diugh. Tha an treas buidheann a’ feitheamh ri oide.

    The homes noticed something that we had not planned: families visit longer.
    = Mhothaich na taighean-cùraim do rud nach robh sinn air a phlanadh: bidh teaghlaichean a’ tadhal nas
      fhaide.

    At sixty I thought nobody would pay me for the language I speak at home.
    = Aig trì fichead bliadhna cha robh dùil agam gum pàigheadh duine mi airson a’ chànain a bhios mi a’
      bruidhinn aig an taigh.

    A care worker in Lewis
    = Neach-obrach cùraim ann an Leòdhas
""")

WORDS = merged([MINIBUS, HOTELS, CARE])
