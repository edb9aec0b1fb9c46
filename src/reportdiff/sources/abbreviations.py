"""Words whose full stop does not end a sentence, and words that begin one."""

from __future__ import annotations

BEFORE_NAME = frozenset(
    """adm amb asst atty brig capt cmdr col cpl dr drs fr gen gov hon insp lt maj messrs mr mrs ms mt pfc pres prof pvt
    rep reps rev sen sens sgt sr. st ste supt treas msgr mx mme mlle pte ft""".split()
)
"""Titles and saints: a name follows."""

BEFORE_MORE = frozenset(
    """al alt app approx arr art arts aug avg apr bn c ca cap cf ch chap cl dec dept dist div ed eds eq est et etc ex
    exec ext fax feb fed fig figs fl fn fol gal hr hrs ib ibid id illus incl intl jan jul jun lat lb lbs loc long mar
    max mfg mgr mi min misc mm mn mo mos mt nat natl neg no nos nov oct op oz p para paras pers pg pkg pl pop pp prelim
    prep prob prov pt pts pub qt qtr ref refs reg regs repr resp ret rev sched sec sect secs sep sept seq sp spec spp sq
    stat subd subpara subsec supp tel telephone temp tn tr trans u univ v var viz vol vols vs wk wt yd yr yrs h.r s.res
    h.res p.l rept h.rept s.rept""".split()
)
"""What goes on with a number, a name or the rest of the sentence."""

COMPANY = frozenset("assn ave bldg blvd bros co corp cos dist gmbh inc int'l intl jr llc ltd mfg plc rd sr sq".split())
"""These end a name, and now and then a sentence."""

NUMBERED = frozenset("figure table chart box section map annex article chapter part appendix page exhibit".split())
"""A number with a full stop behind these is part of a name."""

NEVER_LAST = frozenset("e.g i.e cf vs viz c.f i.a a.k.a n.b".split())
"""Dotted words after which the sentence always goes on."""

OPENERS = frozenset(
    """A According Accordingly Additionally After Afterwards Against All Also Although Among An And Another Any As At
    Based Because Before Besides Between Beyond Both But By Consequently Currently Despite Due During Each Earlier
    Either Even Every Few Finally First Following For From Further Furthermore Given
    He Hence Her Here His How However If In Including Indeed Instead It Its Later Many Meanwhile Moreover More
    Most Much Nearly Neither Nevertheless Next No Nonetheless Nor Not Note Notably Now Of On Once One Only Or
    Other Others Our Out Over Overall Part Recent Regarding Second Several She Similarly Since So Some Still Such That
    The Their Then There Therefore These They Third This Those Though Through Throughout Thus To Today Together Two
    Under Unlike Until Upon Using We What When Where Whereas Whether Which While Who Why With Within Without You
    Your""".split()
)
"""Words that, written with a capital, most often begin a sentence."""
