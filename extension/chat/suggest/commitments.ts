import { parseDue } from '@shared/calendar/phrases';
import type { Due } from '@shared/records/promise';
import { placeIn } from '@shared/text/fold';
import { cleanText } from '@shared/text/normalize';
import { type FoundOff, findOffs } from '@shared/text/off';
import { type Clause, type Message, readMessage } from './clauses';
import { EN_BINDS, EN_DATED, EN_OTHER, EN_OWN, EN_RULES, vetoEn } from './commitment-en';
import { type CommitmentRule, ZH_BINDS, ZH_OTHER, ZH_RULES } from './commitment-zh';
import { suggestionKey } from './key';
import type { Commitment, ReadingWorld } from './types';
import { vetoZh } from './veto-zh';

/** One message seldom binds to more; a pasted contract is no promise. */
const MAX_COMMITMENTS = 4;
const MAX_HITS = 6;
/** A message that says it was written by a machine binds nobody. */
const MACHINE = /自动回复|机器人|auto ?reply|automated message|小助手/;

interface Found {
  readonly clause: Clause;
  readonly rule: CommitmentRule;
  readonly due: Due | null;
  readonly off: FoundOff | null;
}

/**
 * What the seller's own message binds the shop to: promises, discounts and gifts, ready for the book. Questions,
 * refusals, reports of what was done, house rules and courtesies are none.
 *
 * @param text One message of the seller; at most its first 2,000 characters are read.
 */
export function commitmentsIn(text: string, world: ReadingWorld): readonly Commitment[] {
  const message = readMessage(text);
  if (MACHINE.test(message.folded.text)) return [];
  const found: Found[] = [];
  let hits = 0;
  for (const clause of message.clauses) {
    if (hits >= MAX_HITS) break;
    for (const hit of judge(clause, message, world)) {
      hits += 1;
      const same = found.findIndex(({ rule }) => sortOf(rule) === sortOf(hit.rule));
      const first = found[same];
      // Said again in other words: what the first left open is filled in.
      if (first) found[same] = { ...first, due: first.due ?? hit.due, off: first.off ?? hit.off };
      else if (found.length < MAX_COMMITMENTS) found.push(hit);
    }
  }
  const clear = found.filter(({ rule }) => rule !== ZH_OTHER && rule !== EN_OTHER);
  // "我给您插队 今天走": once it is said what is done, the words around it are no promise of their own.
  const kept = clear.length > 0 ? clear : found;
  return kept.map((hit) => written(hit, kept.length, message));
}

/** The catch-all is a sort of its own: it gives way to what says more. */
const sortOf = (rule: CommitmentRule) => (rule === ZH_OTHER || rule === EN_OTHER ? 'loose' : rule.kind);

function judge(clause: Clause, message: Message, world: ReadingWorld): readonly Found[] {
  if (clause.asked || clause.quoted) return [];
  const hits = isZh(clause.text) ? [judgeZh(clause, message, world)] : judgeEn(clause, message, world);
  return hits.filter((hit) => hit !== null);
}

const isZh = (text: string) => /[\u3400-\u9fff]/.test(text);
/** A clause is asked for its day by itself and by its neighbours; looking is the dear part. */
let dues: { readonly today: string; readonly found: Map<string, Due | null> } = {
  today: '',
  found: new Map(),
};

function dueIn(text: string, { today }: ReadingWorld): Due | null {
  if (dues.today !== today || dues.found.size > 100) dues = { today, found: new Map() };
  const known = dues.found.get(text);
  if (known !== undefined) return known;
  const due = parseDue(text, today)?.due ?? null;
  dues.found.set(text, due);
  return due;
}

function judgeZh(clause: Clause, message: Message, world: ReadingWorld): Found | null {
  const text = withQuoted(clause, message);
  const rule = [...ZH_RULES, ZH_OTHER].find(({ says }) => says.test(text));
  const match = rule?.says.exec(text);
  if (!rule || !match) return null;
  const own = dueIn(text, world);
  const due = own ?? dueNear(clause, message, world);
  const bound = ZH_BINDS.test(text) || boundBefore(clause, message);
  if (!rule.alone && due === null && !bound) return null;
  // A day alone binds only where nothing in the clause is denied or left open.
  if (!rule.alone && !bound && /[不没无别]|看|问|才|等(?!下)/.test(text)) return null;
  // "给您" and any verb: only a day makes it more than talk.
  if (rule === ZH_OTHER && due === null) return null;
  const before = clauseBefore(clause, message)?.text ?? '';
  if (vetoZh(text, match.index, match.index + match[0].length, whenOf(own, world), before) !== null)
    return null;
  return { clause, rule, due, off: findOffs(text, world.currency)[0] ?? null };
}

