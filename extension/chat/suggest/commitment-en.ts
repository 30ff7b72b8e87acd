import type { PromiseKind } from '@shared/records/promise';
import type { CommitmentRule } from './commitment-zh';
import { pattern } from './pattern';

const rule = (kind: PromiseKind | 'discount' | 'gift', says: RegExp, alone = false): CommitmentRule => ({
  table: kind === 'discount' || kind === 'gift' ? kind : 'promise',
  kind,
  says,
  alone,
});

/** First match wins: the narrow before the wide. Patterns read folded clauses: lower case, straight quotes. */
export const EN_RULES: readonly CommitmentRule[] = [
  rule(
    'card',
    pattern(
      String.raw`\bwrite(?: \w{1,20})? ""`,
      String.raw`\b(?:add|include|put|write|print|tuck|enclose|hand ?write|slip|attach|pop)\b[^,]{0,30}\b(?:card|note)\b(?! on your account)`,
      String.raw`\bgift note\b|\b(?:card|note)\b[^,]{0,24}\bwill (?:go|be)\b|\bwrite your (?:message|words)\b`,
    ),
  ),
  rule(
    'discount',
    pattern(
      String.raw`\b\d{1,2} ?(?:%|percent)|\boff your\b|\bdiscount\b|\bcoupon\b|\bhalf (?:the )?price\b`,
      String.raw`\b(?:knock|take|give you|lower|drop|reduce|give u)\b[^,]{0,24}\boff\b|[$€£]\d[\d.]{0,5} off\b`,
      String.raw`\bbetter price\b|\b(?:lower|drop|reduce|cut) (?:it (?:by|to)|the price)\b|\bknock\b|\bshave\b`,
      String.raw`\b(?:fifteen|twenty|ten|five|thirty) percent\b|\bcall it [$€£]?\d|\bpay the postage\b`,
      String.raw`\bround it down\b|\bmatch the price\b|\btake \d{1,6} off\b`,
    ),
  ),
  rule(
    'replace',
    pattern(
      String.raw`\breplac(?:e|ing|ement)\b|\bre-?(?:send|ship|make|do|print)\b|\bexchange\b|\bswap\b`,
      String.raw`\b(?:send|get|mail|ship|sending|give|bring)\b[^,]{0,14}\b(?:a new|new one|another|the (?:missing|correct|right)|brand new|the medium|the large|the small)\b`,
      String.raw`\bbrand new one\b|\bnew one\b|\b(?:fix|repair) it (?:for )?free\b|\bright one will\b`,
      String.raw`\bput a new one\b|\bfresh (?:one|pair|set)\b`,
      String.raw`\b(?:new|another|replacement)\b[^,]{0,24}\b(?:coming your|on its|heading your) way\b`,
      String.raw`\bmaking you another\b|\byear warranty, anything\b`,
    ),
  ),
  rule(
    'refund',
    pattern(
      String.raw`\brefund(?:ed)?\b|\bmoney back\b|\bevery (?:cent|penny) back\b|\breimburse\b|\bcredit your\b`,
      String.raw`\bpay (?:you|it) back\b|\breturn your (?:deposit|money)\b|\bcover the return\b`,
      String.raw`\b(?:send|give) (?:you|u) (?:back )?[^,]{0,20}\b(?:back|difference)\b`,
    ),
  ),
  rule('other', /\bcover (?:the|your) (?:shipping|postage|customs|cost)|\bfree shipping\b/),
  rule(
    'goods',
    pattern(
      String.raw`\b(?:extra (?:carefully|bubble|padding|layer)|hold|reserve|set aside|save you|keep(?:ing)? (?:it|one|two|them|the|yours)|thick box|put (?:it|one) by|wrap|double box|bubble wrap|pick (?:the|out)|price tag|invoice in the box|plain packaging|stronger box|ribbon|padding|engrave|test it|check it by hand|match the|inch(?:es)? longer|new batch)\b`,
    ),
  ),
  rule('ship', /\bexpress shipping\b/),
  rule(
    'gift',
    pattern(
      String.raw`\b(?:adding|add|include|including|send(?:ing)? along|throwing)\b[^,]{0,40}\b(?:as a thank|for (?:the|your) (?:wait|trouble|patience)|for waiting|on the house)`,
    ),
  ),
  rule(
    'gift',
    pattern(
      String.raw`\b(?:free|complimentary|surprise|little something|freebie|treat|gift)\b(?! (?:shipping|of charge|wrap))`,
      String.raw`\b(?:add|adding|include|including|put|putting|throw|toss|send|pack)\b[^,]{0,12}\b(?:extra|spare)\b`,
      String.raw`\b(?:throw|chuck|toss) in\b`,
      String.raw`\b(?:throw|chuck|toss|pop|slip|put|tuck|sneak|drop)\b[^,]{1,24}\bin (?:there|it|the (?:box|parcel|package)|with|for|your)\b`,
      String.raw`\binclude (?:a|an|some|two)\b|\b(?:sample|cookies|stickers)s?\b`,
    ),
  ),
  rule(
    'tell',
    pattern(
      String.raw`\b(?:let (?:you|u) know|get back to you|keep you (?:posted|updated)|notify|message you|msg (?:you|u)|email you|text you|ping you|tell you|pass it on to you|shoot you|in the loop|circle back|follow up|report back|give you (?:a )?(?:shout|ring|call)|write back|drop you a line|update you|inform you|contact you|reply|revert to you|remind you|come back to you|heads up|hear from (?:me|us)|first to know|be in touch|show you|pop you a|have an answer|an answer from us|send (?:you|u)? ?(?:the tracking|tracking|photos?|pics?|pictures|a video|a proof|the photos))\b`,
    ),
  ),
  rule(
    'ship',
    pattern(
      String.raw`\b(?:ships?|shipped|shipping|send|sent|post|posting|mail|mailed|dispatch(?:ed)?|go(?:es)? out|going out|on its way|out the door|leave our|drop it at|post office|hand(?:ed)? to|picks it up|first one out|in (?:the|saturday's|monday's) (?:mail|post)|to the carrier|on the truck|overnight(?:ing)?|can leave|out today|out tomorrow)\b`,
    ),
  ),
  rule(
    'other',
    pattern(
      String.raw`\b(?:guarantee|promise|have my word|cover|eat the|change the address|fix the|invoice|take care of it|make (?:it|this) right|file (?:the|a)|extend|lock in|cancel|won't be charged|won't pay|open an investigation|sort (?:it|this)|arrange|pick(?:ed)? (?:it )?up|pickup|you'll (?:have|get|receive) (?:it|them|this|that)|on the house|walk you|upgrade|call you|free shipping|speak with)\b`,
    ),
  ),
];

