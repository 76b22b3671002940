"""How a line begins that only the page around an article has: prompts, notices, credits of the site."""

import re

from claims.text.patterns import alternatives

# The unit begins like this, whatever follows.
OPENING = re.compile(
    alternatives(
        r"""
        share (?:on|by|via|this|all|your|permalink|selection)\b|all sharing options|sharing is caring
        (?:original|forwarded|begin forwarded) message\b
        .{3,80} contributed (?:reporting|to (?:this|the) (?:report|story|article))\b
        you(?: are|['’]re) receiving this\b|was this (?:e-?mail|newsletter) forwarded\b
        sent from my (?:\w+ )?(?:phone|\w+phone|mobile|tablet|i?pad|android)\b
        (?:machine[- ])?translated (?:from \w+ )?(?:with|using) (?:\w+ )?(?:deepl|google|ai)\b
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
        (?:log|sign) in (?:to|or|here|with|now)\b
        (?:already|not) (?:a )?(?:subscriber|member|registered)\b(?! (?:of|to|in|for)\b)
        already (?:have an account|a subscriber)
        create (?:a|an|your) (?:free )?account|forgot(?:ten)? (?:your )?password
        (?:follow|like|find|join|add) (?:us|our) (?:on|at|in|whatsapp|telegram|channel|as)\b
        follow @?[\w .]{1,30} on (?:x|twitter|facebook|instagram|whatsapp|telegram|bluesky|linkedin)\b
        please be (?:mindful|respectful|civil|kind)\b|as you comment\b|comments? (?:policy|guidelines|rules)
        community (?:rules|guidelines|standards)
        registration on or use of|(?:your )?use of this (?:site|website)
        this (?:story|article|post) has been shared
        (?:every|each) (?:day|week|morning) we send|notify me\b|you have succe(?:s+)fully
        further information on data|why you can trust
        thank(?:s| you) for (?:registering|subscribing|signing|reading|joining|your (?:subscription|\
            registration|comment|support))
        please,? (?:fill|refresh|reload|log|sign|enable|disable|enter|check your|try again|click|wait|\
            note that comments|consider|turn (?:on|off))\b
        please (?:update your|allow|verify|confirm|select|support|subscribe|share|whitelist)\b
        (?:your|an) (?:browser|ad ?blocker|web browser)\b
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
        .{0,60}an? (?:earlier )?version of this (?:article|story|report|page)\b
        .{0,200}\bwe may earn .{0,30}commission
        (?:corrections?|clarifications?|editor['’]s note)(?:, [\w ]{1,20})? ?:|do you have an opinion\b
        (?:do you have|got|have) a (?:tip|story|news tip|question|confidential tip)\b
        (?:contact|e-?mail) (?:the (?:author|reporter|newsroom|editor)|us)\b
        did you (?:like|enjoy|find) this (?:article|story|list|post|page)\b|vote for your\b
        write to us|send (?:us )?(?:your|tips|feedback|letters|a tip)\b
        (?:additional )?(?:reporting|editing|writing|compiled|edited|translated|produced|graphics?)\
            (?: and \w+)? by\b
        (?:click|tap|swipe|scroll) (?:here|on|to|the|below|through|right|left)\b
        press here\b|(?:skip|jump) to\b|back to top
        (?:view|open) image in\b|rss(?: feeds?\b|$)|isbn\b|privacy (?:policy|notice)
        terms (?:of (?:use|service|sale)|and conditions)\b
        save (?:this )?(?:article|story) (?:for later|to)
        (?:[\w-]+ )?(?:pictures?|photo(?:graph)?s?|images?|footage)\b(?=.*\bfor (?:editorial use|download)\b)
        """
    ),
    re.IGNORECASE,
)
