"""Small word lists that the cues look for. Lower case."""

from claims.text.patterns import words

SAY = words(
    """
    said expressed demanded demands requested asserts asserted says say saying told tells announced
    announces confirmed confirms claimed claims stated states reported reports argued argues added adds
    warned warns denied denies insisted insists acknowledged acknowledging emphasized emphasised emphasizes
    stressed stresses noted notes revealed reveals declared declares alleged alleges suggested indicated
    indicates described describes called calls wrote writes testified admitted admits accused accuses
    explained explains replied replies tweeted posted pledged vowed promised estimated estimates found finds
    showed shows concluded concludes
    """
)
# Words for what is not known yet.
PREDICTION = words(
    """
    will 'll wo shall would 'd could may might likely unlikely probably perhaps maybe possibly potentially
    potential expected expect expects predict predicts predicted forecast forecasts hope hopes hopefully
    upcoming plans seems seem appears appear if unless whether should
    """
)
OPINION = words(
    """
    think believe feel guess opinion crucial vital essential important importantly significant remarkable
    remarkably surprising surprisingly unfortunately fortunately clearly obviously arguably undoubtedly
    great good bad best worst better worse terrible wonderful beautiful amazing disgraceful shameful sad
    tragic stupid brave poignant stark strikingly genuine wrong right love hate wish prefer deserve deserves
    interesting noteworthy formidable immense profound critical sophisticated fair unfair ridiculous absurd
    outrageous brilliant proud happy glimmer robust meaningful challenging dilemma
    """
)
ADVICE = words("should must ought need needs let please consider remember imagine think ensure")
GENERALITY = words(
    """
    often typically generally usually normally sometimes always frequently rarely commonly tend tends any
    anyone everyone everybody people life history humans inherently nature ultimately
    """
)
CAUSE = words(
    """
    because caused causes cause causing led leads resulted results due prompting prompted prompts triggered
    triggers owing thanks consequently therefore blamed encouraged derailed forced
    """
)
COMPARISON = words(
    """
    than compared increase increased increases increasing decrease decreased decreases fell falls fallen
    rose rises risen grew grown grows doubled tripled halved quadrupled dropped drops declined declines
    higher lower fewer more less larger smaller bigger faster cheaper twice outnumber exceeds exceeded
    surpassed unlike whereas cut cuts raised gained lost
    """
)
SUPERLATIVE = words(
    """
    first last only most least largest biggest highest lowest smallest oldest youngest longest shortest
    worst best record never ever majority every largest-ever unprecedented sole none unanimous unanimously
    """
)
LAW = words(
    """
    law laws bill court courts ruling ruled legislation treaty constitution constitutional amendment illegal
    legal lawsuit sued charged convicted sentenced indicted acquitted sanctions sanction ban banned bans
    regulation regulations directive statute decree verdict judge supreme unlawful tax taxes voted vote
    signed veto vetoed ratified passed repealed
    """
)
TITLES = words(
    """
    president minister chancellor secretary spokesman spokesperson spokeswoman senator congressman
    congresswoman governor mayor ambassador general chairman chairwoman chair ceo director chief leader
    deputy professor king queen prince pope commissioner representative judge justice premier mp
    director-general founder
    """
)
FIRST_PERSON = words("i we my our me us myself ourselves i'm")
SECOND_PERSON = words("you your yours yourself folks ladies")
# Of the verbs of saying those that a thing can be the subject of: "the figures show".
OF_THINGS = words(
    """
    indicated indicates suggested showed shows found finds emphasizes stresses reveals notes describes
    concludes estimates estimated called calls
    """
)
# Things that somebody counts and publishes.
MEASURABLE = words(
    """
    jobs job unemployment employment deficit debt budget growth wages wage income incomes salary poverty
    crime crimes murder murders homicide prices price inflation population trade exports imports export
    import spending revenue economy gdp rate rates percentage average median turnout votes seats poll polls
    survey study research statistics figures data casualties deaths death killed wounded injured dead
    victims prisoners refugees immigrants migrants troops soldiers missiles weapons tanks jets warheads
    emissions temperature production output sales profit profits shares premiums costs cost insurance
    uninsured patients cases infections vaccinations students graduates schools teachers workers members
    households families homes acres miles barrels dollars euros pounds aid funding surplus
    """
)
# Nouns for something said.
SAID = words(
    """
    assertion assertions claim claims allegation allegations accusation accusations statement statements
    remark remarks testimony admission demand demands pledge pledges promise denial
    """
)
# Verbs by which a thing is given a meaning.
INTERPRET = words(
    """
    suggests suggest suggesting indicates underscores underscore highlights highlight reflects reflect
    signals signal represents represent symbolizes symbolises symbolize demonstrates reveals reveal serves
    serve implies imply complicates complicate fuels fuel undermines stresses emphasizes shows means mean
    proves raises underlines illustrates embodies signifies offers carries introduces poses adds sends
    """
)
