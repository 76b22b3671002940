"""Words that carry a fact, by its kind. Words between two strokes say the same."""

from claims.text.numbers import WORDS
from claims.text.patterns import words

_SETS = {
    "negation": """
        not no n't | never | none nobody nothing neither nor nowhere | without | hardly barely scarcely
        | fail fails failed failing failure | deny denies denied denying denial | refuse refuses refused
        refusing refusal | lack lacks lacked lacking | unable | stop stops stopped stopping halt halted
        halts ceased cease | prevent prevents prevented avoid avoids avoided averted avert | instead |
        except excluding
    """,
    "amount": """
        all every each | both | some | any | several various multiple | many numerous plenty lots | much
        | few | most | majority | minority | only solely merely just | half | dozens | hundreds |
        thousands | millions | billions | once | twice double doubles doubled doubling | triple triples
        tripled tripling thrice | quadrupled | halve halves halved halving | single | about around
        roughly approximately circa | almost nearly virtually practically | per | average averaged |
        median | total totalled overall
    """,
    "rank": """
        first firstly | second secondly | third thirdly | fourth | fifth | sixth | seventh | eighth |
        ninth | tenth | eleventh | twelfth | last final
    """,
    "certainty": """
        may might | could | can | will shall | would | should ought | must | allegedly alleged
        supposedly | reportedly | probably likely presumably probable | unlikely improbable | possibly
        perhaps maybe | certainly definitely surely undoubtedly | possible feasible | impossible | if |
        unless | ? | whether | planned plans intends intended | expected expects anticipated anticipates
        forecast | believed believes thought thinks believe think
    """,
    "reason": """
        because due owing | despite notwithstanding | caused causes causing prompted
    """,
    "tense": """
        is are am | was were
    """,
    "person": """
        i me my mine myself | we us our ours ourselves | you your yours | he him his himself | she her
        hers herself | it its itself | they them their theirs themselves | man male | men | woman female
        | women | boy boys | girl girls | child youngsters | children kids | father fathers | mother
        mothers | son sons | daughter daughters | brother brothers | sister sisters | husband husbands |
        wife wives | teenager teenagers | police policemen | resident residents inhabitant inhabitants
        locals local | voter voters | critic critics | expert experts specialist specialists | analyst
        analysts | researcher researchers | scientist scientists | prosecutor prosecutors | lawyer
        lawyers attorney attorneys | judge judges | civilian civilians | worker workers employee
        employees | farmer farmers | tenant tenants renter renters | landlord landlords | student
        students | pupil pupils | teacher teachers | doctor doctors physician physicians | nurse nurses
        | patient patients | victim victims | witness witnesses | buyer buyers | seller sellers | driver
        drivers motorist motorists | owner owners proprietor proprietors | council councils | court
        courts | parliament | opposition | union unions | authorities | government governments
        administration | company companies firm firms business businesses enterprise | soldiers soldier
        troops servicemen | army military | people persons individuals individual
    """,
    "title": """
        president presidents | minister ministers | chancellor | secretary secretaries | spokesman
        spokesperson spokeswoman spokespeople | senator senators | congressman congresswoman | mayor
        mayors | governor governors | ambassador ambassadors | general generals | colonel | captain |
        major | sergeant | commander commanders | admiral | chair chairman chairwoman chairperson |
        director directors | deputy deputies | leader leaders | officer officers | official officials |
        lawmaker lawmakers legislator legislators | councillor councillors councilor councilors |
        commissioner commissioners | premier | king | queen | prince | princess | pope | bishop |
        professor professors | chief chiefs | head heads | boss bosses | manager managers | founder
        founders | former ex | acting | vice | current | senior | junior
    """,
    "time": """
        today | yesterday | tomorrow | tonight | monday mondays | tuesday tuesdays | wednesday
        wednesdays | thursday thursdays | friday fridays | saturday saturdays | sunday sundays | january
        | february | march | april | june | july | august | september | october | november | december |
        spring | summer | autumn | winter | morning | noon midday | afternoon | evening | night |
        midnight | am | pm | hourly | daily | weekly | monthly | yearly annual annually | weekend
        weekends | century centuries | next | past previous | ago | earlier | later | soon shortly |
        before | after following | since | until till | during throughout | already | now currently
        presently | always constantly | often frequently regularly | sometimes occasionally | rarely
        seldom infrequently
    """,
    "unit": """
        seconds | minute minutes | hour hours | day days | week weeks | month months | year years |
        decade decades | % percent percentage | point points | km kms kilometre kilometres kilometer
        kilometers | metre metres meter meters | cm centimetre centimetres centimeter centimeters | mm
        millimetre millimetres millimeter millimeters | mile miles | yard yards | foot feet | inch
        inches | hectare hectares ha | acre acres | gram grams | kg kilo kilos kilogram kilograms
        kilogramme kilogrammes | tonne tonnes | ton tons | ounce ounces | pound pounds £ | litre litres
        liter liters | gallon gallons | barrel barrels | degree degrees | celsius | fahrenheit | watt
        watts | kw kilowatt kilowatts | mw megawatt megawatts | gw gigawatt gigawatts | kwh
        kilowatt-hour | dollar dollars $ | euro euros € | yen ¥ | rouble roubles ruble rubles ₽ |
        hryvnia hryvnias ₴ | rupee rupees ₹ | franc francs | cent cents | pence | thousand k | million
        mln | billion bn | trillion tn | hundred | dozen
    """,
    "direction": """
        rose rise rises risen rising increase increased increases increasing grew grow grows grown
        growing climb climbed climbs growth gain gained gains up swelled mounted | jumped soared surged
        surge surges jump jumps soar soars spiked | fell fall falls fallen falling decrease decreased
        decreases decreasing decline declined declines declining drop dropped drops shrank shrink
        shrinks shrunk slid slipped down dipped sank | slumped plunged plummeted crashed tumbled
        collapsed | more greater | less fewer | higher | lower | bigger larger | smaller | above over
        exceeding exceeds exceeded | below under beneath | least | highest top | lowest bottom | biggest
        largest | smallest | longer | shorter | longest | shortest | faster quicker | slower | stronger
        | weaker | better | worse | best | worst | older | younger | oldest | youngest | earliest |
        newest latest | richer | poorer | cheaper | dearer | maximum | minimum | high | low | improved
        improve improves enhanced | worsened worsen worsens | raised raise raises added add adds lifted
        hiked boosted | cut cuts lowered reduced reduce reduces slashed trimmed | expanded expand
        expands enlarged broadened | strengthened | weakened | widened | narrowed
    """,
    "place": """
        north northern northwards | south southern southwards | east eastern eastwards | west western
        westwards | inside within | outside beyond | near nearby close alongside | from | into | abroad
        overseas
    """,
    "relation": """
        by | against | between | than
    """,
    "word": """
        won win wins winning beat beats victory triumphed | lost lose loses losing defeat defeated |
        tied draw drew | success succeeded succeeds successful | approved approve approves authorised
        authorized ratified | accepted accept accepts | backed backs supported support supports backing
        back endorsed endorses endorse | adopted passed | agreed agree agrees consented | welcomed
        welcomes praised praises | rejected reject rejects vetoed blocked | opposed oppose opposes |
        disagreed disagree disagrees | condemned condemns criticised criticized criticises | allowed
        allow allows permitted permit permits let lets | banned ban bans forbade forbidden prohibited
        outlawed barred | legal lawful legitimate | illegal unlawful illicit | opened open opens
        reopened | closed close closes shut shuttered | began begin begins begun started start starts
        starting commenced launched beginning commence initiated initiate initiates | ended end ends
        ending finished finish finishes concluded concludes conclude terminated terminate | bought buy
        buys purchased purchase purchases acquired buying purchasing acquire acquires | sold sell sells
        sale sales | imports import imported | exports export exported | false untrue wrong disproved
        incorrect inaccurate | true right correct accurate | guilty convicted | innocent acquitted
        cleared | alive survived survive | born | dead died die dies dying death deaths perished |
        killed kill kills slain | injured wounded hurt injuries harmed | unhurt unharmed | hired
        appointed named recruited employed | elected | joined joins | entered enter enters arrived
        arrive arrives | fired dismissed sacked | resigned quit stepped | left leave leaves departed
        depart departs | present attending | absent | included including include includes | public |
        private | good fine great decent | bad | hot | cold | cheap inexpensive affordable | expensive
        costly pricey | easy simple | hard difficult tough arduous | safe secure | dangerous risky
        hazardous | rich wealthy affluent | poor impoverished needy | early | late | fast quick swift
        rapid | slow | strong robust powerful | weak feeble | young youthful | big large huge sizeable
        vast enormous giant | small little tiny minor | long lengthy | short brief | wide broad | narrow
        | full | empty vacant | new newly recent recently fresh novel | old ancient aged elderly | built
        building build constructed construction builds erected erect | destroyed demolished destroy
        wrecked ruined razed | gave give gives given provided provides grant granted grants | received
        receive receives got get gets obtained obtain | lent lend lends | borrowed borrow borrows |
        earned earn earns | spent spend spends | saved save saves | arrested detained apprehended |
        released freed liberated | attacked attack attacks assaulted assault struck
    """,
}


