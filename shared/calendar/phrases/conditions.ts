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

/** The name of the goods in "等那个蓝色杯子到货": without the words that lead up to it. */
function goodsOf(words: string): string {
  return words
    .replace(/^.{0,24}(?:等到?|[待给給]您?|一旦|要是|如果|那[个個只款]|[这這][个個只款]|您要的)/, '')
    .replace(/(?:一|再|又|的|了|重新|马上|馬上|就){1,8}$/, '');
}

/** Conditions come before days: "发货后三天" is three days after shipping, not three days from today. */
const RULES: readonly Rule[] = [
  [new RegExp(`(?:发货|發貨|出货|出貨|寄出)[之以]?[后後](?:的?(${ZH_NUMBER})天)?`), ([, n]) => shipped(n)],
  [/(\w{1,12}) days? after (?:shipping|we ship|it ships|dispatch)/i, ([, n]) => shipped(n)],
  [/(?:once|when|after) (?:it is |it's )?(?:shipped|shipping|dispatched)/i, () => shipped(undefined)],
  [
    /([^，。,.!！?？；;：:\s]{0,24})(?:到货|到貨|补货|補貨|有货|有貨|来货|來貨)/,
    ([, goods]) => ({ on: 'back-in-stock', what: goodsOf(goods!) }),
  ],
  [
    /\b(?:when|once|as soon as|if) (?:the |your |our )?([\w -]{1,40}?) (?:is|are|comes?|gets?) back\b(?: in stock)?/i,
    ([, goods]) => ({ on: 'back-in-stock', what: /^(?:it|they|that|this)$/i.test(goods!) ? '' : goods! }),
  ],
  [/\bback in stock\b|\brestock(?:ed)?\b/i, () => ({ on: 'back-in-stock', what: '' })],
  [
    /下次(?:再?[来來]?(?:聊|找我|联系|聯繫|咨询|諮詢)|跟我[说說])|next (?:chat|time you (?:write|chat|message))/i,
    () => ({ on: 'next-chat' }),
  ],
  [
    /下[一]?(?:次|回|单|單|[个個]?(?:订单|訂單))|next (?:order|purchase|time|one)/i,
    () => ({ on: 'next-order' }),
  ],
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
