"""The “We are” statements in Gaelic."""

from home.demo.gaelic.notation import passages

WORDS = passages("""
    No One Left Behind: what we are doing
    = Gun Duine air Fhàgail air Dheireadh: na tha sinn a’ dèanamh

    We are:
    = Tha sinn:

    helping people into fair work that lasts, because a good job lifts families out of poverty and keeps
    people well
    = a’ cuideachadh dhaoine gu obair chothromach a mhaireas, oir bidh deagh obair a’ togail theaghlaichean
      à bochdainn agus a’ cumail dhaoine slàn

    holding every service to the same principles
    = a’ cumail gach seirbheis ris na h-aon phrionnsapalan

    People are treated with respect and fairness, and services keep learning
    = Gheibh daoine spèis is cothrom na Fèinne, agus bidh seirbheisean ag ionnsachadh fad na h-ùine

    Support bends to the person, not the person to the support
    = Bidh an taic a’ freagairt air an neach, chan ann an neach air an taic

    It is easy to find out what there is and how to ask for it
    = Tha e furasta faighinn a-mach dè a th’ ann agus ciamar a dh’iarrar e

    Employability works hand in hand with health, housing, justice and money advice
    = Bidh comasachd obrach a’ dol làmh air làimh le slàinte, taigheadas, ceartas agus comhairle mu airgead

    Every route leads towards work that is fair and that lasts
    = Tha gach slighe a’ dol a dh’ionnsaigh obair a tha cothromach agus a mhaireas

    Decisions rest on evidence, and on what people who used a service tell us
    = Tha co-dhùnaidhean stèidhichte air fianais, agus air na dh’innseas daoine a chleachd seirbheis dhuinn

    More people find a job that suits them, at a moment that suits them
    = Bidh barrachd dhaoine a’ lorg obair a fhreagras orra, aig àm a fhreagras orra

    moving decisions close to people, so that one local partnership can join up the help that one person
    needs
    = a’ toirt cho-dhùnaidhean nas fhaisge air daoine, gus an urrainn do aon chom-pàirteachas ionadail an
      cuideachadh air a bheil feum aig aon neach a cheangal ri chèile

    building on services that already work well, and bringing separate funds together behind them
    = a’ togail air seirbheisean a tha ag obair gu math mar-thà, agus a’ toirt maoinean fa leth còmhla air
      an cùlaibh

    changing how the whole system works, rather than adding one more programme to a long list
    = ag atharrachadh mar a tha an siostam air fad ag obair, an àite aon phrògram eile a chur ri liosta
      fhada
""")
