import { placeIn } from '@shared/text/fold';
import { cleanText } from '@shared/text/normalize';
import { type Clause, readMessage } from './clauses';
import {
  EN_ANNOYED,
  EN_CALM,
  EN_CAUSES,
  EN_CONTRASTS,
  EN_LEAVING,
  EN_SETTLED,
  EN_SUPPOSED,
} from './complaint-rules-en';
import {
  ZH_ANNOYED,
  ZH_CALM,
  ZH_CAUSES,
  ZH_CONTRASTS,
  ZH_LEAVING,
  ZH_MENDING,
  ZH_SETTLED,
  ZH_SUPPOSED,
} from './complaint-rules-zh';
import { suggestionKey } from './key';
import type { Cause, ComplaintSign } from './types';

const ANGRY = /[😡🤬😤💢👎]|!{2}|！{2}/u;

/**
 * The complaint in a buyer's message, with a guess at its cause; `null` when there is none. One per message: what
 * is said of the goods counts before what is said of the shop, and the first before the second.
 *
 * @param text One message of the buyer; at most its first 2,000 characters are read.
 */
export function complaintIn(text: string): ComplaintSign | null {
  const message = readMessage(text);
  let worst: { readonly clause: Clause; readonly cause: Cause } | null = null;
  for (const [at, clause] of message.clauses.entries()) {
    if (clause.quoted) continue;
    const cause = causeOf(clause, message.clauses[at + 1]);
    if (cause && (!worst || worst.cause === 'service')) worst = { clause, cause };
    if (worst && worst.cause !== 'service') break;
  }
  if (!worst || ZH_SETTLED.test(message.folded.text) || EN_SETTLED.test(message.folded.text)) return null;
  const { from, to } = placeIn(message.original, message.folded, worst.clause.start, worst.clause.end);
  const quote = cleanText(message.original).slice(0, 500);
  return {
    cause: worst.cause,
    heat: heatOf(message.folded.text, text),
    quote,
    span: { start: from, end: to },
    confidence: worst.cause === 'service' ? 0.7 : 0.85,
    key: suggestionKey(`complaint/${worst.cause}`, quote),
  };
}

/**
 * The cause named in a clause, or in it and the next together ("说是纯棉 一看是化纤"). Words that may also be said
 * of the day or of oneself ("气死我了", "发错了") count only where the next clause doesn't take them back.
 */
function causeOf(clause: Clause, next: Clause | undefined): Cause | null {
  const zh = /[\u3400-\u9fff]/.test(clause.text);
  const calm = zh ? ZH_CALM : EN_CALM;
  if (calm.test(clause.text)) return null;
  const cause = (zh ? ZH_CAUSES : EN_CAUSES).find(({ says }) => says.test(clause.text))?.cause ?? null;
  // What is said of the shop may well be a threat ("if it isn't refunded I'll report you"): that one counts.
  if (cause && cause !== 'service' && cause !== 'late' && supposed(zh, clause, next)) return null;
  if (!next || next.sentence !== clause.sentence) return cause;
  if (cause === 'service' || cause === 'wrong-item') return calm.test(next.text) ? null : cause;
  if (cause || calm.test(next.text)) return cause;
  const both = `${clause.text} ${next.text}`;
  return (zh ? ZH_CONTRASTS : EN_CONTRASTS).find(({ says }) => says.test(both))?.cause ?? null;
}

/**
 * Said in the clause itself, or how to mend one's own in the next of the same sentence: "沙发破了 能用什么补". Asking
 * for a remedy in the next clause ("碎了，能补发一个吗") is what a complaint goes on with.
 */
function supposed(zh: boolean, clause: Clause, next: Clause | undefined): boolean {
  if ((zh ? ZH_SUPPOSED : EN_SUPPOSED).test(clause.text)) return true;
  return zh && next?.sentence === clause.sentence && ZH_MENDING.test(next.text);
}

function heatOf(folded: string, original: string): 1 | 2 | 3 {
  if (ZH_LEAVING.test(folded) || EN_LEAVING.test(folded)) return 3;
  return ANGRY.test(original) || ZH_ANNOYED.test(folded) || EN_ANNOYED.test(folded) ? 2 : 1;
}