/** "I'll refund you and give you 10% off": two deeds under one "I'll". */
function judgeEn(clause: Clause, message: Message, world: ReadingWorld): readonly (Found | null)[] {
  const whole = withQuoted(clause, message);
  const binds = EN_BINDS.test(whole);
  if (!binds && !EN_DATED.test(whole)) return [];
  const dated = dueIn(whole, world);
  if (!binds && !dated) return [];
  const parts = whole.split(' and ');
  let at = clause.start;
  return parts.map((text) => {
    const part = { ...clause, text, start: at, end: Math.min(at + text.length, clause.end) };
    at += text.length + ' and '.length;
    const rule = EN_RULES.find(({ says }) => says.test(text)) ?? (EN_OWN.test(text) ? EN_OTHER : undefined);
    if (!rule || vetoEn(text) !== null) return null;
    const due = parts.length > 1 ? dueIn(text, world) : (dated ?? dueNear(clause, message, world));
    return { clause: part, rule, due, off: findOffs(text, world.currency)[0] ?? null };
  });
}

/** A clause that ends where quoted words begin carries an empty pair of quotes: 写"妈妈我爱你". */
function withQuoted(clause: Clause, { clauses }: Message): string {
  return clauses[clauses.indexOf(clause) + 1]?.quoted
    ? `${clause.text} ""`.replace(/([\u3400-\u9fff]) "/, '$1"')
    : clause.text;
}

/** Words of the past are outweighed by a day to come, not by today. */
function whenOf(due: Due | null, { today }: ReadingWorld): 'today' | 'later' | null {
  if (due === null) return null;
  return due.on === 'day' && due.day === today ? 'today' : 'later';
}

/** The clause before it in the same sentence. */
function clauseBefore(clause: Clause, { clauses }: Message): Clause | undefined {
  const before = clauses[clauses.indexOf(clause) - 1];
  return before?.sentence === clause.sentence ? before : undefined;
}

/** "我给您改价 减2块": the clause before says for whom, and nothing else. */
function boundBefore(clause: Clause, message: Message): boolean {
  const before = clauseBefore(clause, message);
  if (!before || before.asked || before.quoted) return false;
  return /(?:给|帮)[您你]/.test(before.text) && !ZH_RULES.some(({ says }) => says.test(before.text));
}

/** A day said just before or behind, in the same sentence, by words that promise nothing themselves. */
function dueNear(clause: Clause, { clauses }: Message, world: ReadingWorld): Due | null {
  const at = clauses.indexOf(clause);
  for (const other of [clauses[at - 1], clauses[at + 1]]) {
    if (!other || other.sentence !== clause.sentence || other.asked || other.quoted) continue;
    if (ZH_RULES.some(({ says }) => says.test(other.text))) continue;
    const due = dueIn(other.text, world);
    if (due) return due;
  }
  return null;
}

function written({ clause, rule, due, off }: Found, count: number, message: Message): Commitment {
  const said = placeIn(message.original, message.folded, clause.start, clause.end);
  const what = cleanText(message.original.slice(said.from, said.to));
  const shared = {
    what,
    quote: count === 1 ? cleanText(message.original).slice(0, 500) : what,
    span: { start: said.from, end: said.to },
    amount: off?.amount ?? null,
    percentOff: rule.table === 'discount' ? (off?.percentOff ?? null) : null,
    due: due ?? { on: 'open' as const },
    confidence: confidence(rule, due),
    key: suggestionKey(`${rule.table}/${rule.kind}`, what),
  };
  if (rule.kind === 'discount')
    return { ...shared, table: 'discount', kind: due?.on === 'next-order' ? 'next' : 'now' };
  if (rule.kind === 'gift') return { ...shared, table: 'gift', kind: 'announced' };
  return { ...shared, table: 'promise', kind: rule.kind };
}

/** More where a day or condition was named too. */
function confidence(rule: CommitmentRule, due: Due | null): number {
  const base = sortOf(rule) === 'loose' ? 0.5 : rule.kind === 'other' ? 0.6 : 0.75;
  return base + (due ? 0.2 : 0);
}
