import type { FactRule } from './fact-rules-zh';
import { pattern } from './pattern';

export const EN_FAMILY =
  'mom|mum|mother|dad|father|grandmother|grandma|grandfather|grandpa|wife|husband|partner|girlfriend|boyfriend|fiance|friend|best friend|sister|brother|son|daughter|kid|child|baby|toddler|niece|nephew|aunt|uncle|cousin|boss|teacher|colleague|coworker|grandson|granddaughter|mother in law|in-laws|neighbor|parents|nan';
const WHO = `(?:i|we|he|she|(?:my|our|his|her) (?:\\w{1,20} )?(?:${EN_FAMILY}|dog|cat))`;
const BE = "(?: am|'m| is|'s| are|'re| was)";
const CHILD =
  '(?:baby|son|daughter|kid|child|toddler|little one|grandson|granddaughter|newborn|twins|boy|girl)';
const PET =
  '(?:dogs?|cats?|pupp(?:y|ies)|kittens?|retriever|rabbits?|hamsters?|parrots?|labrador|poodle|corgi)';

export const EN_FACTS: readonly FactRule[] = [
  {
    topic: 'allergy',
    says: pattern(
      String.raw`\ballergic to (?!it|this|that)\w{1,20}|\b(?:have|has|got|with) an? (?:\w{1,20} ){0,2}allergy`,
      String.raw`\bhave (?:\w{1,20} )?allergies|\bintolerant\b|\breact badly to\b`,
      String.raw`\b(?:he|she|they)(?:'s| is|'re| are) allergic\b`,
      String.raw`\bcan't have (?:dairy|gluten|nuts|eggs|soy|wheat|peanuts|shellfish)\b`,
    ),
  },
  {
    topic: 'skin',
    says: pattern(
      String.raw`\b(?:have|has|got|with) (?:very |really |super )?(?:\w{1,20} )?(?:oily|dry|sensitive|combination|acne[- ]prone|normal|mature|fair|dark) skin\b`,
      String.raw`\b(?:my|her|his) skin(?: is|'s) \b|\b(?:have|has) (?:rosacea|eczema|psoriasis|acne)\b`,
      String.raw`^(?:dry|oily|sensitive|combination) skin here\b|\bfair[- ]skinned\b`,
    ),
  },
  {
    topic: 'hair',
    says: pattern(
      String.raw`\b(?:my|her|his) hair(?: is|'s)\b`,
      String.raw`\b(?:have|has) (?:very |really )?(?:\w{1,20} )?(?:hair|dandruff)\b|\boily scalp\b|\bdandruff\b`,
    ),
  },
  {
    topic: 'child',
    says: pattern(
      String.raw`\b(?:my|our|a|she|he)\b.{0,12}\b${CHILD}\b.{0,10}\b(?:months?|years?|weeks?|turned|is \d|\d{1,6} and|in (?:first|second|third|fourth|fifth|\w{1,20}th) grade|and a half)`,
      String.raw`\b\d{1,2} (?:months?|weeks?) old\b.{0,12}\b${CHILD}`,
      String.raw`\b(?:i'm|i am|is|she's|weeks) (?:\w{1,20} )?pregnant\b`,
      String.raw`\b(?:he|she)(?:'s| is) \d{1,2} (?:months?|weeks?|years?) old|\bwe have twins\b|\bour newborn\b`,
      String.raw`\bbaby is due\b|\ba \d{1,2} year old\b|\b(?:two|three|\d) kids\b`,
      String.raw`\b(?:my|our) ${CHILD} is \d{1,2}\b`,
    ),
  },
  {
    topic: 'pet',
    says: pattern(
      String.raw`\b(?:i|we) have (?:an? |two |three |\d )?(?:\w{1,20} )?${PET}\b`,
      String.raw`\b(?:my|our) ${PET} (?:is|has|are|weighs)\b`,
    ),
  },
  {
    topic: 'size',
    says: pattern(
      String.raw`\b${WHO}(?: (?:usually|normally|always|typically))?(?:${BE}(?: (?:usually|normally))? (?:an? )?(?:size \w{1,3}\b|\d{2}[a-f]\b|large\b|medium\b|small\b|xl\b|xs\b)| (?:usually |normally )?(?:wears?|takes?) (?:an? )?(?:size|uk|us|eu|small|medium|large|x?xl|[sml]\b|\dt\b))`,
      String.raw`\b(?:my|her|his) (?:ring|shoe|dress|bra|hat)? ?size is\b`,
      String.raw`\b(?:my|her|his) (?:wrist|waist|bust|hips?|chest|head|foot) is \d|\busually wear an? \w{1,20}`,
      String.raw`\bi(?:'ve| have) always been an? (?:size )?\w{1,20}|\ba size \d{1,2} in\b`,
    ),
  },
  {
    topic: 'body',
    says: pattern(
      String.raw`\b${WHO}${BE} (?:\d'\d|\d (?:ft|foot|feet)|\d{3} ?cm|about \d)|\bi weigh\b`,
      String.raw`\bi have (?:wide|narrow|big|small|broad|long|short|thick) (?:feet|shoulders|hips|legs|arms|hands|calves|neck)\b`,
      String.raw`\bi(?:'m| am) (?:quite |very |pretty |rather )?(?:petite|plus size|tall|short|curvy)\b`,
    ),
  },
  {
    topic: 'health',
    says: pattern(
      String.raw`\b(?:have|has|got) (?:a )?(?:bad|sore|weak) (?:back|knees?|neck|hips?|eyes?)\b`,
      String.raw`\b(?:have|has) (?:flat feet|asthma|arthritis|bunions|diabetes|migraines|insomnia)\b`,
      String.raw`\b(?:nearsighted|farsighted|breastfeeding|diabetic)\b`,
    ),
  },
  {
    topic: 'taste',
    says: pattern(
      String.raw`\bi(?:'m| am) (?:a )?(?:vegan|vegetarian)\b`,
      String.raw`\b(?:i|we|he|she) (?:don't|doesn't|can't|only|never) (?:eat|drink)s?\b`,
      String.raw`\bi (?:don't like|love|prefer|hate|only like) (?:\w{1,20} )?(?:pink|red|green|blue|black|white|purple|yellow|brown|grey|gray|teal|unscented|loose|tight|strong smells?|spicy|sweet|dark|bright|light|plain)\b(?! one)`,
      String.raw`\bfavou?rite colou?r\b|\bi prefer a (?:loose|tight|slim|relaxed) fit\b|\bno sugar\b`,
    ),
  },
  {
    topic: 'city',
    says: pattern(
      String.raw`\b(?:i|we) live (?:in|on|near)\b`,
      String.raw`\bi(?:'m| am) (?:based |located |up |down |over |out )?(?:in|from) (?!work|love|a |an |the |my |your |meeting|hurry)[a-z]{1,20}`,
      String.raw`\bwe(?:'re| are) (?:based )?in (?!love|a )[a-z]{1,20}|\bno elevator\b`,
    ),
  },
  {
    topic: 'home',
    says: pattern(
      String.raw`\bmy (?:living room|bedroom|kitchen|balcony|bathroom|apartment|garden|bed|desk|window) (?:is|faces|has)\b`,
      String.raw`\bi (?:have|own|use) an? (?:queen|king|twin|full|double|single) (?:size )?bed\b`,
      String.raw`\bi(?:'ve got| have| use| own| got) an? (?:iphone|pixel|galaxy|samsung|android|ipad|macbook)\b`,
      String.raw`\bmy (?:phone|car|laptop|tv) is an?\b|\bi drive an?\b|\bi rent\b`,
    ),
  },
  {
    topic: 'recipient',
    says: pattern(
      String.raw`\bfor (?:my|a|our|his|her|the) (?:\w{1,20} )?(?:${EN_FAMILY})\b`,
      String.raw`\b(?:gift|present) for (?:my|a|our)\b`,
      String.raw`\b(?:it's|its|it is|this is) a (?:\w{1,20} )?(?:gift|present)\b`,
      String.raw`\b(?:give|sending|send|giving) (?:it|this|one) to my (?:${EN_FAMILY})\b`,
      String.raw`\b(?:surprise|present|gift) for my \w{1,20}|\bsurprise my (?:${EN_FAMILY})\b`,
    ),
  },
];

export const EN_OCCASIONS: readonly (readonly [RegExp, 'birthday' | 'anniversary' | 'wedding' | 'baby'])[] = [
  [/\bbirthday\b|\bbday\b|\bturn(?:s|ing) \d{1,3}\b/, 'birthday'],
  [/\banniversary\b/, 'anniversary'],
  [/\bgetting married\b|\bwedding\b/, 'wedding'],
  [/\bbaby shower\b|\bchristening\b|\bbaptism\b/, 'baby'],
];

export const EN_FACT_VETO = pattern(
  String.raw`^(?:is|does|do|can|could|will|would|are|what|where|when|how|which|any|did|has|have you|should)\b`,
  String.raw`\b(?:discount|coupon|refund|return it|my order|my package|ordered|received|sold out|gift wrap|birthday cards?|loved it|loves it|says hi|pick it up|chewed|sent it to|problem|question|good gift)\b`,
);
