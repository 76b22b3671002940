"""Words of saying: who says, the verbs by what they need to say something, the nouns for what was said."""

from claims.extraction import vocabulary
from claims.text.patterns import words

PRONOUNS = words("he she it they")
FIRST_PERSON = words("i we")
NO_SOURCE = words(
    """
    this that these those which who you there one some many what whoever nobody everybody others all
    everyone anyone anybody nothing
    """
)
# Nouns that report without an owner named.
ABSTRACT = words("history figures data announcement statement news evidence statistics numbers facts")
STUDIES = words("reports study survey poll report analysis audit inquiry review investigation paper census")
# People and bodies: of others it takes a name to say something.
SAYERS = vocabulary.TITLES | STUDIES
SAYERS |= words(
    """
    official officials government opposition police party council councillor councillors committee court
    company firm union unions association ministry ministers office agency spokesmen leaders leadership
    analyst analysts expert experts critic critics campaigner campaigners resident residents local locals
    witness witnesses lawyer lawyers prosecutor prosecutors doctor doctors teacher teachers farmer farmers
    soldier soldiers commander commanders senators lawmakers legislators editor editors diplomat diplomats
    source sources observer observers ally allies bodies nations countries states authorities authority
    regulator watchdog bank board commission department group groups organisation organization institute
    organisations organizations university museum newspaper magazine jury family mother father wife husband
    son daughter brother sister friend man woman men women people voters members supporters opponents author
    authors writer researcher researchers team engineer engineers administration embassy army navy military
    club charity treasurer bureau tribunal parliament congress senate chamber neighbour neighbours officer
    officers worker workers student students victim victims owner owners manager managers player coach
    agencies ministries offices committees councils companies firms banks parties families universities
    spokespeople economist scientist scientists academics academic investigators investigator inspectors
    inspector campaign startup developer developers operator operators builder builders airline airlines
    hospital hospitals school schools pilots nurses retailer supermarket manufacturer carmaker broadcaster
    publisher insurer lender media outlet outlets newspapers rival rivals
    """
)
# Verbs only people and bodies are the subject of, whatever their object.
SPEAK = words(
    """
    said says say saying told tells tell insisted insists insisting argued argues asserted asserts wrote
    writes replied replies tweeted testified quipped joked denied denies alleged alleges accused accuses
    vowed vows promised promises pledged pledges announced announces boasted complained explained
    """
)
# Verbs that say something only with a clause or a figure for their object, or as an aside.
THAT = words(
    """
    showed shows show found finds find added adds adding suggested suggests suggest indicated indicates
    indicate revealed reveals reveal estimated estimates estimate concluded concludes believe believes
    believed agrees agreed agree expects expected expect calculated calculates calculate thinks feared fears
    fear noted notes documented verified
    """
)
# Verbs of saying with a person or body as subject.
STATE = vocabulary.SAY - SPEAK - THAT - {"requested"}
STATE |= words(
    """
    expressed blamed blames urged urges cautioned cautions caution boasted complained complains remarked
    remarks commented responded countered conceded concedes maintains contends contended recalled recalls
    predicted predicts forecast forecasts announce warn warning claim claims argue announcing claiming
    denying declaring replying confirming vows cites cited disputes disputed promises pledges reiterated
    speculated demand admit confirm deny insist accuse acknowledge emphasize emphasise emphasises stress
    declare allege describe call calling explain promise pledge vow testify blame urge complain boast
    concede maintain contend recall predict cite signaled signalled assured assures
    """
)
WITH_PREPOSITION = {
    **dict.fromkeys(("spoke", "speaks", "spoken"), "of"),
    **dict.fromkeys(("pointed", "points"), "to"),
    **dict.fromkeys(("put", "puts"), "at"),
}
# What these have for their object says whether they report: not "called the police", "wrote a novel".
BY_OBJECT = words("called calls calling call wrote writes showed shows show shown denying denies denied")
# "Apprehensive that …" is said of what the clause holds.
MINDED = words(
    "apprehensive confident worried concerned convinced certain sure adamant optimistic pessimistic afraid"
)
OWNED = vocabulary.SAID | words(
    "insistence announcement warning suggestion estimate forecast contention argument"
)
# "Likes to say", "went on to say": the subject of the first verb speaks.
PASSING_ON = words(
    "likes like liked went goes go continued continues came used wants was is are were prefers"
)
