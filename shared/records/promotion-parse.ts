import type { Day } from '../calendar/day';
import { parseDue } from '../calendar/phrases';
import { type Money, parseMoney } from '../text/money';
import type { PromotionTerms } from './promotion';

/** Longer text is not a rule; the cap keeps the patterns cheap whatever is pasted. */
const MAX_LENGTH = 2000;
const N = '[¥￥$€£]?\\s?(\\d{1,9}(?:,\\d{3})*(?:\\.\\d{1,2})?)';
const YUAN = '\\s?(?:元|圓|块|塊)?';

interface Found {
  readonly first: string;
  readonly second: string;
  readonly kind: PromotionTerms['kind'];
  readonly matched: string;
}

type Rule = readonly [pattern: RegExp, read: (match: RegExpExecArray) => Omit<Found, 'matched'>];

/** What is spent and what it brings. Words for a coupon make it one; else what is taken off is taken off at once. */
const RULES: readonly Rule[] = [
  [
    new RegExp(
      `每?[满滿]${YUAN}\\s?${N}${YUAN}[，,\\s]*(?:立|直)?(减|減|送|返|得|赠|贈|抵)\\s?${N}${YUAN}(?=(.{0,6}))`,
    ),
    ([, spend, verb, get, after]) => ({
      first: spend!,
      second: get!,
      kind: /[送返得赠贈]/.test(verb!) || /券|卡|红包|紅包/.test(after!) ? 'coupon' : 'off',
    }),
  ],
  [
    new RegExp(
      `\\bspend(?:ing)?\\s+${N}\\b[^.;\\d]{0,20}?\\b(get|receive|earn|save|take)\\s+(?:a\\s+)?${N}(?=(.{0,20}))`,
      'i',
    ),
    ([, spend, verb, get, after]) => ({
      first: spend!,
      second: get!,
      kind:
        /save|take/i.test(verb!) || (/^\s*off/i.test(after!) && !/coupon|voucher/i.test(after!))
          ? 'off'
          : 'coupon',
    }),
  ],
  [
    new RegExp(
      `${N}\\s+off\\s+(?:for |on |all |any |when you spend |orders? (?:over|of|above) |over |above ){1,3}${N}`,
      'i',
    ),
    ([, get, spend]) => ({ first: spend!, second: get!, kind: 'off' }),
  ],
];

/** What using a coupon asks for: so much spent for each so much taken off. */
const CONDITIONS: readonly Rule[] = [
  [
    new RegExp(
      `每(?:消费|消費|再买|再買)?[满滿]?\\s?${N}${YUAN}[，,\\s]*(?:只|仅|僅)?(?:可|能|限)?(?:以)?(?:使用|抵扣|用|抵|减|減)\\s?${N}`,
    ),
    ([, spend, off]) => ({ first: spend!, second: off!, kind: 'coupon' }),
  ],
  [
    new RegExp(
      `(?:使用|用|抵扣|抵)\\s?${N}${YUAN}(?:券|優惠券|优惠券)?[，,\\s]*(?:需|须|須|要)(?:再)?(?:消费|消費|买|買)?[满滿]?\\s?${N}`,
    ),
    ([, off, spend]) => ({ first: spend!, second: off!, kind: 'coupon' }),
  ],
  [
    new RegExp(`${N}\\s+(?:off\\s+)?(?:for (?:each|every)|per|each|every)\\s+(?:full\\s+)?${N}`, 'i'),
    ([, off, spend]) => ({ first: spend!, second: off!, kind: 'coupon' }),
  ],
  [
    new RegExp(
      `(?:for (?:each|every)|per|each|every)\\s+${N}(?:\\s+spent)?,?\\s+(?:use\\s+|take\\s+)?${N}(?:\\s+off)?`,
      'i',
    ),
    ([, spend, off]) => ({ first: spend!, second: off!, kind: 'coupon' }),
  ],
];

const UNTIL =
  /(?:有效期?(?:至|到)?|截至|截止(?:到|至)?|[至到]|\bvalid (?:to|until|till|through)|\buntil|\bends? (?:on)?|\bexpires? (?:on)?)\s*([^,，;；。]{2,24})/gi;
const LIMIT = [
  /(?<!每人)(?:限量?|共|前)\s?(\d{1,7})\s?(?:张|張|份|名|位|单|單)/,
  /(?:limited to|first|only)\s+(\d{1,7})\b/i,
];

/**
 * A promotion's rule as it was typed, read into its terms; `null` when it says no "spend so much, get so much".
 *
 * @param currency The shop's, ISO 4217.
 * @example parseTerms('满300减150', 'CNY', '2026-11-22')?.kind // => 'off'
 * @example parseTerms('spend 300 get 150', 'CNY', '2026-11-22')?.get // => { minor: 15000, currency: 'CNY' }
 * @example parseTerms('everything must go', 'CNY', '2026-11-22') // => null
 */
export function parseTerms(text: string, currency: string, today: Day): PromotionTerms | null {
  const plain = text.slice(0, MAX_LENGTH).normalize('NFKC');
  const rule = find(RULES, plain);
  if (!rule) return null;
  const [spend, get] = [moneyOf(rule.first, currency), moneyOf(rule.second, currency)];
  if (!spend || !get) return null;
  const condition = find(CONDITIONS, plain.replace(rule.matched, ' '));
  const perSpend = condition ? moneyOf(condition.first, currency) : null;
  const perTakeOff = condition ? moneyOf(condition.second, currency) : null;
  const both = perSpend !== null && perTakeOff !== null;
  return {
    text,
    spend,
    get,
    perSpend: both ? perSpend : null,
    perTakeOff: both ? perTakeOff : null,
    until: untilOf(plain, today),
    limit: limitOf(plain),
    // A condition of use is the mark of something that is used later.
    kind: both ? 'coupon' : rule.kind,
  };
}

function find(rules: readonly Rule[], text: string): Found | null {
  for (const [pattern, read] of rules) {
    const match = pattern.exec(text);
    if (match) return { ...read(match), matched: match[0] };
  }
  return null;
}

function moneyOf(text: string, currency: string): Money | null {
  const money = parseMoney(text, currency);
  return money && money.minor > 0 ? money : null;
}

function untilOf(text: string, today: Day): Day | null {
  for (const [, words] of text.matchAll(UNTIL)) {
    const due = parseDue(words!, today)?.due;
    if (due?.on === 'day') return due.day;
  }
  return null;
}

function limitOf(text: string): number | null {
  for (const pattern of LIMIT) {
    const match = pattern.exec(text);
    if (match) return Number(match[1]);
  }
  return null;
}