/** A coming deed of the seller, in one of the shapes English has for it. */
export const EN_BINDS = pattern(
  String.raw`\b(?:i|we) ?(?:'ll|'m going to|'re going to| will| shall| am going to| are going to| can promise| promise| guarantee| owe you)\b`,
  String.raw`(?:^|\b(?:and|then|so|but) )(?:ill|well|gonna|will|going to) (?!be\b|see\b)|\b(?:i|we) will\b`,
  '^let me (?:add|knock|throw|take|give|put)',
  String.raw`\b(?:i'm|i am|we're|we are) (?:adding|sending|including|shipping|putting|posting|giving|throwing|refunding|replacing)\b`,
  String.raw`^(?:adding|shipping|posting|including|sending|refunding|throwing)\b`,
  String.raw`\byou(?:'ll| will) (?:also |always )?(?:get|have|find|hear|be the first|receive|not be charged)\b`,
  String.raw`\byou won't (?:pay|be charged)\b`,
  String.raw`\b(?:it|this|that|yours?|order|parcel|package|refund|replacement|note|pair|item|set|one|piece)(?:'ll| will) (?:be|go|ship|leave|have|arrive)\b`,
  String.raw`\bpromise\b|\bguaranteed?\b|\bmy word\b|\bwe can do\b|\bon (?:me|us)\b`,
  String.raw`\byour next (?:order|purchase)\b|\bnext (?:time|order)\b|\bno questions asked\b|\bdeal\b`,
  String.raw`\bfor you$|\bthere(?:'ll| will|'s going to| is going to) be\b|\bfrom me$|\bexpect\b`,
  String.raw`\bcoming your way\b|\bon the house\b|\b(?:card|note)\b[^,]{0,24} will (?:go|be)\b|\bmoney back\b`,
  String.raw`\bfull refund if\b|\bi (?:replace|refund)\b|\blifetime\b|\bfree shipping on this\b`,
  String.raw`\byou (?:always )?get\b`,
);

