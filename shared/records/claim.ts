import type { Day } from '../calendar/day';
import type { Money } from '../text/money';
import { matchKey } from '../text/normalize';
import type { Discount } from './discount';
import type { Gift } from './gift';
import type { Note } from './note';
import type { Promised } from './promise';

/** How a thing once said stands, as the buyer who asks for it has to be told. */
export const SAID_STANDINGS = ['open', 'given', 'over', 'broken', 'noted'] as const;
export type SaidStanding = (typeof SAID_STANDINGS)[number];

/** Something said to a buyer, or noted about them. */
export interface Said {
  readonly id: string;
  readonly kind: 'promise' | 'discount' | 'gift' | 'note';
  readonly saidAt: string;
  readonly what: string;
  readonly quote: string;
  readonly amount: Money | null;
  readonly percentOff: number | null;
  readonly orderNumber: string | null;
  readonly standing: SaidStanding;
}

interface SaidRecords {
  readonly promises: readonly Promised[];
  readonly discounts: readonly Discount[];
  readonly gifts: readonly Gift[];
  /** Notes, and what the shop wrote into an order's memo. */
  readonly notes: readonly Pick<Note, 'id' | 'text' | 'notedAt'>[];
}

const PROMISE_STANDS: Readonly<Partial<Record<Promised['state'], SaidStanding>>> = {
  open: 'open',
  kept: 'given',
  broken: 'broken',
  released: 'over',
};
const DISCOUNT_STANDS: Readonly<Partial<Record<Discount['state'], SaidStanding>>> = {
  owed: 'open',
  given: 'given',
  redeemed: 'given',
  expired: 'over',
  released: 'over',
};
const GIFT_STANDS: Readonly<Partial<Record<Gift['state'], SaidStanding>>> = {
  'waiting-for-order': 'open',
  'to-pack': 'open',
  packed: 'given',
  expired: 'over',
  released: 'over',
};

/**
 * Everything a buyer was told, as far as the book knows. What was only filled was never said; what was agreed
 * anew stands under its new words; a surprise was told to nobody.
 */
export function saidTo(records: SaidRecords, today: Day): readonly Said[] {
  const plain = { quote: '', amount: null, percentOff: null, orderNumber: null };
  const promises = records.promises.flatMap((one): readonly Said[] => {
    const standing = PROMISE_STANDS[one.state];
    const { id, saidAt, what, quote, orderNumber } = one;
    return standing ? [{ ...plain, id, kind: 'promise', saidAt, what, quote, orderNumber, standing }] : [];
  });
  const discounts = records.discounts.flatMap((one): readonly Said[] => {
    const lapsed = one.state === 'owed' && one.expires !== null && one.expires < today;
    const standing = lapsed ? 'over' : DISCOUNT_STANDS[one.state];
    const { id, saidAt, what, quote, amount, percentOff, orderNumber } = one;
    return standing
      ? [{ id, kind: 'discount', saidAt, what, quote, amount, percentOff, orderNumber, standing }]
      : [];
  });
  const gifts = records.gifts.flatMap((one): readonly Said[] => {
    const standing = one.kind === 'surprise' ? undefined : GIFT_STANDS[one.state];
    const { id, saidAt, what, quote, orderNumber } = one;
    return standing ? [{ ...plain, id, kind: 'gift', saidAt, what, quote, orderNumber, standing }] : [];
  });
  const notes = records.notes.map(
    ({ id, notedAt, text }): Said => ({
      ...plain,
      id,
      kind: 'note',
      saidAt: notedAt,
      what: text,
      standing: 'noted',
    }),
  );
  return [...promises, ...discounts, ...gifts, ...notes];
}

/** What a buyer says they were promised. */
export interface Claim {
  readonly text: string;
  /** The amount in it, where one is said. */
  readonly amount: Money | null;
  readonly percentOff: number | null;
}

export interface ClaimMatch {
  readonly said: Said;
  readonly score: number;
  /** The amount claimed is the amount said; `null` where the claim or the record names none. */
  readonly sameAmount: boolean | null;
}

