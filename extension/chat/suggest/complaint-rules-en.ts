import type { CauseRule } from './complaint-rules-zh';
import { pattern } from './pattern';
import type { Cause } from './types';

const rule = (cause: Cause, says: RegExp): CauseRule => ({ cause, says });

/** First match wins. Patterns read folded clauses: lower case, straight quotes. */
export const EN_CAUSES: readonly CauseRule[] = [
  rule(
    'late',
    pattern(
      String.raw`\bwhere(?:'s| is) my (?:order|package|parcel|stuff|item)`,
      String.raw`\b(?:still )?(?:hasn't|has not|haven't|never) (?:shipped|arrived|moved|received|been shipped|come|gotten)\b`,
      String.raw`\bstill (?:haven't|hasn't|waiting|not here|not arrived|nothing|no (?:package|sign|delivery))\b`,
      String.raw`\bnever (?:arrived|came|showed|received|got)\b`,
      String.raw`\bit(?:'s| has) been (?:\w{1,20} )?(?:\d{1,6}|a|one|two|three|four|several|over) (?:\w{1,20} )?(?:days?|weeks?|months?)\b`,
      String.raw`\b(?:\d{1,6}|a|two|three) (?:days?|weeks?) late\b|\bit(?:'s| is) late\b`,
      String.raw`\btaking (?:so|too|this) long\b|\bwaiting for (?:\d{1,6}|a|two|three|over)\b|\bhow much longer\b`,
      String.raw`\bmissed the\b|\b(?:package|parcel|order) is (?:lost|late)\b|\bsays delivered\b|\bno update on\b`,
      String.raw`\bway too slow\b|\bsupposed to (?:be here|arrive|come)\b`,
      String.raw`\b\d{1,6} (?:days?|weeks?|months?) now\b`,
      String.raw`\b(?:still|just) says (?:label|pre-?shipment|processing|in transit)`,
      String.raw`\b(?:told me|said) it(?:'d| would) be here|\bstuck (?:in|at)\b`,
      String.raw`\btracking (?:hasn't|has not|stuck)`,
    ),
  ),
  rule(
    'wrong-item',
    pattern(
      String.raw`\bwrong (?:size|colou?r|item|one|product|model|order|thing)\b|\bnot what i ordered\b`,
      String.raw`\b(?:is|are|was|were|parts?|pieces?|stuff) (?:was |were )?missing\b`,
      String.raw`\bmissing (?:the|a|one|my|part|piece|screw)|\b(?:only|just) (?:got|received|came with)\b`,
      String.raw`\bordered \w{1,20} (?:and|but) (?:got|received|only)|\byou forgot\b|\bsome ?one else'?s\b`,
      String.raw`\b(?:box|package) was empty\b|\bno \w{1,20} in the box\b|\btwo left\b|\bwasn't in there\b`,
      String.raw`\bincomplete\b|\bthere(?:'s| is|'re| are) only (?:one|two|\d)\b`,
      String.raw`\bpaid for (?:a pair|two|three|\d)|\bshort(?:ed)? (?:one|two|a)\b`,
    ),
  ),
  rule(
    'description',
    pattern(
      String.raw`\bnothing like\b|\bnot as (?:described|pictured|advertised|shown)\b`,
      String.raw`\b(?:totally|completely|so|very|really)? ?different from (?:the|your)\b|\bmisleading\b`,
      String.raw`\b(?:much |way |so much )?(?:smaller|bigger|thinner|darker|lighter|shorter|cheaper) than (?:i expected|expected|described|pictured|the)\b`,
      String.raw`\byou said it (?:was|is|would|were)\b.{0,80}\b(?:but|it's|it isn't)|\bfalse advert|\bsizing is\b`,
      String.raw`\bruns (?:super |very |way )?(?:small|large|big)\b|\bthe (?:description|listing) (?:says|said)`,
      String.raw`\blisting says\b|\bnot the same as\b|\bnot what was advertised\b|\bdeceiving\b`,
      String.raw`\bnot like (?:ur|your|the) (?:pics?|photos?|pictures?)`,
      String.raw`\bwhat i (?:got|received) (?:is|was|looks)\b`,
      String.raw`\b(?:basically|actually|really) (?:purple|green|black|brown|pink|grey|plastic|polyester)`,
      String.raw`\bis really (?:purple|green|black|brown|pink|grey)`,
    ),
  ),
  rule(
    'transit',
    pattern(
      String.raw`\b(?:arrived|came|was|were|is|are|got|everything|it's|its|all|opened it and)\b.{0,24}\b(?:broken|crushed|shattered|damaged|cracked|smashed|soaking|dented|in pieces|leaked|bent|squashed|ripped open|opened already|glass everywhere)\b`,
      String.raw`\bleaked everywhere\b|\barrived (?:broken|damaged|cracked)|\bhuge crack\b|\bcracked\b`,
      String.raw`\bshattered\b|\bdamaged in (?:shipping|transit)\b|\bdented\b|\bbox was (?:open|crushed|torn)`,
      String.raw`\bspilled\b|\b(?:it|order|package|one|which) is broken\b|\bin pieces\b|\bis bent\b`,
      String.raw`\b(?:no|any|without) padding\b`,
    ),
  ),
  rule(
    'quality',
    pattern(
      String.raw`\b(?:stopped|quit) (?:working|ticking|charging)`,
      String.raw`\b(?:doesn't|does not|didn't|don't|won't) (?:work|turn on|charge|close|fit right|open|start|connect|hold)\b`,
      String.raw`\b(?:it|that|which) (?:broke|snapped|died|ripped|tore|leaks|smells|shrank|rusted|faded|cracked)\b`,
      String.raw`\b(?:poor|terrible|bad|awful|horrible|low) quality\b|\bfell (?:apart|off)\b`,
      String.raw`\b(?:came|coming) (?:off|loose|undone|apart)\b|\bzipper (?:is )?(?:broken|broke)|\bdefective\b`,
      String.raw`\bfaulty\b|\bran in the wash\b|\bshrank\b`,
      String.raw`\b(?:cheap|total|complete|absolute) (?:junk|garbage|crap|trash)\b`,
      String.raw`\bsmells (?:awful|bad|terrible|horrible|like|weird)|\bhole in\b|\bsnapped\b|\bscratches all\b`,
      String.raw`\bscratched\b|\bstained\b|\blooks used\b|\b(?:it's|its|is) a fake\b|\bcounterfeit\b|\brash\b`,
      String.raw`\bmou?ldy\b|\brotten\b|\bexpired product\b|\bpeeling\b|\brusted\b|\bdead pixels\b|\bflimsy\b`,
      String.raw`\bgot sick\b|\bcrooked\b|\bbattery dies\b|\bit just died\b|\bwobbles\b|\bnot impressed\b`,
      String.raw`\b(?:burning|weird|strange|chemical|musty|bad) smell\b|\bsmoke\b|\bsparks?\b`,
      String.raw`\bpeel(?:s|ing)? off\b`,
      String.raw`\b(?:handle|strap|zipper|button|lid|lever|clasp|leg|wheel) (?:snapped|broke|came off|fell off|is loose|is broken)\b`,
      String.raw`\bpilling\b|\bunravel`,
    ),
  ),
  rule(
    'service',
    pattern(
      String.raw`\b(?:nobody|no one|noone) (?:answers?|replies|responds?|cares?|helps?)`,
      String.raw`\b(?:customer )?service (?:is|was) (?:terrible|awful|bad|horrible|a joke|non)|\bunacceptable\b`,
      String.raw`\b(?:very|so|really|extremely) disappointed\b|\bignoring (?:me|my)\b|\bfile a complaint\b`,
      String.raw`\bbad review\b|\b(?:negative|1 star|one star) review\b|\breport (?:you|this shop)\b|\bscam\b`,
      String.raw`\blied\b|\b(?:so|very|extremely) rude\b|\basked (?:\w{1,20} )?(?:two|three|four|five|\d) times\b`,
      String.raw`\bpromised\b.{0,20}\b(?:got nothing|nothing|never|but)\b`,
      String.raw`\bstill no (?:refund|reply|answer|response)|\bworst\b|\bnever (?:buying|ordering|shopping)\b`,
      String.raw`\bdispute\b|\bopening a case\b|\brunaround\b|\b(?:what|is) a joke\b`,
      String.raw`\bnot (?:one|a single) (?:answer|reply|response)\b`,
      String.raw`\bno (?:answer|reply|response) (?:for|since|to)\b|\bwaste of (?:money|time)\b|\brip[- ]?off\b`,
      String.raw`\bshame on\b|\bfed up\b|\bridiculous\b|\bfurious\b|\bbroke your promise\b|\bpissed\b`,
    ),
  ),
];

