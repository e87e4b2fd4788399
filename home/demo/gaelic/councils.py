"""The directory in Gaelic, and what both councils say in the same words."""

from home.demo.gaelic.notation import passages

WORDS = passages("""
    All 32 councils: whom to call about support to find work, what help there is, and who leads the
    partnership.
    = Na 32 comhairlean uile: cò dhan cuir sibh fòn mu thaic gus obair a lorg, dè an cuideachadh a th’ ann,
      agus cò a tha air ceann a’ chom-pàirteachais.

    Contacts
    = Luchd-conaltraidh

    Services
    = Seirbheisean

    Partnerships Lead
    = Stiùiriche Chom-pàirteachasan

    Gaelic
    = Gàidhlig

    Free
    = An-asgaidh
""")
