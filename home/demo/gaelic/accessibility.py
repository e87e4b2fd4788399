"""The accessibility statement in Gaelic."""

from home.demo.gaelic.notation import merged, passages

STATEMENT = passages("""
    Accessibility statement
    = Aithris so-ruigsinneachd

    How far this site can be used by everyone, what does not work yet, and what you can do about it.
    = Dè cho math ’s as urrainn don h-uile duine an làrach seo a chleachdadh, na rudan nach eil ag obair
      fhathast, agus na nì sibh mun deidhinn.

    What this statement covers
    = Na tha an aithris seo a’ gabhail a-steach

    This statement is about the website Employability in Scotland, which the Scottish Government runs
    together with COSLA. It does not cover the sites we link to.
    = Tha an aithris seo mun làraich-lìn Comasachd Obrach ann an Alba, a tha Riaghaltas na h-Alba a’ ruith
      còmhla ri COSLA. Chan eil i a’ buntainn ris na làraichean don dèan sinn ceangal.

    We want as many people as possible to be able to use it. You should be able to:
    = Tha sinn airson gum bi e comasach don àireimh as motha de dhaoine a cleachdadh. Bu chòir gun urrainn
      dhuibh:

    zoom in to 400% without having to scroll the page sideways
    = sùmadh a-steach gu 400% gun an duilleag a sgroladh gu aon taobh

    reach and use everything with a keyboard alone
    = a h-uile rud a ruighinn is a chleachdadh le meur-chlàr a-mhàin

    change colours, spacing and letters in your browser without losing words
    = dathan, beàrnadh is litrichean atharrachadh sa bhrabhsair agaibh gun fhaclan a chall

    listen to the pages with a screen reader
    = èisteachd ris na duilleagan le leughadair-sgrìn

    read every page without JavaScript
    = gach duilleag a leughadh às aonais JavaScript

    AbilityNet has advice on making your own device easier to use.
    = Tha comhairle aig AbilityNet air mar a nì sibh an t-inneal agaibh fhèin nas fhasa a chleachdadh.

    How accessible the site is
    = Dè cho so-ruigsinneach ’s a tha an làrach

    This website is <b>partially compliant</b> with the Web Content Accessibility Guidelines (WCAG) version
    2.2, level AA. The reasons are the issues listed here.
    = Tha an làrach-lìn seo <b>a’ gèilleadh gu ìre</b> ri Stiùiridhean So-ruigsinneachd Susbaint Lìn (WCAG),
      tionndadh 2.2, ìre AA. ’S iad na cùisean air an liosta an seo as adhbhar.

    What does not work yet
    = Na rudan nach eil ag obair fhathast

    Known issues
    = Duilgheadasan air a bheil sinn eòlach

    Found on 5 November 2026.
    = Air an lorg air 5 Samhain 2026.

    Content outside the rules
    = Susbaint taobh a-muigh nan riaghailtean

    The regulations do not require us to fix files published before 23 September 2018 that no service
    depends on. We offer them in another format when you ask.
    = Chan eil na riaghailtean ag iarraidh oirnn faidhlichean a chàradh a chaidh fhoillseachadh ro 23
      Sultain 2018 agus nach eil seirbheis sam bith an crochadh orra. Bheir sinn dhuibh ann an cruth eile
      iad nuair a dh’iarras sibh.

    Tell us about a problem
    = Innsibh dhuinn mu dhuilgheadas

    If something on this site does not work for you, or you need a page in another format, use the <a
    id="a1">contact page</a>. Say which page it is and what you need. We aim to answer within five working
    days.
    = Mura h-eil rudeigin air an làraich seo ag obair dhuibh, no ma tha sibh feumach air duilleag ann an
      cruth eile, cleachdaibh an <a id="a1">duilleag conaltraidh</a>. Innsibh dè an duilleag a th’ ann agus
      dè a tha a dhìth oirbh. Tha sinn ag amas air freagairt taobh a-staigh còig latha obrach.

    If you use British Sign Language you can reach us through <a id="a1">contactSCOTLAND-BSL</a>. <a
    id="a2">How such a call works</a>.
    = Ma tha sibh a’ cleachdadh Cànan Soidhnidh Bhreatainn, gheibh sibh fios thugainn tro <a
      id="a1">contactSCOTLAND-BSL</a>. <a id="a2">Mar a tha a leithid de ghairm ag obair</a>.

    If you are not content with our answer
    = Mura h-eil sibh riaraichte leis an fhreagairt againn

    The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites and Mobile
    Applications) (No. 2) Accessibility Regulations 2018. Its site is <a
    id="a1">equalityhumanrights.com</a>.
    = ’S e Coimisean na Co-ionannachd is Chòraichean a’ Chinne-daonna (EHRC) a tha a’ cur an gnìomh
      Riaghailtean So-ruigsinneachd 2018 airson Bhuidhnean Poblach (Làraichean-lìn is Aplacaidean
      Gluasadach) (Àir. 2). ’S e an làrach aige <a id="a1">equalityhumanrights.com</a>.

    If you are not content with how we deal with your complaint, contact the Equality Advisory and Support
    Service (EASS) at <a id="a1">equalityadvisoryservice.com</a>.
    = Mura h-eil sibh riaraichte leis mar a dhèiligeas sinn ris a’ ghearan agaibh, cuiribh fios gu Seirbheis
      Comhairle is Taic na Co-ionannachd (EASS) aig <a id="a1">equalityadvisoryservice.com</a>.

    How the site was tested
    = Mar a chaidh an làrach a dhearbhadh

    The team that builds the site tested it. What we did:
    = ’S e an sgioba a tha a’ togail na làraich a rinn deuchainn oirre. Na rinn sinn:

    every kind of page was checked by automatic tools (axe-core, HTML validation) on a wide and on a narrow
    screen
    = chaidh gach seòrsa duilleig a sgrùdadh le innealan fèin-obrachail (axe-core, dearbhadh HTML) air sgrìn
      leathann is air sgrìn chumhang

    every kind of page was used with a keyboard alone, and with JavaScript switched off
    = chaidh gach seòrsa duilleig a chleachdadh le meur-chlàr a-mhàin, agus le JavaScript dheth

    print, enlarged text and a high-contrast mode were checked
    = chaidh clò-bhualadh, teacsa meudaichte agus modh àrd-iomsgaraidh a sgrùdadh

    Automatic tools find only part of all problems. Disabled people have not tested the site yet, and there
    has been no independent audit. Both are still to come, and this page will say so when they have been
    done.
    = Cha lorg innealan fèin-obrachail ach pàirt de na duilgheadasan. Cha do rinn daoine ciorramach
      deuchainn air an làraich fhathast, agus cha robh sgrùdadh neo-eisimeileach ann. Tha an dà chuid
      fhathast ri thighinn, agus innsidh an duilleag seo nuair a bhios iad dèanta.

    About this statement
    = Mun aithris seo

    It was prepared on 18 June 2026 and last reviewed on 5 November 2026. We review it at least once a year
    and whenever the site changes in a way that matters here.
    = Chaidh a deasachadh air 18 Ògmhios 2026 agus chaidh a h-ath-sgrùdadh mu dheireadh air 5 Samhain 2026.
      Bidh sinn ga h-ath-sgrùdadh co-dhiù uair sa bhliadhna, agus uair sam bith a dh’atharraicheas an làrach
      ann an dòigh a tha cudromach an seo.
""")

