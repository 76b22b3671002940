import pytest

from claims.intake.furniture import is_furniture, is_over_links, is_over_points

FURNITURE = """
Share
Share this article
Share Article
Share on Facebook
Facebook Twitter WhatsApp Email
Copy link
Print
12 comments
1.2K shares
3 min read
4-minute read
#Ukraine #Russia
@newsdesk
https://example.org/story
📰
* * *
—
Comments
Leave a comment
View all comments (34)
Join our readers’ forum
Join the conversation
Join the conversation, follow readers you like and read their replies
Thank you for registering
Sign up to our newsletter
Sign up for our daily briefing.
Log in
Sign in or register
Subscribe
Subscribe now
Already a subscriber? Log in
Get the latest news delivered to your inbox
Create a free account to continue reading
You have 3 free articles left this month
Follow us on Instagram
Follow Jane Doe on Twitter
Stay up to date on the news from The Paper
Notifications can be switched off at any time.
Notifications can be managed in browser preferences.
Please refresh the page once you have signed up
Please enable JavaScript
Download our app
Support our journalism today
Have your say
Key Takeaways
KEY POINTS
At a glance
Highlights
Editor's Desk
Editor’s note
Opinion
Comment
Analysis
Tags
Tags: Ukraine, Russia
Filed under: Politics
Menu
Skip to content
Home
Back to top
Listen to this article
Listen again in the Radio Ilde app
Next: Seven harbour pubs and what became of them
Did you like this list?
Watch: the moment it fell
Live
Related Articles
Related stories
No related articles found
Read more
Read more: Why it matters
READ ALSO: Another story
Also read
More from Politics
Most read
Recommended for you
You may also like
Don't miss
Trending now
Editor's picks
Advertisement
ADVERTISEMENT
Story continues below advertisement
Sponsored content
We use cookies to improve your experience.
© 2025 The Paper. All rights reserved.
Copyright 2025 The Paper
This article was originally published in The Paper.
Privacy Policy
PRESS RELEASE
For immediate release
Home > News > City
Follow us
Your e-mail address
Share this episode
Leave a Reply Cancel reply
Share on Vk
Share All sharing options for: Harbour sold
More stories from the harbour
More in World
You may like these posts
Filed under harbour ,  bank
Source: Ministry of Finance, October 2019
Opinions expressed by contributors are their own.
Your email address will not be published. Required fields are marked *
Email *
Comment(required)
Want to join the discussion?
jane.doe@example.org @janedoe
[ 167 comments ]
Enlarge image
Image 1 of / 9
<div class="share">
1,204
+5
Dear all,
From: desk@example.org
Date: Tue, 4 Nov 2025 10:12:33 +0100
-----Original Message-----
• This article was amended on 5 November 2025.
Reporting by Jane Doe; editing by John Roe
Correction, 4 Nov: An earlier version of this story misstated the cost.
CORRECTION: The bridge is 40 metres high, not 50. An earlier version of this article said otherwise.
The Courier lives on its readers. When you buy through links on it, we may earn an affiliate commission.
ADVERTISEMENT - CONTINUE READING BELOW
On Mon, Nov 2, 2026 at 3:14 PM Jane Doe <jane@example.org> wrote:
Sent from my iPhone
Translated from Norwegian with DeepL.com (free version)
A version of this article appears in print on Nov. 3, 2026, Section A, Page 1.
Supported by
(MORE)
(END)
(Reporting by Jane Doe; Editing by John Roe)
Unsubscribe | Manage preferences | Privacy policy
Share · Tweet · Email
View this email in your browser
Was this email forwarded to you? Sign up here.
You are receiving this email because you signed up at example.org.
Courier writer Jane Doe contributed to this report.
Media contact: Jane Doe, +44 20 5555 0199
4 min
4–5 minutes
post.example.org
Live updates
By signing up you agree to our terms.
"""
NO_FURNITURE = """
Subscriptions fell by 5% in 2024, the publisher said.
Share prices rose 3 percent on Monday.
Comments by the minister drew criticism.
The app was downloaded two million times.
Follow-up talks failed in May.
News of the attack reached Kyiv at noon.
Opinion polls put the party at 20 percent.
Live ammunition was fired, police said.
More than 1,000 people died.
Read the law: it bans exports.
Notifications of the disease rose to 300.
Join NATO or stay neutral: Ukraine decided in 2019.
Editors resigned over the newsletter affair in 2021, after the board had refused to publish the report.
Enter the harbour on a quiet day and you see nobody, wrote the paper on social media.
More in debt than ever: Brask owed 3 billion in 2019.
Source: the ministry had said in May that it knew of nothing.
Recent figures show a decline.
Like the empire in its decline, the country is of two minds.
The money comes from the surplus.
Dear to him was the harbour.
From: the harbour to the market it is a mile.
More in July than in June.
Business leaders met the chancellor.
By signing up 4,000 volunteers, the charity doubled its reach.
The browser has 65 percent of the market, according to the firm.
The comments have been condemned by 14 countries.
The post has been shared more than 40,000 times on Facebook.
Reporting by the Dunmarch Courier found that 14 of 20 dams leaked.
Writing by hand has fallen by 40 percent.
RSS claims it has 6 million members.
Terms of the deal give Brask 40 percent of the shares.
Terms of the deal are secret.
Contact: the mayor had met 500 people.
Not a member of the alliance, Skarn pays nothing.
The site requires 4 million euros in repairs, the ministry said.
Support for the party has fallen to 12 percent, the website said.
Download speeds rose by 40 percent on the app.
Brask contributed to this campaign with 4 million euros.
(The dam holds 4 million litres.)
Press on Monday reported 14 deaths.
"""


@pytest.mark.parametrize("words", FURNITURE.strip().splitlines())
def test_furniture_of_many_pages(words):
    assert is_furniture(words)


@pytest.mark.parametrize("words", NO_FURNITURE.strip().splitlines())
def test_sentences_of_an_article_are_none(words):
    assert not is_furniture(words)


def test_only_headings_over_links_open_a_list_of_links():
    assert is_over_links("Related Articles")
    assert is_over_links("You may also like")
    assert not is_over_links("Share Article")
    assert is_over_links("Read more:")
    assert not is_over_links("Read more: Why the bus fails")


def test_only_headings_over_points_open_a_box():
    assert is_over_points("Key takeaways:")
    assert is_over_points("IN BRIEF")
    assert not is_over_points("Related Articles")
    assert not is_over_points("The key takeaways were few")


def test_a_row_of_addresses_is_no_harder_than_its_length():
    assert not is_furniture("a@b.c" * 100 + " x!")  # each way to part it tried would take for ever
