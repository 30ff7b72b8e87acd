import type { Day } from '@shared/calendar/day';
import { parseDue } from '@shared/calendar/phrases';
import type { PromotionTerms } from '@shared/records/promotion';
import { parseTerms } from '@shared/records/promotion-parse';
import { type Money, moneyToMajor, parseMoney } from '@shared/text/money';

/** Terms as they stand in the fields of a form. */
export interface TermsDraft {
  readonly text: string;
  readonly spend: string;
  readonly get: string;
  readonly kind: PromotionTerms['kind'];
  readonly perSpend: string;
  readonly perTakeOff: string;
  readonly until: string;
  readonly limit: string;
}

export const EMPTY_DRAFT: TermsDraft = {
  text: '',
  spend: '',
  get: '',
  kind: 'coupon',
  perSpend: '',
  perTakeOff: '',
  until: '',
  limit: '',
};

const amount = (money: Money | null) => (money ? String(moneyToMajor(money)) : '');

/** The fields of terms. */
export function draftOf(terms: PromotionTerms): TermsDraft {
  return {
    text: terms.text,
    spend: amount(terms.spend),
    get: amount(terms.get),
    kind: terms.kind,
    perSpend: amount(terms.perSpend),
    perTakeOff: amount(terms.perTakeOff),
    until: terms.until ?? '',
    limit: terms.limit === null ? '' : String(terms.limit),
  };
}

/** The fields as the words are read; what cannot be read keeps what stood in the fields. */
export function retyped(draft: TermsDraft, text: string, currency: string, today: Day): TermsDraft {
  const terms = parseTerms(text, currency, today);
  return terms ? draftOf(terms) : { ...draft, text };
}

/** The terms the fields say; `null` while spend or get are no amounts, or another field cannot be read. */
export function termsOf(draft: TermsDraft, currency: string, today: Day): PromotionTerms | null {
  const money = (text: string) => {
    const read = parseMoney(text, currency);
    return read && read.minor > 0 ? read : null;
  };
  const [spend, get] = [money(draft.spend), money(draft.get)];
  const [perSpend, perTakeOff] = [money(draft.perSpend), money(draft.perTakeOff)];
  const asked = draft.perSpend.trim() !== '' || draft.perTakeOff.trim() !== '';
  if (!spend || !get || (asked && !(perSpend && perTakeOff))) return null;
  const due = draft.until.trim() === '' ? null : untilOf(draft.until.trim(), today);
  if (draft.until.trim() !== '' && due === null) return null;
  const limit = draft.limit.trim() === '' ? null : Number(draft.limit);
  if (limit !== null && (!Number.isInteger(limit) || limit < 1)) return null;
  return { text: draft.text, spend, get, perSpend, perTakeOff, until: due, limit, kind: draft.kind };
}

/** A day as it is typed, and also one that is past: terms may have ended. */
function untilOf(text: string, today: Day): Day | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const due = parseDue(text, today)?.due;
  return due?.on === 'day' ? due.day : null;
}

/** A share typed as per cent; `null` when it is none. */
export function shareOf(text: string): number | null {
  const match = /^\s*(\d{1,3}(?:\.\d+)?)\s*%?\s*$/.exec(text.normalize('NFKC'));
  const share = match ? Number(match[1]) / 100 : null;
  return share !== null && share <= 1 ? share : null;
}
