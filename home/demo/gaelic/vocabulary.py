"""The words that records are sorted under, in Gaelic."""

from home.demo.gaelic.notation import merged, passages

REGIONS = passages("""
    Highlands and Islands
    = A’ Ghàidhealtachd agus na h-Eileanan

    North East
    = An Ear-thuath

    Tayside
    = Taobh Tatha

    Central
    = Meadhan na h-Alba

    Fife
    = Fìobha

    Edinburgh and South East
    = Dùn Èideann agus an Ear-dheas

    Glasgow City Region
    = Roinn Baile Ghlaschu

    Ayrshire
    = Siorrachd Àir

    South
    = An Deas
""")

KINDS_OF_SERVICE = passages("""
    Key worker support
    = Taic bho phrìomh neach-obrach

    Skills and training
    = Sgilean is trèanadh

    Work experience
    = Eòlas obrach

    Employer engagement
    = Obair le fastaichean

    Health and work
    = Slàinte is obair

    Money and benefits advice
    = Comhairle mu airgead is sochairean

    Childcare and travel
    = Cùram-chloinne is siubhal

    Self-employment
    = Fèin-fhastadh

    In-work support
    = Taic fhad ’s a thathar ag obair
""")

CLIENT_GROUPS = passages("""
    Young people
    = Daoine òga

    Parents
    = Pàrantan

    Disabled people
    = Daoine ciorramach

    People with health conditions
    = Daoine le suidheachadh slàinte

    People with convictions
    = Daoine le dìteadh eucorach

    Care-experienced people
    = Daoine le eòlas air cùram

    Minority ethnic people
    = Daoine bho mhion-chinnidhean

    Refugees
    = Fògarraich

    People aged 50 and over
    = Daoine a tha 50 no nas sine

    Unemployed 12 months or more
    = Gun obair fad 12 mìos no còrr
""")

AUDIENCES = passages("""
    Local employability partnerships
    = Com-pàirteachasan ionadail comasachd obrach

    Local authorities
    = Ùghdarrasan ionadail

    Delivery partners
    = Com-pàirtichean lìbhrigidh

    Strategic partners
    = Com-pàirtichean ro-innleachdail

    Third sector
    = An treas roinn

    Employers
    = Fastaichean

    People who use services
    = Daoine a bhios a’ cleachdadh sheirbheisean

    Public
    = Am mòr-shluagh
""")

THEMES = passages("""
    Getting started
    = A’ tòiseachadh

    Health and wellbeing
    = Slàinte is sunnd

    Skills
    = Sgilean

    Families
    = Teaghlaichean

    Justice
    = Ceartas

    Rural and island life
    = Beatha air an dùthaich is sna h-eileanan

    Partnership working
    = Obair chom-pàirteachais
""")

HANDBOOK = passages("""
    National products
    = Toraidhean nàiseanta

    Supplementary resources
    = Goireasan a bharrachd

    Local resources
    = Goireasan ionadail

    Data resources
    = Goireasan dàta

    Statistics and evaluation
    = Staitistig is measadh

    Supporting documents
    = Sgrìobhainnean taice

    Employability in Scotland website and e-bulletin
    = Làrach-lìn is cuairt-litir dhealain Comasachd Obrach ann an Alba
""")

WORDS = merged([REGIONS, KINDS_OF_SERVICE, CLIENT_GROUPS, AUDIENCES, THEMES, HANDBOOK])