/** What was said and what came, in two clauses. */
export const EN_CONTRASTS: readonly CauseRule[] = [
  rule('late', /\b(?:you said|supposed to|promised)\b.{0,40} (?:still|and it hasn't|nothing)\b/),
  rule(
    'description',
    /\b(?:says|said|advertised as|listed as)\b.{1,30} (?:it isn't|it's not|tag says|but it's|it's)\b/,
  ),
];

export const EN_CALM = pattern(
  String.raw`^(?:will|does|do|is|are|can|could|has|when|how do|how long|would|should|what'?s)\b(?! (?:it )?(?:taking|this even authentic))(?!.{0,80}counterfeit)`,
  String.raw`\b(?:not|nothing|no|never) (?:was )?(?:broken|damage|damaged|disappointed|a problem|bad|worries|rush|cracked|issues?|at all disappointed)\b`,
  String.raw`\bnot disappointed\b`,
  String.raw`\b(?:great|good|excellent|amazing|perfect|love|loved|super fast|wonderful|helpful|thank|thanks)\b`,
  String.raw`\bby mistake\b|\bi (?:picked|ordered|chose|typed|selected) the wrong\b`,
  String.raw`\bmy (?:old|last|previous)\b|\bi broke\b|\bthe last one from\b|\bsorry (?:wrong|for)\b|\bfix a\b`,
  String.raw`\bstains on\b|\bscratches on\b|\bexactly like\b|\bas described, thank|^as described`,
  String.raw`\btrue to size\b|\bcan't wait\b|\bwaiting for the sale\b|\bi'm late\b`,
  String.raw`\bmissing sizes\b|\bmissing from my\b|\bworth the wait\b|\bnot bad\b`,
);

/** Not happened yet, heard from others, or of another shop: none where something of the goods is named. */
export const EN_SUPPOSED = pattern(
  String.raw`\b(?:if|in case|what happens|worried|hopefully|hope it)\b|\b(?:review|people|someone|others?|i read|i heard|i saw)s? (?:say|said|mention|mentioned|that|it)\b`,
  String.raw`\b(?:other|another|different) (?:store|shop|seller|site|brand|place)s?\b|\b(?:i|we) need (?:this|a new|another|one)\b`,
  String.raw`\blooking for\b|\border(?:ing)? (?:it |one )?again\b|\bmy (?:own|current|other|first|last|old)\b|\bhave other\b`,
);

/** It was a complaint and is none any more, or never was one, whatever the rest of the message says. */
export const EN_SETTLED = pattern(
  String.raw`\bfalse alarm\b|\bturns out (?:it )?(?:wasn't|was me|was my|i had|was fine)\b|\bfound it(?=$|[!.,;])`,
  String.raw`\bnever ?mind,? it (?:arrived|came|works|showed)\b|\ball good\b|\b(?:is|got) sorted\b`,
  String.raw`\bno need to (?:refund|replace|send)\b|\b(?:it's|its|that's) (?:fine|ok|okay)\b|\bmy (?:fault|mistake)\b`,
  String.raw`\bnot mad\b|\bno complaints\b`,
);

export const EN_LEAVING = pattern(
  String.raw`\b(?:bad|negative|one star|1 star) review|\breport you|\bdispute|\bcase\b`,
  String.raw`\bnever (?:buying|again)|\bscam|\bcomplaint|\bworst\b`,
);
export const EN_ANNOYED = pattern(
  String.raw`\b(?:terrible|awful|horrible|ridiculous|unacceptable|garbage|junk|furious|very|so|still|worst|joke|nobody|no one|again|total|three times)\b`,
  String.raw`!{2}|\?{2}`,
);
