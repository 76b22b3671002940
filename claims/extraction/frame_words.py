"""The words that stand around what a sentence states: openings, comments, verbs of reporting, doubts."""

from claims.text.patterns import words

JOINING = words("and but yet so or nor")
# Left out at the head of a claim, but not in "but for the grant", "yet another".
OPENING = words("and but yet")
BOUND = words("for another more again to")
LOOSE = words(", ; : – — - -- … ... • *")
# Openings that say nothing of the matter, up to their comma.
LEAD_INS = frozenset(
    tuple(phrase.split())
    for phrase in """
    on the other hand, to be sure, in other words, after all, by contrast, in contrast, in addition,
    in fact, in short, in summary, in conclusion, in particular, in brief, in turn, in the end, of course,
    for example, for instance, even so, that said, and now, what is more, what 's more,
    more importantly, most importantly, looking ahead, looking back, in hindsight, however, moreover,
    furthermore, nevertheless, nonetheless, meanwhile, therefore, consequently, thus, hence, likewise,
    similarly, conversely, additionally, besides, instead, indeed, so, still, finally, first, firstly,
    second, secondly, third, thirdly, lastly, ultimately, notably, importantly, interestingly, curiously,
    ironically, remarkably, strikingly, surprisingly, unsurprisingly, tellingly, crucially, significantly,
    unfortunately, fortunately, sadly, tragically, thankfully, shockingly, clearly, obviously,
    undoubtedly, naturally, that aside, all in all, to begin with, in reality, above all
    """.replace("\n", " ").split(",")
)
LONGEST_LEAD_IN = max(map(len, LEAD_INS))
# What nothing that is left out may hold: without it the claim would say more than its sentence.
DOUBTING = words(
    """
    not n't n’t no never none nor neither nobody nothing without hardly barely scarcely few if unless whether
    when allegedly reportedly supposedly hypothetical false falsely fake wrong wrongly mistaken mistakenly
    incorrectly erroneously misleadingly untrue true truth lie lied lies hoax myth rumour rumor rumours rumors
    satirical satire joke jokingly fictional fictitious invented unfounded baseless unproven unconfirmed
    disputed disputes doubt doubts doubtful unclear draft
    """
)
# Labels by which what follows is no statement of the author, or holds for those alone who were asked.
UNREAL = words(
    "claim question goal aim target plan scenario case example plot novel film promise poll survey forecast"
)
# "In a surprising development": nouns that only announce.
ANNOUNCING = words(
    """
    development turn twist move shift pivot step departure sign signal surprise blow boost reversal setback
    breakthrough statement level note message rebuke gesture irony fashion way contrast respect
    """
)
# ", underscoring the fact that …"
COMMENTING_ON = words(
    """
    underscoring highlighting reflecting symbolizing symbolising implying demonstrating illustrating
    underlining marking fueling fuelling complicating cementing
    """
)
# The same of a thing; a named person or body may do it: "Ukraine seeks guarantees, often suggesting …".
SAYING_OF = words("suggesting signaling signalling emphasizing emphasising stressing indicating proving")
GOING_ON = words("adding saying noting warning arguing claiming calling citing although though while whereas")
SCALES = words("million billion trillion thousand m bn")
CLOSING = words("” \" ’ '")
HEDGES = words("potentially possibly perhaps presumably arguably effectively likely thus thereby")
CONCEDING = words("despite amid notwithstanding")
BACKDROP = words("backdrop background")
# Verbs that report a statement of fact: not a wish or promise, and not a denial, which turns it round.
REPORTING = words(
    """
    said says say told tells announced announces reported reports report stated states claimed claims
    argued argues added adds noted notes confirmed confirms stressed stresses emphasized emphasised
    emphasizes explained explains revealed reveals declared declares alleged alleges asserted asserts
    insisted insists acknowledged acknowledges admitted admits wrote writes testified tweeted replied
    estimated estimates concluded concludes warned warns indicated indicates found finds
    """
)
UNNAMED = words("it this that these those which who they we i you there one some many what nobody everybody")
