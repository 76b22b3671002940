"""Labels of a page that stand alone in their line: buttons, boxes, sections."""

import re

from claims.text.patterns import alternatives

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
    (?:(?:the|our) )?(?:(?:main|top|three|four|five|six|[3-9]|10) )?(?:key|main|top|quick) \
        (?:takeaways?|points?|facts?|findings|developments|moments|summary)(?: (?:from|of|in) .{1,60})?
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
        (?:supported|presented) by
        partner content|paid (?:content|post|partnership)(?: .{{1,40}})?
        (?:log|sign) ?(?:in|out|up|on)(?: (?:or|/) (?:register|sign up|subscribe|create .{{1,20}}))?
        register(?: (?:now|free|for free))?
        (?:un)?subscribe(?: (?:now|today|here|for .{{1,20}}))?|(?:my )?account|newsletters?|donate(?: now)?
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
        (?:first |last )?(?:published|updated|posted)(?: on| at)?:?|reporting from
        staff|authors?|about (?:us|the authors?)|contact(?: us)?|terms.{{0,30}}
        privacy(?: (?:policy|notice|settings))?|cookies?(?: (?:policy|settings|preferences))?
        (?:press|news|media) (?:release|contacts?)|for immediate release|embargoed.{{0,40}}|notes to editors
        ends?|(?:view|read|open) (?:(?:this|the) )?(?:e-?mail|newsletter|it)? ?(?:in|with) (?:your |a )?\
            (?:web )?browser|live (?:updates?|blog|coverage|reporting)
        search (?:form|results|here|in posts|this site)|enter search terms.{{0,10}}|site search|text size
        ad ?choices|sponsored links|promoted stories|no thanks|copied|e-?mail me|give feedback|short url
        disclaimers?|stay (?:updated|informed)|keep up to date|(?:daily |free )?newsletter sign[ -]?up
        (?:name|e-?mail|website|comment)(?: address)? ?(?:\*|\(required\)?)|report|send|embed|shares?
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
