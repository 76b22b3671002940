from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.sentences import LONGEST, split

# A bar stands where a sentence ends.
HARD = """
Gov. Hochul and Sen. Schumer met on Monday.| They agreed.
B.B. King was born in 1925.| He died in 2015.
The U.S. President spoke at 5 p.m.| The crowd left.
The meeting at 5 p.m. Thursday was cancelled.
He arrived at 10 a.m. and left at noon.
No. 10 refused to comment.| No. 11 did as well.
He said no.| Then he left.
She lives at No. 10.| He lives at No. 12.
Inflation was 3.2 percent in May, 3.4 in June.
It cost $4.5 million.| It opened in 2019.
“It is over.| We won.”| He left.
"Is it over?" he asked.| "Yes!" she cried.
"Is it over?"| He did not know.
“Why now?” Smith asked the panel.
“No!” said the mayor.
He called it “a disgrace.”| The mayor disagreed.
He called it “a disgrace”.| The mayor disagreed.
(It was late.)| They left.
They left (it was late).| Nobody saw them.
They left early (see No. 4).
The report [see p. 12] was clear.
See pp. 12-14 and Fig. 3 for details.
Dr. Smith, Ph.D., spoke first.| Prof. Jones followed.
She holds a Ph.D. in physics.
He earned his Ph.D.| Then he moved to Oslo.
Apple Inc. reported profits.
He works at Apple Inc.| He earns a lot.
Acme Co. Ltd. of London fell 3 percent.
John F. Kennedy met Nikita S. Khrushchev.
J. K. Rowling and J.R.R. Tolkien are authors.
Mr. and Mrs. Smith met Ms. Jones.
It happened on Jan. 5.| On Feb. 6 it ended.
In Sept. 2019 it began.
Born in St. Louis, he moved to Mt. Vernon, Wash.
Visit www.example.org/path.html for more.| Or write to a.b@example.com.| Thanks.
See https://example.org/a.b?c=d.| It is there.
The file report.pdf was deleted.
He waited... and waited.
He waited...| Then he left.
He waited…| Then he left.
He waited . . . and waited.| She did . . .| Then he left.
„Es ist vorbei.“| He left.| »Mehr nicht.«| She stayed.
"No."| "Yes!"
It was chosen in Nov.| The vote was close.| On Nov. 5 it met.
It is 40 ft.| The ship is 3 ft. long.| The State Dept.| The Dept. of Health did.
Pvt. Roe and Asst. Sec. Lund left.| See para. 3.| It cost Kr. 400.
“We… We lost,” he said.
“I … do not know,” he said.
What?!| Really?
Yahoo! said profits rose.
They fell to 3.|Then they rose.
the wind out of the sails.|Volodymyr left.
to be logged in|Please refresh
Share withEmailFacebookCopy this link|Roe died in London.| Copy link|Skarn won.
The dam has six turbines|But it is old
He called it a flop. |• Turnout was 61% |• Seats: 80
It ended in 2019.|The war began.
The vote was 31–18.|Nobody cheered.
“It is over.”|The crowd left.
Prices rose by 5%.|Wages did not.
He lives in the U.K.| She lives in the U.S.
He lives in the U.S. now.
The U.S. Army and the U.N. Security Council met.
The U.N. said so.| The E.U. did not.
i.e. a ban, e.g. on cars, etc. and so on.
Cars, bikes, etc.| They were banned.
Smith et al. 2019 found no effect.
Smith v. Jones was decided in 1999.
It weighs 5 kg.| It is 3 ft. long.
The ship HMS St. Vincent sank.
1. First point.| 2. Second point.
a) First point.| b) Second point.
It is 5.30 p.m. now.
The temperature was -3.5 C.| It rose.
Article 5.2.1 applies.
Version 2.0 is out.| Version 3.0 is not.
“We won.” – Jane Doe
He asked, “Why?”| She said nothing.
She asked “Why?” and left.
‘It is over.’| He left.
'It is over.'| He left.
The so-called 'experts.'| They failed.
Lt. Gen. Ben Hodges and Maj. Gen. Smith agreed.
Rep. Omar (D., Minn.) voted no.
Sen. Smith (R-Fla.) said so.| Others agreed.
Calif. Gov. Newsom signed it.
Washington, D.C.| The capital slept.
Washington, D.C., is the capital.
It was Jr. Smith Jr.| He left.
Martin Luther King Jr. spoke in 1963.
Approx. 500 people came.
The firm, est. 1999, closed.
It closed at 4:30pm.| The index fell.
Is this it, Mr. President?| Yes.
Vitamin C.| It helps.
Plan B.| It failed.
I am.| So was I.| He left.
It was he and I.| They left.
Then there was Malcolm X.| He spoke.
A.I. is here.| A.I. will stay.
The F.B.I. raided it.| The C.I.A. did not.
He left.  |She stayed.
He left.”|She stayed.
He left.[1]| She stayed.
He left.[^1]| She stayed.
He left.¹²| She stayed.”³| They met.[1][2]
Ukraine’s forces (approx. 2,000 men) left.| Russia’s stayed.
He paid Rs. 500.| She paid Rs 600.
It has 5 million inhabitants.| 3 million are poor.
The talks failed.| “We tried,” he said.
The talks failed.| 'We tried,' he said.
The talks failed.| 31 people left.
The talks failed.| iPhone sales rose.
The talks failed.| €5 million was lost.
The talks failed.| — Reuters
LinkedIn said it would cut 700 jobs.
The link x.org/a?Query=1 is dead.
“Why now?”| The mayor asked nobody.
He said: “We won.| It is over.| Go home.”| She agreed.
“It is over.| We won,” he said.
The talks ended at 5 p.m.| Police said nothing.
Smith left early.”| Jones added that he did not.
"""