ISSUES = passages("""
    Issue
    = Duilgheadas

    Who it affects
    = Cò air a bheil buaidh

    Criterion (WCAG 2.2)
    = Slat-tomhais (WCAG 2.2)

    To be fixed by
    = Ri chàradh ro

    Some PDF files have no tags, so their headings and lists are not announced. The same words are on the
    page that offers the file.
    = Chan eil tagaichean ann an cuid de dh’fhaidhlichean PDF, agus mar sin chan innsear mu na cinn is na
      liostaichean aca. Tha na h-aon fhaclan air an duilleig a tha a’ tabhann an fhaidhle.

    People who use a screen reader
    = Daoine a bhios a’ cleachdadh leughadair-sgrìn

    1.3.1 Info and relationships (A)
    = 1.3.1 Fiosrachadh is dàimhean (A)

    Some files have not been checked at all. The link to each of them says so.
    = Cha deach cuid de dh’fhaidhlichean a sgrùdadh idir. Tha an ceangal gu gach fear dhiubh ag ràdh sin.

    Anyone who opens such a file
    = Duine sam bith a dh’fhosglas a leithid de dh’fhaidhle

    Not known until the file has been checked
    = Chan fhios gus an tèid am faidhle a sgrùdadh
""")

WORDS = merged([STATEMENT, ISSUES])
