import { placeIn } from '@shared/text/fold';
import { type Money, parseMoney } from '@shared/text/money';
import { cleanText } from '@shared/text/normalize';
import { findOffs } from '@shared/text/off';
import { type Clause, readMessage } from './clauses';
import { suggestionKey } from './key';
import { pattern } from './pattern';
import type { PriceAsk, ReadingWorld } from './types';

const NUMBER = '(\\d{1,6}(?:\\.\\d{1,2})?)';
/** A price named as the one they would pay. */
const WISHED: readonly RegExp[] = [
  pattern(
    `^(?:亲|老板|那|就)?${NUMBER}(?:块钱?|元)?(?:包邮)?(?:两个|一个|一起)?(?:卖不卖|卖吗|行不行|行吗|可以吗|可以不|好不好|成吗|成不|给我吧?|能拿下?不?|能卖吗|我就拿|我就拍|你?卖我)`,
  ),
  new RegExp(`(?:一口价|凑个整|算我)${NUMBER}`),
  new RegExp(`^${NUMBER}你卖我`),
  pattern(
    String.raw`\b(?:would you (?:take|accept)|can you do|could you do|how about|i'll give you|i can pay|i'd pay|take|accept) [$€£]?${NUMBER}(?![\d.]| ?(?:%|cm|inch|mm|kg|days?|pieces|pcs|off))`,
  ),
];
/** So much less than the price. */
const LESS = new RegExp(`(?:少|减|便宜|优惠|让)${NUMBER}(?:块|元|$|我)`);
const ASKS = pattern(
  '便宜(?:点|些|一点|多少|吗|不)|(?:算|能|可以|再|卖)?便宜(?:一)?[点些]|最低(?:多少|价|能)?',
  '还?能?优惠(?:点|吗|不|多少|一点)|有(?:没有)?(?:优惠|券|折扣)(?:券)?(?:吗|啊|不|$)|打个?折',
  String.raw`[给发]张?.{0,2}券|实在价|少(?:点|一点)吧?$|抹个?零|能?少\d|再减|包邮(?:行|可以|吗|不|卖)`,
  String.raw`(?:可以|能)包邮|别家(?:才|只)?卖?\d|(?:再|能)低(?:点|一点)|商量|底价|能打.{0,3}折`,
  String.raw`[一二三四五六七八九\d]折(?:行|可以|吗|好)|贵了`,
);
const EN_ASKS = pattern(
  String.raw`\b(?:any|a|get a|offer a|is there a|have a|have any|do a) (?:discount|coupon|promo|deal)`,
  String.raw`\bdiscount\?|\bcoupon code\b|\bbest price\b(?! i)`,
  String.raw`\b(?:lower|better|cheaper)\b.{0,20}\b(?:price|on|if|for)\b`,
  String.raw`\b(?:do|go) (?:it )?(?:any )?(?:better|lower|cheaper)\b`,
  String.raw`\bcan (?:i|you|we) (?:get|do|have|give me) \d{1,2} ?%|\bfree shipping (?:possible|please)`,
  String.raw`\bcheaper if\b|\blower the price\b|\bknock .{1,12} off\b`,
);
const CALM = pattern(
  '^(?:现在|打折的)|优惠券怎么|用不了|很?便宜(?:喜欢|没|$)|挺便宜|比别家便宜|不贵|实惠',
  String.raw`\d(?:ml|码|斤|个|年|kg|g|cm)|买了|要\d|寄新疆`,
  String.raw`\b(?:worked|doesn't work|paid|bought|great price|i have found)\b|打折吗?$`,
);

const WAITING = pattern(
  '^(?:亲|你好|您好|老板|客服|请问|现在|还|人|有人|hello|hi)?(?:还)?在(?:吗|不在?|嘛|么|线吗)(?:亲|老板)?$',
  '^(?:老板|客服|人|卖家)(?:呢|在吗|在不)$|^有人(?:在)?(?:吗|么|不)$|^人呢$',
  '怎么(?:不回|没人|还不回)|(?:回|理)(?:我)?一下|^喂$|等半天|回(?:复)?(?:我|一)下?$|没人(?:回|理)$',
  String.raw`麻烦回复|有空回|^(?:hello|hi|hey)\?|\b(?:anyone|anybody|you|u) (?:still )?there\b`,
  String.raw`\bare you (?:there|around|online)\b|\bplease (?:reply|respond|answer)\b`,
  String.raw`\bwaiting for (?:a |your )?(?:reply|answer|response)\b|\bany updates?\b|\bcan you answer\b`,
  String.raw`\bany news\b`,
);

/**
 * A wish for a lower price in a buyer's message, with the price they named; `null` when they don't bargain.
 *
 * @param text One message of the buyer; at most its first 2,000 characters are read.
 */
export function priceAskIn(text: string, world: ReadingWorld): PriceAsk | null {
  const message = readMessage(text);
  for (const clause of message.clauses) {
    const ask = askOf(clause, world);
    if (!ask) continue;
    const { from, to } = placeIn(message.original, message.folded, clause.start, clause.end);
    const quote = cleanText(message.original).slice(0, 500);
    return {
      ...ask,
      quote,
      span: { start: from, end: to },
      confidence: ask.wished || ask.off || ask.percentOff !== null ? 0.9 : 0.8,
      key: suggestionKey('ask', quote),
    };
  }
  return null;
}

function askOf(
  { text }: Clause,
  { currency }: ReadingWorld,
): Pick<PriceAsk, 'wished' | 'off' | 'percentOff'> | null {
  const money = (said: string | undefined): Money | null => (said ? parseMoney(said, currency) : null);
  const wished = WISHED.map((pattern) => money(pattern.exec(text)?.[1])).find((amount) => amount !== null);
  if (wished) return { wished, off: null, percentOff: null };
  if (CALM.test(text) || !(ASKS.test(text) || EN_ASKS.test(text))) return null;
  const off = money(LESS.exec(text)?.[1]);
  const share = findOffs(text, currency).find(({ percentOff }) => percentOff !== null);
  return { wished: null, off, percentOff: share?.percentOff ?? null };
}

/**
 * Whether a buyer's message only asks if anybody is there: somebody waits and gets impatient.
 *
 * @param text One message of the buyer.
 */
export function isAskingForAnswer(text: string): boolean {
  // Longer ones say something, and that is answered first.
  if (text.length > 60) return false;
  const plain = text.normalize('NFKC').trim();
  if (/^[?]{1,20}$/.test(plain)) return true;
  if (/^(?:hello|hi|hey) ?[?]{1,5}$/i.test(plain)) return true;
  return readMessage(text).clauses.some((clause) => WAITING.test(clause.text));
}
