"""What surrounds an article on its page: share bars, prompts, boxes, notices. For short units only.

The rules name kinds of furniture, not the pages they were seen on: a label that stands alone, an opening that
only furniture has, a count, or an appeal to the reader to do something with the site.
"""

import re

from claims.intake.units import TAG
from claims.text.patterns import alternatives

LONGEST = 60  # words; nothing longer is furniture
LONGEST_APPEAL = 30  # words; longer ones have something to say about the world

_NETWORK = alternatives(
    """
    facebook|twitter|x|whatsapp|linkedin|instagram|telegram|reddit|pinterest|youtube|tiktok|threads|bluesky
    flipboard|messenger|google(?: news|\\+)?|(?:e-?)?mail|apple news|mastodon|tumblr|vk|odnoklassniki|xing
    stumbleupon|digg|buffer|pocket|mix|snapchat|wechat|weibo|sms|nextdoor|print
    """
)
_LINKS = alternatives(
    """
    articles?|stories|story|posts?|news|reading|reads?|content|coverage|topics?|links?|videos?|headlines|tags?
    picks?|choice|viewed|popular|shared|watched|commented|like this|from .{1,40}|on this(?: story| topic)?
    desk
    """
)
# Headings over the points of a box that sums the article up.
_POINTS = alternatives(
    r"""
        (?:(?:the|our|main|key|top|four|five|six|3|4|5|6) )?(?:key|main|top|quick) (?:takeaways?|points?|\
            facts?|findings|developments|moments|summary)(?: (?:from|of|in) .{1,60})?
        takeaways|highlights|story highlights|at a glance
        in (?:brief|short|a nutshell|this article|this story)|tl;?dr|the gist
        (?:quick|ai|article) (?:read|summary|facts)|summary
        what (?:you need|we know) (?:to know|so far)
    """
)
OVER_POINTS = re.compile(_POINTS, re.IGNORECASE)
# The whole unit is one of these, whatever stands around it (icons, counts, arrows).
LABEL = re.compile(
    alternatives(
        rf"""
        (?:share|print|save|e-?mail|copy|bookmark|gift|republish)(?: (?:this|the|full|a|link|article|story|\
            page|post|episode))*
        (?:share|like|follow|find|tweet|post|join)?(?: us| this)?(?: ?on| ?via| \
            ?to)? ?{_NETWORK}(?: (?:and )?{_NETWORK})*
        (?:share|save|print)(?: (?:via|by|on|with|to|a|friends?|options|this|all|your|link|entry|selection|\
            permalink|thoughts|cancel reply|{_NETWORK}))+
        (?:(?:show|close|hide) )?(?:more |extra |all )?(?:share|sharing) (?:options|buttons|panel|tools)
        (?:\[ ?)?(?:leave|post|add|write|submit) a (?:reply|comment)(?: cancel reply)?|(?:cancel )?reply
        (?:(?:view|show|see|read|post|leave|add|write|load|hide|open|close|jump to|go to|join) )?(?:(?:all|\
            more|a|your|the) )?(?:first )?(?:comments?|replies|conversation|discussion)(?: section)?
        {_POINTS}|(?:table of )?contents
        (?:related|recommended|suggested|more|other|latest|recent|top|popular|trending|similar|previous|next|\
            further|featured|must|most) (?:\w+ ){{0,2}}{_LINKS}(?: (?:in|on|from|by|about) .{{1,40}})?
        (?:our|the) {_LINKS}
        editor['’]?s?(?: (?:desk|note|notes|picks?|choice))?|editorial(?: board)?
        no (?:(?:related|more|other|new) )?(?:articles?|stories|comments?|results|posts?)(?: (?:found|yet|\
            available|to show))?
        (?:you (?:may|might)|readers) also (?:like|be interested in|read|enjoy)|recommended(?: for you)?
        (?:you|readers) (?:may|might) (?:also )?(?:like|be interested in|enjoy)(?: these? .{{1,20}})?
        trending(?: now)?|most read|popular|related|recent|latest(?: issue)?|previous post|next post
        post navigation|explore(?: further)?|(?:read|up) (?:next|later)|read on-?line|quick links?
        tags?|topics?|categor(?:y|ies)|keywords|filed under|sections?
        (?:scroll|skip) (?:down )?(?:to|for) .{{1,40}}|continue reading(?: below)?
        skip (?:past )?.{{0,40}}(?:promotion|advertisement|content|navigation)
        (?:article|story) continues (?:below|after)(?: (?:the )?(?:ad(?:vertisement)?|.{{0,11}}promotion))?
        advert(?:isement|ising|orial)?s?|ads?|sponsored(?: (?:content|by .{{1,40}}))?|promoted|promotion
        partner content|paid (?:content|post|partnership)(?: .{{1,40}})?
        (?:log|sign) ?(?:in|out|up|on)(?: (?:or|/) (?:register|sign up|subscribe|create .{{1,20}}))?
        register(?: (?:now|free|for free))?
        subscribe(?: (?:now|today|here|for .{{1,20}}))?|(?:my )?account|newsletters?|donate(?: now)?
        support us|become a (?:member|subscriber|supporter)
        home(?:page)?|menu|search|navigation|back(?: to (?:top|home|.{{1,20}}))?|close|next|previous|more
        load more|see (?:more|all)|show more
        view (?:all|more|gallery|images?(?: in fullscreen)?)|open (?:image|menu|search).{{0,20}}|loading
        expand|print|top|breaking|live|exclusive
        (?:image|photo|picture) gallery|gallery|image|video|watch|play|pause|listen|photo(?:s|graph)?
        (?:watch|listen to|play|hear|watch live|read)(?: (?:this|the))? ?(?:article|story|video|audio|live|\
            podcast|episode|aloud|full story|more)
        (?:read|show|learn|find out|discover|see) more(?: (?:here|below|stories|about this|news))?|also read
        read also|see also|don['’]t miss
        comment|opinion|analysis|voices|world|politics|business|sport|culture|news|explainer|explained
        features?|long reads?
        staff|authors?|about (?:us|the authors?)|contact(?: us)?|terms.{{0,30}}
        privacy(?: (?:policy|notice|settings))?|cookies?(?: (?:policy|settings|preferences))?
        (?:press|news|media) (?:release|contacts?)|for immediate release|embargoed.{{0,40}}|notes to editors
        ends
        search (?:form|results|here|in posts|this site)|enter search terms.{{0,10}}|site search|text size
        ad ?choices|sponsored links|promoted stories|no thanks|copied|e-?mail me|give feedback|short url
        disclaimers?|stay (?:updated|informed)|keep up to date|(?:daily |free )?newsletter sign[ -]?up
        (?:name|e-?mail|website|comment)(?: address)? ?(?:\*|\(required\))|report|send|embed|shares?
        enlarge(?: image| photo)?|(?:image|photo|slide|picture) \d+ ?(?:of|/)[ /]*\d+|photos|slideshow
        follow us|submit|tweet|pin it|like loading|(?:subscriber|user) agreement.{{0,30}}|(?:our|the) team
        from our sponsors?
        more on|no comments yet.{{0,30}}|advertise(?: with us)?|your (?:name|e-?mail|password)(?: address)?
        [\w ]{{2,20}}(?: [>›»/] [\w ]{{2,20}}){{1,5}}
        corrections?|faqs?|help|careers|reuters|afp|ap|getty(?: images)?|accept(?: all)?(?: cookies)?
        reject(?: all)?|manage (?:preferences|cookies|options)
        """
    ),
    re.IGNORECASE,
)
# The unit begins like this, whatever follows.
OPENING = re.compile(
    alternatives(
        r"""
        share (?:on|by|via|this|all|your|permalink|selection)\b|all sharing options|sharing is caring
        filed under\b|posted in\b(?=.*(?:\||comments?\b|permalink))|(?:names|tags?|topics) in this article
        (?:related|previous|next) (?:posts?|roundups?|reading|topics?) ?(?::|\||»|→|>|–)
        researched by:?|researchers?:|fact[ -]?check(?:ed)? by
        (?:the )?(?:views|opinions) expressed\b|our standards:|follow .{1,30} on$
        (?:you must|please) (?:be logged|log|sign) in\b|your e-?mail (?:address )?(?:will|is)\b
        comments? powered by|required fields|no spam\b|(?:this|the) (?:slideshow|site|page|video) requires\b
        loading (?:content|comments?|more)|an error (?:has )?occurred|media playback is\b
        want (?:to join the|more|to (?:read|know) more)\b|like this (?:story|article|post)\b
        feel free to (?:contribute|comment|share)|you are (?:signed|logged) in|you are here:
        (?:read|see|also|watch|listen|more|related|recommended|share|tags?|topics?|categor(?:y|ies)|keywords|\
            filed under|(?:up )?next|icymi) ?(?::|\||»|→|>|–)
        (?:related (?:article|story|stories|articles|news|content)|read (?:more|also|next|full story)|\
            also read|see also|don['’]t miss) ?(?::|\||»|→|>|–)
        (?:follow live|live (?:updates?|blog)|editor['’]?s picks?|in case you missed it) ?(?::|\||»|→|>|–)
        (?:©|\(c\) |copyright (?:©|\d{4}|\(c\))|all rights reserved)
        (?:we|this (?:site|website|page)|our (?:site|website))(?: and our (?:\d+ )?partners)? (?:use|value|\
            store)s? (?:cookies|your privacy|and/or|information)
        by (?:clicking|continuing to|signing up|subscribing|submitting|entering your|registering|using this)\b
        (?:sign|signed) up (?:for|to|here|now|today|with)\b|(?:un)?subscribe (?:to|now|today|here|for|from)\b
        (?:log|sign) in (?:to|or|here|with|now)\b|(?:already|not) a?  ?(?:subscriber|member|registered)\b
        already (?:have an account|a subscriber)
        create (?:a|an|your) (?:free )?account|forgot(?:ten)? (?:your )?password
        (?:follow|like|find|join|add) (?:us|our) (?:on|at|in|whatsapp|telegram|channel|as)\b
        follow @?[\w .]{1,30} on (?:x|twitter|facebook|instagram|whatsapp|telegram|bluesky|linkedin)\b
        please be (?:mindful|respectful|civil|kind)\b|as you comment\b|comments? (?:policy|guidelines|rules)
        community (?:rules|guidelines|standards)
        registration on or use of|(?:your )?use of this (?:site|website)
        (?:this|the) (?:story|article|post) has been shared
        (?:every|each) (?:day|week|morning) we send|notify me\b|you have succe(?:s+)fully
        further information on data|why you can trust
        thank(?:s| you) for (?:registering|subscribing|signing|reading|joining|your (?:subscription|\
            registration|comment|support))
        please,? (?:fill|refresh|reload|log|sign|enable|disable|enter|check your|try again|click|wait|\
            note that comments|consider|turn (?:on|off))\b
        please (?:update your|allow|verify|confirm|select|support|subscribe|share|whitelist)\b
        (?:your|an|the) (?:browser|ad ?blocker|web browser)\b
        (?:enable|disable) (?:javascript|cookies|notifications|your ad)|javascript (?:is|must)\b
        notifications? (?:can|may|are|will) |stay (?:up to date|informed|tuned|connected|ahead)\b|never miss\b
        (?:get|receive) (?:the|our|all|your|a|more|daily|weekly|breaking|unlimited|full|notified|alerts|\
            updates|news)\b(?=.*\b(?:inbox|newsletters?|e-?mail|app|alerts?|notifications?|briefing|\
            delivered)\b)
        join (?:our|the|over|more than|thousands|thought)\b(?=.*\b(?:comment\w*|conversations?|discussion|\
            forum|readers|subscribers|newsletter|whatsapp|channel|telegram|debate)\b)
        (?:the )?(?:comments?|commenting) (?:are|is|section is|have been|on this)\b
        be the first to (?:comment|share|know|react)|have your say|what do you think\?
        (?:download|get|install|try) (?:the|our) (?:\w+ ){0,3}app\b
        (?:available|listen|watch) (?:on|via) (?:apple|spotify|google|youtube|itunes)
        (?:support|donate to|contribute to) (?:our|us|independent|quality)\b(?=.*\b(?:journalism|newsroom|\
            reporting|today)\b)
        (?:we|if you)(?: may| might)? ?(?:earn|receive) (?:an? )?(?:small )?commission
        (?:this (?:article|story|content|post) (?:is|was) (?:originally|first published|also|exclusive|\
            reserved|republished|for subscribers|available to))
        originally published
        (?:you have|you['’]ve) (?:\d+|no|reached|read|used|run out|been|successfully|already|subscribed)\
            \b(?=.*\b(?:articles?|limit|subscri\w+|free|account|link|e-?mail|password)\b)
        (?:to )?(?:continue|keep) reading\b|unlock (?:this|full|unlimited|the)\b
        to read (?:the full|more|this)\b
        (?:this|the) (?:article|story|post|piece) (?:was|has been) (?:amended|corrected|updated|edited)\b
        (?:corrections?|clarifications?|editor['’]s note) ?:|do you have an opinion\b
        (?:do you have|got|have) a (?:tip|story|news tip|question|confidential tip)\b
        (?:contact|e-?mail) (?:the (?:author|reporter|newsroom|editor)|us)\b
        did you (?:like|enjoy|find) this (?:article|story|list|post|page)\b|vote for your\b
        write to us|send (?:us )?(?:your|tips|feedback|letters|a tip)\b
        (?:additional )?(?:reporting|editing|writing|compiled|edited|translated|produced|graphics?)\
            (?: and \w+)? by\b
        (?:click|tap|swipe|scroll|press) (?:here|on|to|the|below|through|right|left)\b|(?:skip|jump) to\b
        back to top
        (?:view|open) image in\b|rss\b|isbn\b|terms (?:of|and) |privacy (?:policy|notice)
        save (?:this )?(?:article|story) (?:for later|to)
        """
    ),
    re.IGNORECASE,
)
COUNT = re.compile(
    alternatives(
        r"""
        \d+[ -]?(?:min(?:ute)?s?|sec(?:ond)?s?)\.? (?:read|listen|watch|video)(?:ing time)?
        (?:estimated )?(?:reading|read|listening) time:?.{0,20}
        [\d.,]+ ?[km]? ?(?:views?|shares?|comments?|likes?|reads?|replies|reactions|retweets|votes|followers|\
            listens|claps|photos|images)(?: ?[|·•,]? ?[\d.,]+ ?[km]? ?(?:views?|shares?|comments?|likes?|\
            replies))*
        (?:views?|shares?|comments?|likes?) ?[:(]? ?[\d.,]+ ?[km]?\)?|(?:page )?\d+ ?(?:/|of) ?\d+
        https?://\S+|www\.\S+|(?:\S+@\S+\.\w+ ?|@\w+ ?)+|[a-z]+\.(?:com|org|net)(?:/\S*)?|(?:#\w+ ?)+
        \[ ?\d+ comments? ?\]|[\d:.,]+ ?[km]?(?: ?/ ?[\d:]+)?
        """
    ),
    re.IGNORECASE,
)
# Lines that would be sentences if they had a full stop.
OPEN_LINE = re.compile(
    r"(?:sources?: |(?:more|popular|trending now|elsewhere) (?:in|on|from|by) ).{0,60}[^.!?]", re.IGNORECASE
)
# An appeal: a verb to the reader first, then a thing of the site.
APPEAL = re.compile(
    alternatives(
        """
        join|follow|sign|subscribe|register|download|click|tap|log|share|discover|explore|enjoy|try|choose
        manage
        listen|watch|update|enter (?:your|our)|refresh|stay
        find out|support|become|upgrade|start|turn on|allow|browse|visit|check out
        tell us
        let us know|e-?mail
        """
    )
    + r"\b",
    re.IGNORECASE,
)
THING_OF_THE_SITE = re.compile(
    r"\b"
    + alternatives(
        r"""
        newsletters?|notifications?|inbox|comments?|commenting|replies|forum|app|alerts?|account|browser
        podcasts?|cookies?
        subscri(?:ption|bers?|be)|log(?:ged)? in|sign up|channel|membership|free trial
        (?:fellow|other) (?:\w+ )?readers
        website|our team|homepage|e-?mail address|push|social media|whatsapp|telegram
        """
    )
    + r"\b",
    re.IGNORECASE,
)
# Headings over links to other stories: what follows is furniture too, until the text goes on.
OVER_LINKS = re.compile(
    alternatives(
        r"""
        related|recommended|suggested|more|other|latest|popular|trending|similar|most|further|featured|must
        top|up next
        you (?:may|might) also|read (?:more|next|also)|also read|see also|don['’]t miss
        editor['’]?s (?:picks?|choice)
        """
    )
    + r"\b",
    re.IGNORECASE,
)
FRINGE = re.compile(r"^[^\w#@©(]+|[\s:.!»→>▼▾+|…]+$|\s*[(\[]\d+[)\]]$")


def is_source(words: str) -> bool:
    """Whether there is nothing but tags, which no reader of the page saw."""
    return "<" in words and not TAG.sub("", words).strip()


def is_furniture(words: str) -> bool:
    """Whether a unit of these `words` (one line, stripped) is furniture by itself."""
    if is_source(words) or not any(map(str.isalnum, words)):
        return True
    if words.count(" ") >= LONGEST:
        return False
    bare = FRINGE.sub("", words)
    if any(pattern.fullmatch(words) for pattern in (COUNT, OPEN_LINE)):
        return True
    if LABEL.fullmatch(bare) or OPENING.match(bare):
        return True
    if words.count(" ") >= LONGEST_APPEAL:
        return False
    return APPEAL.match(bare) is not None and THING_OF_THE_SITE.search(bare) is not None


def is_over_links(words: str) -> bool:
    """Whether a furniture unit is the heading of a list of links to other stories."""
    return len(words) < 60 and OVER_LINKS.match(words) is not None


def is_over_points(words: str) -> bool:
    """Whether a unit is the heading of a box whose points sum the article up."""
    return len(words) < 100 and OVER_POINTS.fullmatch(FRINGE.sub("", words)) is not None
