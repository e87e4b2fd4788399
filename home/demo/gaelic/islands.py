"""Na h-Eileanan Siar in Gaelic: the council, its contacts and its services."""

from home.demo.gaelic.notation import merged, passages

COUNCIL = passages("""
    Na h-Eileanan Siar
    = Na h-Eileanan Siar

    Who to contact about employability support in Na h-Eileanan Siar, and what services there are.
    = Cò dhan cuir sibh fios mu thaic comasachd obrach sna h-Eileanan Siar, agus dè na seirbheisean a th’
      ann.

    We help people find and keep work from the Butt of Lewis to Vatersay. You can speak to us in Gaelic or
    in English, and most of what we do works by telephone or video as well as face to face.
    = Bidh sinn a’ cuideachadh dhaoine gus obair a lorg is a chumail bho Rubha Robhanais gu Bhatarsaigh.
      Faodaidh sibh bruidhinn rinn sa Ghàidhlig no sa Bheurla, agus gabhaidh a’ mhòr-chuid de na nì sinn
      dèanamh air a’ fòn no air bhidio cho math ri aghaidh ri aghaidh.

    Outer Hebrides local employability partnership
    = Com-pàirteachas ionadail comasachd obrach nan Eilean Siar
""")

CONTACTS = passages("""
    Employability team
    = Sgioba comasachd obrach

    Nobody answers on Sundays, and messages wait until Monday
    = Cha fhreagair duine air Didòmhnaich, agus fuirichidh teachdaireachdan gu Diluain

    Uist and Barra office
    = Oifis Uibhist is Bharraigh

    Employer support
    = Taic do dh’fhastaichean

    Partnership co-ordinator
    = Co-òrdanaiche a’ chom-pàirteachais
""")

SERVICES = passages("""
    First steps in social care
    = A’ chiad cheum ann an cùram sòisealta

    Six weeks of paid learning with a care home or home-care team. Taught in Gaelic, in English or in both,
    as the group likes.
    = Sia seachdainean de dh’ionnsachadh pàighte còmhla ri taigh-cùraim no sgioba cùram dachaigh. Air a
      theagasg sa Ghàidhlig, sa Bheurla no anns an dà chànan, mar as fheàrr leis a’ bhuidhinn.

    Call the employability team. Groups start in February and September.
    = Cuiribh fòn chun na sgioba comasachd obrach. Bidh buidhnean a’ tòiseachadh sa Ghearran agus san
      t-Sultain.

    The college and local care providers
    = A’ cholaiste agus solaraichean cùraim ionadail

    Two days a week, within school hours.
    = Dà latha san t-seachdain, taobh a-staigh uairean na sgoile.

    Links between islands
    = Ceanglaichean eadar na h-eileanan

    Fares for ferry, plane and bus to interviews and courses on another island, and a room for the night.
    = Faraidhean airson aiseig, plèana is bus gu agallamhan is cùrsaichean air eilean eile, agus rùm airson
      na h-oidhche.

    From Berneray to Vatersay
    = Bho Bheàrnaraigh gu Bhatarsaigh

    Ask before you book: we book and pay for you.
    = Faighnichibh mus clàraich sibh: nì sinne an clàradh agus pàighidh sinn air ur son.

    Weaving and making for a living
    = Fighe is dèanamh mar bheòshlaint

    A mentor, help with the books and a small grant for tools for people who start on their own.
    = Neach-comhairleachaidh, cuideachadh leis na leabhraichean agus tabhartas beag airson innealan, do
      dhaoine a tha a’ tòiseachadh leotha fhèin.

    Send us half a page on what you want to make and who might buy it.
    = Cuiribh thugainn leth-dhuilleag mu na tha sibh airson a dhèanamh agus cò a dh’fhaodadh a cheannach.

    Free; grants of up to £1,000
    = An-asgaidh; tabhartasan suas ri £1,000

    Young people’s key worker
    = Prìomh neach-obrach nan daoine òga

    For anyone between 16 and 24 who wants to stay on the islands, or to leave with a plan and come back.
    = Do dhuine sam bith eadar 16 is 24 a tha airson fuireach sna h-eileanan, no falbh le plana agus
      tilleadh.

    Through school, youth work, or by text to the team.
    = Tron sgoil, tro obair òigridh, no le teacsa chun na sgioba.
""")

WORDS = merged([COUNCIL, CONTACTS, SERVICES])
