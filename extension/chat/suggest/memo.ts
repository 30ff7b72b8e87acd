import { parseDue } from '@shared/calendar/phrases';
import { placeIn } from '@shared/text/fold';
import { cleanText } from '@shared/text/normalize';
import { findOffs } from '@shared/text/off';
import { type Clause, readMessage } from './clauses';
import { EN_RULES } from './commitment-en';
import { type CommitmentRule, ZH_RULES } from './commitment-zh';
import { suggestionKey } from './key';
import { pattern } from './pattern';
import type { Commitment, ReadingWorld } from './types';

/** Notes to oneself leave out who and whom: "下次送小样", "owes 10% off". */
const OPEN = pattern(
  '答应|承诺|说好|欠|还欠|下次|下单|必[发走]|前发|要写|记得|别忘|补发|补寄|补一|补上|补差|多放|随单',
  '到了?(?:货)?通知|通知她|通知他|通知买家|留一|留[一两]|送(?:小样|礼|面膜|一|她|他|个)|包邮|运费退',
  String.raw`退\d|退一半|后退款|包换|加固|不放|指定|发顺丰|少收|减\d|\d折|\bowes?\b|\bpromised?\b|\badd an?\b`,
  String.raw`\brefund\b|\bship by\b|\bhold (?:until|till|for)\b`,
  String.raw`\bsend (?:a |the )?(?:replacement|missing|new)|\bnext (?:time|order)\b|\binclude\b`,
  String.raw`\blet (?:her|him|them) know\b|\bfree shipping next\b|\bresend\b`,
);
const DONE = pattern(
  '已(?:发|退|补|送|寄|改|备|赔|处理|给|换|好|放|解决)|(?:发|退|补|送|寄|放|换)(?:了|好了|过了|完)',
  String.raw`不要|买家要求退款|中差评|拍错|\b(?:already|sent|shipped \d|refunded|done|do not|called)\b`,
);
const WISHES: readonly CommitmentRule[] = [
  { table: 'promise', kind: 'card', says: /贺卡|卡片|gift note|\bcard\b/ },
  { table: 'promise', kind: 'tell', says: /通知|告知|\blet (?:her|him|them) know\b/ },
  {
    table: 'gift',
    kind: 'gift',
    says: /送(?!达|货|到)|赠|小样|多放|欠.{0,3}[一个包]|\bsample\b|\bextra\b|\binclude\b/,
  },
  { table: 'promise', kind: 'replace', says: /补(?:发|寄|一|上)|包换|重发|\bresend\b|\breplacement\b/ },
  { table: 'discount', kind: 'discount', says: /折|减|少收|优惠|抵|% off|\d off/ },
  { table: 'promise', kind: 'refund', says: /退|补差|差价|补\d|\brefund\b/ },
  { table: 'promise', kind: 'goods', says: /留|加固|包严|不放|\bhold\b/ },
  { table: 'promise', kind: 'ship', says: /发|寄|顺丰|\bship\b/ },
];

/**
 * Lines of an imported shop memo that sound promised and not yet done (J17): offered for review one by one, never
 * taken over by themselves. Flags, delivery wishes and what is marked as done are none.
 *
 * @param text The memo of one order or buyer, as the platform exports it.
 */
export function promisesInMemo(text: string, world: ReadingWorld): readonly Commitment[] {
  const message = readMessage(text);
  const found: Commitment[] = [];
  message.clauses.forEach((clause, at) => {
    const next = message.clauses[at + 1];
    if (!OPEN.test(clause.text) || DONE.test(clause.text)) return;
    // "补发一个 已寄": the next word settles it.
    if (next && next.text.length <= 8 && DONE.test(next.text)) return;
    const rule = ruleOf(clause);
    if (!found.some(({ table, kind }) => table === rule.table && kind === kindOf(rule)))
      found.push(memoLine(clause, rule, message.original, message.folded, world));
  });
  return found;
}

const OTHER: CommitmentRule = { table: 'promise', kind: 'other', says: /./ };

function ruleOf({ text }: Clause): CommitmentRule {
  const usual = (/[\u3400-\u9fff]/.test(text) ? ZH_RULES : EN_RULES).find(({ says }) => says.test(text));
  return WISHES.find(({ says }) => says.test(text)) ?? usual ?? OTHER;
}

function kindOf(rule: CommitmentRule): string {
  if (rule.kind === 'gift') return 'announced';
  return rule.kind === 'discount' ? 'next' : rule.kind;
}

function memoLine(
  clause: Clause,
  rule: CommitmentRule,
  original: string,
  folded: Parameters<typeof placeIn>[1],
  world: ReadingWorld,
): Commitment {
  const { from, to } = placeIn(original, folded, clause.start, clause.end);
  const what = cleanText(original.slice(from, to));
  const off = findOffs(clause.text, world.currency)[0];
  const shared = {
    what,
    quote: cleanText(original).slice(0, 500),
    span: { start: from, end: to },
    amount: off?.amount ?? null,
    percentOff: rule.table === 'discount' ? (off?.percentOff ?? null) : null,
    due: parseDue(clause.text, world.today)?.due ?? { on: 'open' as const },
    confidence: 0.6,
    key: suggestionKey(`memo/${rule.table}`, what),
  };
  if (rule.kind === 'gift') return { ...shared, table: 'gift', kind: 'announced' };
  if (rule.kind === 'discount') return { ...shared, table: 'discount', kind: 'next' };
  return { ...shared, table: 'promise', kind: rule.kind };
}
