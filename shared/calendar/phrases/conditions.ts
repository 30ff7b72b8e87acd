import type { Due } from '../../records/promise';
import type { FoundDue } from './found';
import { ZH_NUMBER, zhNumber } from './zh-number';

const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
};
const number = (text: string) => zhNumber(text) ?? WORDS[text.toLowerCase()] ?? null;

type Rule = readonly [pattern: RegExp, due: (match: RegExpExecArray) => Due | null];

function shipped(count: string | undefined): Due | null {
  const days = count === undefined ? 0 : number(count);
  return days === null ? null : { on: 'shipped', plusDays: days };
}

/** Conditions come before days: "发货后三天" is three days after shipping, not three days from today. */
const RULES: readonly Rule[] = [
  [new RegExp(`(?:发货|寄出)[之以]?后(?:的?(${ZH_NUMBER})天)?`), ([, n]) => shipped(n)],
  [/(\w+) days? after (?:shipping|we ship|it ships|dispatch)/i, ([, n]) => shipped(n)],
  [/(?:once|when|after) (?:it is |it's )?(?:shipped|shipping|dispatched)/i, () => shipped(undefined)],
  [/到货|补货|有货|来货|back in stock|restock(?:ed)?/i, () => ({ on: 'back-in-stock', what: '' })],
  [
    /下次(?:再?来?(?:聊|找我|联系|咨询)|跟我说)|next (?:chat|time you (?:write|chat|message))/i,
    () => ({ on: 'next-chat' }),
  ],
  [/下[一]?(?:次|回|单|个?订单)|next (?:order|purchase|time|one)/i, () => ({ on: 'next-order' })],
];

/**
 * A condition a promise waits for: next order, next chat, back in stock, shipped + n days.
 *
 * @example findCondition('下次下单减10元') // => { due: { on: 'next-order' }, matched: '下次' }
 * @example findCondition('two days after shipping') // => { due: { on: 'shipped', plusDays: 2 }, matched: 'two days after shipping' }
 */
export function findCondition(text: string): FoundDue | null {
  for (const [pattern, read] of RULES) {
    const match = pattern.exec(text);
    const due = match ? read(match) : null;
    if (match && due) return { due, matched: match[0] };
  }
  return null;
}