/** Small courtesies and errands of the moment: done before anybody could forget them. */
const COURTESY = pattern(
  String.raw`\b(?:i|we|let)(?:'ll| will| me)? (?:check(?! it by hand)|look|take a look|have a look|be right back|see|be honest|admit|drink|transfer|connect|be at|be back)\b`,
  String.raw`\blove it\b`,
);
const ASKS = pattern(
  String.raw`^(?:do|does|did|will|would|can|could|shall|should|is|are|was|has|have|when|what|which|who|how|where|why) (?:i|we|you|it|the|that|this|there|he|she)\b`,
);
const PAST = pattern(
  String.raw`\b(?:i|we) (?:have |'ve |just |already |did )?(?:sent|shipped|refunded|gave|included|held|dropped|put|wrote|posted|mailed)\b`,
  String.raw`\b(?:has|have|had|was|were) (?:been |already )?(?:\w{1,20}ed|sent|put|included|issued)\b`,
  String.raw`\b(?:i've|we've) (?:sent|shipped|refunded|taken|given|included|applied)|\balready\b`,
  String.raw`\byesterday\b|\blast (?:time|week|order|month)\b|\bthis morning\b|\bin your last\b|\bwent out\b`,
);
const POLICY = pattern(
  String.raw`\b(?:usually|normally|typically|generally|standard|policy|policies|processing time|business days|business hours|sitewide|checkout|newsletter|sign up|black friday|sale (?:starts|ends|is)|manufacturer|orders over|auto reply|automated|automatic(?:ally)?|bot|our team will get back|discounted|expired|valid|amazon|etsy will|paypal|usps|ups will|the carrier|fedex|tracking says|according to|take 3-5|\d-\d days|weekends?|hope|hopefully|might|may|maybe|probably|should (?:arrive|be)|colleague said|accepted)\b`,
);
const NOT = pattern(
  String.raw`\b(?:can't|cannot|can not|couldn't|unable|not able|don't|do not|doesn't|didn't|did not|never|won't (?!put|pay|be charged)|wouldn't|unfortunately|i'm afraid|no discount|not sure|not available|i'd|we'd|would|i wish|out of|if i could)\b`,
);
const BUYERS = pattern(
  String.raw`\b(?:please (?!note)|you(?:'d| would|'ll| will)? (?:need to|have to|can|may|could|should|must|asked|said|mentioned|want)|you'll (?:love|see|find the|need)|let (?:me|us) know|tell me|feel free|keep me|i need your|buyer pays|who told|you said|request a)\b`,
);

/** What only says under which condition, or what for: "if you don't like it" refuses nothing. */
const CONDITION = /\b(?:if|unless|so|until|once|when|because|since|before|should it)\b.{0,80}$/;

/** Said of oneself and of what is to come: binds whatever the deed, unless it is a courtesy. */
export const EN_OWN = pattern(
  String.raw`\b(?:i|we)(?:'ll| will|'m going to|'re going to| am going to| are going to) (?!(?:also |just |then |gladly |happily )?(?:be|need|have to|see|think|assume|bet|say|guess|try|wait|understand|leave|explain|suggest|recommend|find out|read|note|mention|miss|love|hope|consider|let|ask|go with|pull up|double[- ]check|never|not)\b)\w`,
  String.raw`\b(?:i'm|we're|i am|we are) (?!going|looking|checking|waiting|trying|hoping|having|wondering|thinking|closing|running|working|seeing|getting (?:a lot|many|so)|sorting through|being|feeling|asking|experiencing|moving|leaving|offering|selling|using|saying|talking)[a-z]{2,12}ing\b(?! (?:for|about|to (?:hear|see)))`,
);
export const EN_OTHER: CommitmentRule = { table: 'promise', kind: 'other', says: /./ };

/** Goes without an "I will" where a day is named: "it ships by Friday". */
export const EN_DATED = /\b(?:it|this|that|yours|order) (?:ships|goes out|leaves)\b|^out today\b/;

/** Why a clause does not bind; null when nothing speaks against it. */
export function vetoEn(whole: string): string | null {
  const main = whole.replace(CONDITION, '').trim();
  const text = main === '' ? whole : main;
  if (COURTESY.test(text)) return 'courtesy';
  if (ASKS.test(text) && !/\b(?:i|we)'ll\b/.test(whole)) return 'asks';
  if (NOT.test(text)) return 'not';
  if (POLICY.test(text)) return 'policy';
  if (BUYERS.test(text)) return 'buyer';
  if (PAST.test(text)) return 'past';
  return null;
}