def sentences(text):
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gov. Smith met Sen. Jones in the U.S. Capitol on Jan. 5.",
        "Inflation rose 0.4 points to 5.1 per cent.",
        "It was decided in No. 10 Downing Street, at 10 a.m. London time.",
        "B.B. King and J. K. Rowling met Dr. No.",
        "“Why?” he asked.",
        "He waited … and left.",
        "The U.S. has 50 states, e.g. Ohio.",
        "Yahoo! bought it.",
        "See example.com or v1.2.",
        "See example.Com or write to press.Office@example.org today.",
        "The yearly talks between U.S. and Canadian farmers ended.",
    ],
)
def test_one_sentence_stays_one(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell. It rose!  Did it?", ["It fell.", "It rose!", "Did it?"]),
        ("He said: “We are ready.” She left.", ["He said: “We are ready.”", "She left."]),
        ("They moved to the U.S. The war went on.", ["They moved to the U.S.", "The war went on."]),
        (
            "the wind out of the mayor’s sails.Volodymyr left.",
            ["the wind out of the mayor’s sails.", "Volodymyr left."],
        ),
        ("to be logged inPlease refresh", ["to be logged in", "Please refresh"]),
        ("It was “over.”Then it began.", ["It was “over.”", "Then it began."]),
        ("戦争は終わった。平和が来た。", ["戦争は終わった。", "平和が来た。"]),
        ("One line\nof two. And more", ["One line\nof two.", "And more"]),
        ("It ended in 2019. Since then nothing.", ["It ended in 2019.", "Since then nothing."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_boundaries(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize("marked", HARD.strip().splitlines())
def test_hard_cases(marked):
    expected = [sentence.strip() for sentence in marked.split("|")]

    assert sentences(marked.replace("|", "")) == [sentence for sentence in expected if sentence]


def test_only_the_given_stretch_is_split():
    text = "Not this. But this. And that. Not that."

    assert [text[start:end] for start, end in split(text, 10, 29)] == ["But this.", "And that."]


def test_an_endless_sentence_is_cut_between_words():
    text = "word " * 1_000

    spans = split(text)

    assert max(end - start for start, end in spans) <= LONGEST
    assert "".join(text[start:end].replace(" ", "") for start, end in spans) == "word" * 1_000


@given(st.text(st.sampled_from("aA.!? \n“”'\"…。1")))
def test_every_character_that_shows_is_in_exactly_one_sentence(text):
    spans = split(text)

    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


def test_a_row_of_dots_is_no_harder_than_its_length():
    assert len(split((". " * 100_000).strip())) < 100_000  # quadratic work would take minutes
