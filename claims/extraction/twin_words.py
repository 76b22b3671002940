"""What the words of two sentences mean for each other when they are compared: for twins.py."""

from claims.text.patterns import words

# They carry no fact: articles, pronouns, forms of "to be" and "to have", prepositions, what a paper adds.
IDLE = words("""
    a an the this that these those it its he she they him her his hers their theirs them we us our i me my you
    your who which what whose is are was were be been being am has have had having do does did will would
    shall set due of in on at by for to with as and or so but then into onto during per cent there here
    also too very just now new already still currently recently such said say says told tells according
    """)
# A sentence that begins with one of these is about what was said before it.
POINTING = words("he she it they his her its their this that these those here there then")
# On one side alone they turn the meaning round, or take it back.
TURNING = words("""
    not no never none nor neither without nobody nothing hardly barely cannot except despite rather instead
    fail failed fails refuse refused refuses deny denied denies reject rejected rejects false
    may might could should allegedly reportedly possibly perhaps probably likely unlikely
    if unless whether only half want wants wanted plan plans planned hope hopes hoped
    intend intends intended claim claims claimed alleges alleged rumour rumours rumor rumors
    """)
# A sentence may name one more, but must name those of the point.
DIRECTIONS = words("""
    rise fall more less fewer least most over under above below before after until since from first last
    up down almost nearly about around double half gain lose win higher lower
    """)
# What they make of the number after them.
APPROXIMATIONS = {
    **dict.fromkeys(["almost", "nearly", "under", "below", "less", "fewer", "most"], "<"),
    **dict.fromkeys(["more", "over", "above", "least"], ">"),
    **dict.fromkeys(["about", "some"], "~"),
    "to": "=",  # "rose to 4 percent" is not "rose by 4 percent"
}
_SAME = """
    rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climbed
    fall falls fell fallen falling drop drops dropped decline declined declines decrease decreased decreases
    begin begins began begun beginning start starts started starting commence commenced
    end ends ended ending finish finished conclude concluded
    buy buys bought buying purchase purchased
    sell sells sold selling
    speak speaks spoke spoken speaking
    meet meets met meeting
    write writes wrote written writing
    see sees saw seen seeing
    know knows knew known
    keep keeps kept keeping
    send sends sent sending
    bring brings brought bringing
    run runs ran running
    draw draws drew drawn
    choose chooses chose chosen
    build builds built building construct constructed
    lose loses lost losing
    win wins won winning
    gain gains gained gaining
    about around roughly approximately
    nearly almost
    percent % percentage
    spend spends spent spending
    pay pays paid paying
    take takes took taken taking
    make makes made making
    go goes went gone
    come comes came
    get gets got
    give gives gave given
    hold holds held
    cut cuts cutting
    show shows showed shown
    find finds found
    leave leaves left
    talks negotiations
    0 zero
    1 one
    2 two
    3 three
    4 four
    5 five
    6 six
    7 seven
    8 eight
    9 nine
    10 ten
    11 eleven
    12 twelve
    """
# Each word and the one that stands for it.
EQUAL = {word: line.split()[0] for line in _SAME.splitlines() for word in line.split()}
