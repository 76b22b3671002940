"""What surrounds an article on its page: share bars, prompts, boxes, notices. Vocabulary and shape, for short units only.

The rules name kinds of furniture, not the pages they were seen on: a label that stands alone, an opening that
only furniture has, or an appeal to the reader to do something with the site.
"""

import re

LONGEST = 60  # words; nothing longer is furniture

# The whole unit is one of these (lower case, without counts, icons and end marks).
LABELS = re.compile(
    r"""(?:
      (?:share|print|save|e-?mail|copy|bookmark|gift|republish|reuse)(?:\ (?:this|the|full|a|link|article|story|page|post|content|via|by|on|with|to|friend|e-?mail))*
      | (?:share|like|follow|find|tweet|post|join)?\ ?(?:us|this)?\ ?(?:on|via|to)?\ ?(?:facebook|twitter|x|whatsapp|linkedin|instagram|telegram|reddit|pinterest|youtube|tiktok|threads|bluesky|flipboard|messenger|google\ news|e-?mail)(?:\ (?:facebook|twitter|x|whatsapp|linkedin|instagram|telegram|reddit|pinterest|youtube|e-?mail|and|share))*
      | (?:view|show|see|read|post|leave|add|write|load|hide|open|close|jump\ to|go\ to|join\ the)?\ ?(?:all|more|a|your|your\ first|the|first)?\ ?(?:comments?|replies|conversation|discussion)(?:\ section)?
      | (?:key|main|top)\ (?:takeaways?|points?|facts?|findings|developments|moments|quotes?)(?:\ (?:from|of|in)\ .{1,60})? | highlights | story\ highlights | at\ a\ glance | in\ (?:brief|short|a\ nutshell|this\ article|this\ story)
      | tl;?dr | the\ gist | (?:quick|ai|article)\ (?:read|summary|facts) | summary | table\ of\ contents | contents | what\ (?:you\ need|we\ know)\ (?:to\ know|so\ far)
      | (?:related|recommended|suggested|more|other|latest|top|popular|trending|similar|previous|next|further|featured|must|most|editor['’]?s?|our|the)\ (?:articles?|stories|story|posts?|news|reading|reads?|content|coverage|topics?|links?|videos?|headlines|tags?|picks?|choice|viewed|popular|shared|watched|commented|from\ .{1,40}|on\ this(?:\ (?:story|topic))?|like\ this|desk)
      | no\ (?:related\ |more\ |other\ |new\ )?(?:articles?|stories|comments?|results|posts?)(?:\ (?:found|yet|available|to\ show))?
      | (?:you\ may|you\ might|readers)\ also\ (?:like|be\ interested\ in|read|enjoy) | recommended(?:\ for\ you)? | trending(?:\ now)? | most\ read | popular | related | tags? | topics? | categor(?:y|ies) | keywords | filed\ under
      | (?:scroll|skip)\ (?:down\ )?(?:to|for)\ .{1,40} | continue\ reading(?:\ below)? | (?:article|story)\ continues\ (?:below|after\ (?:the\ )?(?:advertisement|ad|promotion|newsletter\ promotion)) | skip\ (?:past\ )?.{0,40}(?:promotion|advertisement|content|navigation|ad)
      | advert(?:isement|ising|orial)?s? | ads? | sponsored(?:\ (?:content|by\ .{1,40}))? | promoted | paid\ (?:content|post|partnership)(?:\ .{1,40})? | partner\ content | promotion
      | (?:log|sign)\ ?(?:in|out|up|on)(?:\ (?:or|/)\ (?:register|sign\ up|subscribe|create\ .{1,20}))? | register(?:\ (?:now|free|for\ free))? | subscribe(?:\ (?:now|today|here|for\ .{1,20}))? | my\ account | account | newsletters? | donate(?:\ now)? | support\ us | become\ a\ (?:member|subscriber|supporter)
      | home(?:page)? | menu | search | navigation | back(?:\ to\ (?:top|home|.{1,20}))? | close | next | previous | more | load\ more | see\ (?:more|all) | show\ more | view\ (?:all|more|gallery|image(?:s)?(?:\ in\ fullscreen)?) | open\ (?:image|menu|search).{0,20} | image | gallery | video | watch | live | play | pause | listen | loading | expand | print | top | breaking
      | (?:watch|listen\ to|play|hear|watch\ live|read)\ (?:this|the)?\ ?(?:article|story|video|audio|live|podcast|episode|aloud|full\ story|more) | (?:read|show|learn|find\ out|discover|see)\ more(?:\ (?:here|below|stories|about\ this|news))? | also\ read | read\ also | see\ also | don['’]t\ miss
      | comment | opinion | analysis | editorial | voices | world | politics | business | sport | culture | news | exclusive | explainer | explained | feature | features | long\ reads? | editor['’]?s?\ (?:desk|note|picks?|choice) | editorial\ board | staff | author | about\ (?:us|the\ author|the\ authors) | contact(?:\ us)? | terms.{0,30} | privacy(?:\ (?:policy|notice|settings))? | cookie(?:s|\ (?:policy|settings|preferences)) | corrections? | faqs? | help | careers
      | (?:the\ )?reporting\ by | editing\ by | photo(?:s|graph)? | getty(?:\ images)? | reuters | afp | ap
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# The unit begins like this, whatever follows.
OPENINGS = re.compile(
    r"""(?:
      (?:read|see|also|watch|listen|more|related|recommended|related\ (?:article|story|stories|articles|news|content)|read\ (?:more|also|next|full\ story)|also\ read|see\ also|don['’]t\ miss|follow\ live|live\ (?:updates?|blog)|editor['’]?s\ (?:pick|picks)|tags?|topics?|categor(?:y|ies)|keywords|filed\ under|share|in\ case\ you\ missed\ it|icymi|up\ next)\s*(?::|\||»|→|>|–\s)
      | (?:©|\(c\)\s|copyright\s(?:©|\d{4}|\(c\))|all\ rights\ reserved)
      | (?:we|this\ (?:site|website|page))\ (?:and\ our\ (?:\d+\ )?partners\ )?(?:use|uses|value)s?\ (?:cookies|your\ privacy)
      | by\ (?:clicking|continuing|signing\ up|subscribing|submitting|entering|registering|using\ this)\b
      | (?:this|our)\ (?:website|site)\ uses | (?:sign|signed)\ up\ (?:for|to|here|now|today|with)\b | (?:subscribe|unsubscribe)\ (?:to|now|today|here|for|from)\b
      | (?:log|sign)\ in\ (?:to|or|here|with|now)\b | (?:already|not)\ a?\ ?(?:subscriber|member|registered)\b | already\ have\ an\ account | create\ (?:a|an|your)\ (?:free\ )?account | forgot(?:ten)?\ (?:your\ )?password
      | (?:follow|like|find|join|add)\ (?:us|our|the\ .{1,40})\ (?:on|at|in|whatsapp|telegram|channel|as)\b | follow\ @?\w+\ on\ (?:x|twitter|facebook|instagram|whatsapp|telegram)\b
      | thank\ you\ for\ (?:registering|subscribing|signing|reading|your\ (?:subscription|registration|comment|support)) | thanks\ for\ (?:reading|signing|subscribing)
      | please\ (?:refresh|reload|log|sign|enable|disable|enter|check\ your|try\ again|click|wait|note\ that\ comments|consider|turn\ (?:on|off)|update\ your|allow|verify|confirm|select|support)\b
      | (?:your|an|the)\ (?:browser|ad\ ?blocker|javascript|web\ browser)\b | (?:enable|disable)\ (?:javascript|cookies|notifications|your\ ad) | javascript\ (?:is|must)\b
      | notifications?\ (?:can|may|are|will)\ | stay\ (?:up\ to\ date|informed|tuned|connected|ahead)\b | never\ miss\b | (?:get|receive)\ (?:the|our|all|your|a|more|daily|weekly|breaking|unlimited|full|notified|alerts|updates|news)\b(?=.*\b(?:inbox|newsletters?|e-?mail|app|alerts?|notifications?|access|free|updates?|phone|briefing|delivered)\b)
      | join\ (?:our|the|over|more\ than|thousands|thought)\b(?=.*\b(?:comment\w*|conversations?|discussion|forum|community|readers|subscribers|newsletter|whatsapp|channel|telegram|group|members|debate)\b)
      | (?:the\ )?(?:comments?|commenting)\ (?:are|is|section\ is|have\ been|on\ this)\b | be\ the\ first\ to\ (?:comment|share|know|react) | have\ your\ say | what\ do\ you\ think\?
      | (?:download|get|install|try)\ (?:the|our)\ (?:\w+\ ){0,3}app\b | (?:available|listen|watch)\ (?:on|via)\ (?:apple|spotify|google|youtube|itunes)
      | (?:support|donate\ to|contribute\ to)\ (?:our|us|independent|the\ guardian|quality)\b(?=.*\b(?:journalism|newsroom|reporting|work|today)\b) | (?:we|if\ you)\ (?:may|might)?\ ?(?:earn|receive)\ (?:a\ |an\ )?(?:small\ )?commission
      | (?:this\ (?:article|story|content|post)\ (?:is|was)\ (?:originally|first|also|only|exclusive|published|reserved|republished|for\ subscribers|available\ to)) | (?:an\ earlier|a\ previous)\ version\ of\ this\ (?:article|story) .{0,20}$ | originally\ published
      | (?:you\ have|you['’]ve)\ (?:\d+|no|reached|read|used|run\ out|been|successfully|already|subscribed)\b(?=.*\b(?:articles?|limit|subscri\w+|free|account|link|e-?mail|password)\b) | (?:to\ )?(?:continue|keep)\ reading\b | unlock\ (?:this|full|unlimited|the)\b | to\ read\ (?:the\ full|more|this)\b
      | do\ you\ have\ a\ (?:tip|story|news\ tip|question)\b | (?:got|have)\ a\ (?:tip|story|news\ tip|confidential\ tip)\b | (?:contact|e-?mail)\ (?:the\ (?:author|reporter|newsroom|editor)|us)\b | write\ to\ us | send\ (?:us\ )?(?:your|tips|feedback|letters|a\ tip)\b
      | (?:reporting|additional\ reporting|editing|writing|compiled|edited|translated|produced|graphics?|design)\ (?:and\ \w+\ )?by\s*:?\s
      | (?:click|tap|swipe|scroll|press)\ (?:here|on|to|the|below|through|right|left)\b | skip\ to\b | jump\ to\b | back\ to\ top
      | image\ (?:size|quality)\b | (?:view|open)\ image\ in\b | rss\b | isbn\b | terms\ (?:of|and)\ | privacy\ (?:policy|notice)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
COUNTS = re.compile(
    r"""(?:
      \d+\s?(?:min(?:ute)?s?|sec(?:ond)?s?)\.?\ (?:read|listen|watch|video)(?:ing\ time)? | (?:estimated\ )?(?:reading|read|listening)\ time:?.{0,20}
      | [\d.,]+\s?[km]?\s?(?:views?|shares?|comments?|likes?|reads?|replies|reactions|retweets|votes|followers|subscribers|listens|claps|photos?|images?|claims?)(?:\s?[|·•,]?\s?[\d.,]+\s?[km]?\s?(?:views?|shares?|comments?|likes?|replies))*
      | (?:views?|shares?|comments?|likes?)\s?[:(]?\s?[\d.,]+\s?[km]?\)? | (?:page\ )?\d+\s?(?:/|of)\s?\d+ | https?://\S+ | www\.\S+ | @\w+ | \S+@\S+\.\w+ | (?:\#\w+\s?)+ | [\d:]+(?:\s?/\s?[\d:]+)?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# An appeal: a verb to the reader first, then a thing of the site, and no full report of anything.
APPEAL = re.compile(
    r"(?:join|follow|sign|subscribe|register|download|click|tap|log|share|discover|explore|enjoy|try|choose|manage|update|enter"
    r"|refresh|stay|find\ out|support|become|upgrade|start|turn\ on|allow|browse|visit|check\ out|tell\ us|let\ us\ know|e-?mail)\b",
    re.IGNORECASE,
)
THINGS_OF_THE_SITE = re.compile(
    r"\b(?:newsletters?|notifications?|inbox|comments?|commenting|replies|forum|app|alerts?|account|browser|subscri(?:ption|bers?|be)"
    r"|log(?:ged)?\ in|sign\ up|podcasts?|cookies?|channel|membership|free\ trial|(?:fellow|other)\ (?:\w+\ )?readers|website|our\ team"
    r"|homepage|e-?mail\ address|push|breaking\ news\ alerts|social\ media|whatsapp|telegram)\b",
    re.IGNORECASE,
)
# Headings over links to other stories: what follows is furniture too, until the text goes on.
OPENS_LINKS = re.compile(
    r"(?:related|recommended|suggested|more|other|latest|popular|trending|similar|most|further|featured|must|editor['’]?s?|you\ (?:may|might)\ also"
    r"|read\ (?:more|next|also)|also\ read|see\ also|up\ next|don['’]t\ miss|top)\b",
    re.IGNORECASE,
)


def is_furniture(words: str) -> bool:
    """Whether a unit with these `words` (one line, stripped) is furniture by itself."""
    if not any(character.isalpha() for character in words):
        return not any(character.isdigit() for character in words) or bool(COUNTS.fullmatch(words))
    if words.count(" ") >= LONGEST:
        return False
    bare = re.sub(r"^[^\w#@©(]+|[\s:.!»→>▼▾+|…]+$|\s*[(\[]\d+[)\]]$", "", words)
    if LABELS.fullmatch(bare) or COUNTS.fullmatch(words):
        return True
    if OPENINGS.match(bare):
        return True
    return bool(APPEAL.match(bare)) and bool(THINGS_OF_THE_SITE.search(bare))


def opens_links(words: str) -> bool:
    """Whether a furniture unit stands over a list of links to other stories."""
    return bool(OPENS_LINKS.match(words)) and len(words) < 60