def _meanings() -> dict[str, tuple[str, str]]:
    """The kind and value of each word; the first set that has it counts."""
    found: dict[str, tuple[str, str]] = {}
    for kind, sets in _SETS.items():
        for one in sets.split("|"):
            for word in one.split():
                # One minister is not several.
                several = kind in {"person", "title"} and word.endswith("s") and word[:-1] in one.split()
                found.setdefault(word, (kind, one.split()[0] + "s" * several))
    return found | {word: ("number", str(number)) for word, number in WORDS.items()}


MEANINGS = _meanings()
# What is counted may go by either name.
COUNTED = {"houses": "homes", "house": "home", "persons": "people", "kids": "children"}
COUNTED |= {"inhabitants": "residents"}
# They bring what somebody says: who stands beside them is its claimant.
SPEECH = words(
    """
    said says say tell tells told stated states announced announces declared declares argued argues wrote
    writes reported noted notes explained explains warned warns insisted insists claimed claims added adds
    tweeted replied asked suggested suggests acknowledged confirmed confirms admitted admits promised promises
    pledged vowed demanded complained predicted recalled
    """
)
# They may come and go, and open a sentence with a capital letter, without a change in what is stated.
FILLERS = words(
    """
    the a an this that these those there here and but or so yet when while where why how what who which
    whose whom although though however meanwhile moreover furthermore in on at for with of to as then also
    even still just is are was were be been being has have had do does did very too quite rather really
    indeed thus therefore hence finally other another own like again well not if because after before since
    by from no all both every each some any many most few several their our my your his her its it he she
    they we you unlike such additionally whilst nevertheless nonetheless likewise similarly consequently
    whereas besides
    """
)
