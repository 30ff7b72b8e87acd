import { zhNumber } from '@shared/calendar/phrases/zh-number';
import { placeIn } from '@shared/text/fold';
import { cleanText } from '@shared/text/normalize';
import { type Clause, type Message, readMessage } from './clauses';
import { EN_FACT_VETO, EN_FACTS, EN_FAMILY } from './fact-rules-en';
import { ZH_FACT_VETO, ZH_FACTS, ZH_FAMILY, ZH_TELLS } from './fact-rules-zh';
import { suggestionKey } from './key';
import { saidDate } from './said-date';
import type { Fact, FactTopic, ReadingWorld, SaidDate } from './types';

/** A chip is short; more words than this are kept as a note by hand. */
const MAX_FACT = 40;
const MAX_FACTS = 5;
const FAMILY = new RegExp(`(?:${ZH_FAMILY})|\\b(?:${EN_FAMILY})\\b`);

/**
 * What a buyer's own message tells about them or about those they buy for: worth a chip in the profile, a date
 * or a person. Questions about the goods are none.
 *
 * @param text One message of the buyer; at most its first 2,000 characters are read.
 */
export function factsIn(text: string, world: ReadingWorld): readonly Fact[] {
  const message = readMessage(text);
  const found: Fact[] = [];
  // A topic is told once: writing it out again, only to leave it out, is what a repeated message would cost.
  const add = (topic: FactTopic, clause: Clause, date: SaidDate | null) => {
    if (found.length >= MAX_FACTS || found.some((fact) => fact.topic === topic)) return;
    found.push(written(topic, clause, message, date));
  };
  message.clauses.forEach((clause, at) => {
    if (clause.quoted) return;
    const next = message.clauses[at + 1];
    const pair = next && next.sentence === clause.sentence ? { ...clause, end: next.end } : null;
    const known = found.some(({ topic }) => topic === 'date');
    const date = known ? null : dateOf(clause, pair, message, world);
    if (date) add('date', date.clause, date.date);
    const topic = topicOf(clause, pair, message);
    // 百天 and 周岁 are ages only where no day stands with them.
    if (topic && !(date && topic.topic === 'child')) add(topic.topic, topic.clause, null);
  });
  return found;
}

/** The weight said after a height: one chip, not two. */
const WEIGHT = /^[ ,/](?:体重)?\d{2,3}(?:斤|kg|公斤|$)/;

const isZh = (text: string) => /[\u3400-\u9fff]/.test(text);

function vetoed(clause: Clause, text: string): boolean {
  if (!isZh(text)) return clause.asked && EN_FACT_VETO.test(text) ? true : EN_FACT_VETO.test(text);
  return ZH_FACT_VETO.test(text) && !ZH_TELLS.test(text);
}

function topicOf(
  clause: Clause,
  pair: Clause | null,
  message: Message,
): { readonly topic: FactTopic; readonly clause: Clause } | null {
  if (vetoed(clause, clause.text)) return null;
  const rules =
    isZh(clause.text) || /^[\d\s/a-z]{1,160}$/.test(clause.text) ? [...ZH_FACTS, ...EN_FACTS] : EN_FACTS;
  const both = pair ? message.folded.text.slice(pair.start, Math.min(pair.end, pair.start + 80)) : '';
  for (const { topic, says, wide } of rules) {
    if (says.test(clause.text))
      return {
        topic,
        clause: topic === 'body' && WEIGHT.test(both.slice(clause.text.length)) ? pair! : clause,
      };
    if (wide && pair && says.test(both)) return { topic, clause: pair };
  }
  return null;
}

function dateOf(
  clause: Clause,
  pair: Clause | null,
  message: Message,
  world: ReadingWorld,
): { readonly date: SaidDate; readonly clause: Clause } | null {
  if (clause.asked && !isZh(clause.text)) return null;
  const veto = isZh(clause.text) ? ZH_FACT_VETO : EN_FACT_VETO;
  if (veto.test(clause.text)) return null;
  const own = saidDate(clause.text, world.today);
  if (own) return { date: own, clause };
  if (!pair) return null;
  const both = message.folded.text.slice(pair.start, Math.min(pair.end, pair.start + 80));
  const date = veto.test(both) ? null : saidDate(both, world.today);
  return date ? { date, clause: pair } : null;
}

function written(topic: FactTopic, clause: Clause, message: Message, date: SaidDate | null): Fact {
  const { from, to } = placeIn(message.original, message.folded, clause.start, clause.end);
  const words = cleanText(message.original.slice(from, to));
  const folded = message.folded.text.slice(clause.start, clause.end);
  return {
    topic,
    fact: [...words].slice(0, MAX_FACT).join(''),
    whose: FAMILY.exec(folded)?.[0] ?? null,
    date,
    ageMonths: topic === 'child' ? ageMonths(folded) : null,
    quote: cleanText(message.original).slice(0, 500),
    span: { start: from, end: to },
    confidence: topic === 'taste' || topic === 'home' ? 0.7 : 0.85,
    key: suggestionKey(`fact/${topic}`, words),
  };
}

const NUMBER = '([\\d一二两三四五六七八九十]{1,3})';

/**
 * An age as parents say it, in months: 8个月, 一岁半, 3岁, 45天, "18 months", "2 and a half".
 */
function ageMonths(text: string): number | null {
  const number = (words: string | undefined) => (words === undefined ? null : zhNumber(words));
  const years = number(new RegExp(`${NUMBER}岁`).exec(text)?.[1]);
  const half = /岁半|and a half/.test(text) ? 6 : 0;
  const months =
    number(new RegExp(`${NUMBER}个多?月`).exec(text)?.[1]) ?? number(/(\d{1,2}) months?/.exec(text)?.[1]);
  if (years !== null) return years * 12 + half + (months ?? 0);
  if (months !== null && !/孕|pregnant/.test(text)) return months;
  const days = number(new RegExp(`${NUMBER}天`).exec(text)?.[1]);
  if (days !== null) return Math.floor(days / 30);
  const english = /\b(?:is|turned|a) (\d{1,2})\b/.exec(text)?.[1];
  return english === undefined ? null : Number(english) * 12 + half;
}