const ABOUT_PRICE = /[减減折惠]|便宜|优惠|優惠|\boff\b|discount|coupon|cheaper|券/i;
const ABOUT_GIFT = /[送赠贈礼禮]|小样|小樣|gift|sample|present|free/i;
/** Words that stand in every claim and point at nothing. */
const EMPTY_WORDS = new Set([
  ...[
    'the',
    'you',
    'said',
    'promised',
    'told',
    'that',
    'would',
    'get',
    'give',
    'gave',
    'with',
    'was',
    'will',
  ],
  ...[
    'and',
    'for',
    'have',
    'had',
    'last',
    'time',
    'your',
    'our',
    'they',
    'say',
    'off',
    'order',
    'next',
    'them',
  ],
  ...[
    '上次',
    '你们',
    '我们',
    '说好',
    '说过',
    '答应',
    '给我',
    '你说',
    '们说',
    '说的',
    '说了',
    '好的',
    '下次',
    '次给',
    '过的',
    '的吗',
  ],
  ...['你們', '我們', '說好', '說過', '答應', '給我', '你說', '們說', '說的', '說了', '次給', '過的', '的嗎'],
]);

/**
 * The words of a text: Latin words whole, Chinese in pairs of neighbours.
 *
 * @example [...wordsOf('下周发货 tea')] // => ['下周', '周发', '发货', 'tea']
 */
export function wordsOf(text: string): ReadonlySet<string> {
  const folded = text.normalize('NFKC').toLowerCase();
  const words: string[] = [];
  for (const [run] of folded.matchAll(/[\u3400-\u9fff]+|[a-z]{3,}|\d+/g)) {
    if (!/[\u3400-\u9fff]/.test(run)) words.push(run);
    else if (run.length === 1) words.push(run);
    else for (let at = 0; at + 1 < run.length; at++) words.push(run.slice(at, at + 2));
  }
  return new Set(words.filter((word) => !EMPTY_WORDS.has(word)));
}

const SAME_AMOUNT = 3;
const SAME_KIND = 1;
const ALL_WORDS = 4;
/** Below this the two have nothing to do with each other. */
const ENOUGH = 0.9;

/** What was said that a claim may mean, the likeliest first; among equals the newest. */
export function matchClaim(claim: Claim, said: readonly Said[]): readonly ClaimMatch[] {
  const asked = wordsOf(claim.text);
  const whole = matchKey(claim.text);
  if (whole === '') return [];
  return said
    .map((one): ClaimMatch => {
      const sameAmount = amountsAgree(claim, one);
      const theirs = wordsOf(`${one.what} ${one.quote}`);
      const shared = [...asked].filter((word) => theirs.has(word)).length;
      const words = asked.size > 0 ? shared / asked.size : 0;
      const quoted =
        whole.length >= 4 && matchKey(`${one.what} ${one.quote}`).includes(whole) ? ALL_WORDS : 0;
      const score =
        (sameAmount ? SAME_AMOUNT : 0) + (sameKind(claim, one) ? SAME_KIND : 0) + words * ALL_WORDS + quoted;
      return { said: one, score, sameAmount };
    })
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || (a.said.saidAt < b.said.saidAt ? 1 : -1));
}

function sameKind({ text, amount, percentOff }: Claim, { kind }: Said): boolean {
  if (kind === 'discount') return amount !== null || percentOff !== null || ABOUT_PRICE.test(text);
  return kind === 'gift' && ABOUT_GIFT.test(text);
}

function amountsAgree(claim: Claim, said: Said): boolean | null {
  if (claim.amount) {
    return said.amount
      ? claim.amount.minor === said.amount.minor && claim.amount.currency === said.amount.currency
      : said.percentOff === null
        ? null
        : false;
  }
  if (claim.percentOff !== null) {
    return said.percentOff === null && said.amount === null ? null : claim.percentOff === said.percentOff;
  }
  return null;
}

export type ClaimOutcome = Exclude<SaidStanding, 'noted'> | 'noted' | 'none' | 'before';

/**
 * What a look-up came to. Nothing found is not the same before and after the day this shop's records begin: of
 * the time before nobody knows.
 *
 * @param claimed The day the buyer names, where they name one.
 * @param since The first day of this shop's records; `null` when there are none.
 * @param bought The buyer's first order, where one is known.
 *
 * @example claimOutcome(null, '2025-11-11', '2026-03-01', null) // => 'before'
 * @example claimOutcome(null, '2026-04-11', '2026-03-01', null) // => 'none'
 */
export function claimOutcome(
  best: Pick<ClaimMatch, 'said'> | null,
  claimed: Day | null,
  since: Day | null,
  bought: Day | null,
): ClaimOutcome {
  if (best) return best.said.standing;
  if (since === null) return 'before';
  if (claimed !== null) return claimed < since ? 'before' : 'none';
  return bought !== null && bought < since ? 'before' : 'none';
}
