import type { WordKey } from '@shared/i18n/translator';
import type { FileRefusal } from '../dataset';

/** Why a row is no purchase. */
export const SKIP_WORDS = {
  'no-buyer': 'imports.skipNoBuyer',
  cancelled: 'imports.skipCancelled',
  unpaid: 'imports.skipUnpaid',
  refunded: 'imports.skipRefunded',
  quantity: 'imports.skipQuantity',
  price: 'imports.skipPrice',
  'cancellation-line': 'imports.skipCancellationLine',
  'unknown-status': 'imports.skipUnknownStatus',
  'other-currency': 'imports.skipOtherCurrency',
  spam: 'imports.skipSpam',
  'not-answered': 'imports.skipNotAnswered',
  'no-order': 'imports.skipNoOrder',
} as const satisfies Readonly<Record<string, WordKey>>;
export type SkipReason = keyof typeof SKIP_WORDS;

/** Why a row could not be read. */
export const ROW_WORDS = {
  'bad-date': 'imports.rowBadDate',
  'no-date': 'imports.rowNoDate',
  'bad-amount': 'imports.rowBadAmount',
  'no-amount': 'imports.rowNoAmount',
  'bad-quantity': 'imports.rowBadQuantity',
  'bad-score': 'imports.rowBadScore',
  'bad-recommend': 'imports.rowBadRecommend',
  'bad-number': 'imports.rowBadNumber',
  nobody: 'imports.rowNobody',
} as const satisfies Readonly<Record<string, WordKey>>;
export type RowReason = keyof typeof ROW_WORDS;

/** What the reader should know about a file that was read. */
export const NOTE_WORDS = {
  'no-buyer-key': 'imports.noteNoBuyerKey',
  'refund-amount-unknown': 'imports.noteRefundAmountUnknown',
  'zone-unknown': 'imports.noteZoneUnknown',
  'cut-tail': 'imports.noteCutTail',
  'paid-repeated': 'imports.notePaidRepeated',
  'no-amounts': 'imports.noteNoAmounts',
  'duplicate-column': 'imports.noteDuplicateColumn',
  'unknown-status': 'imports.noteUnknownStatus',
  'items-only': 'imports.noteItemsOnly',
  'items-alone': 'imports.noteItemsAlone',
  'customers-only': 'imports.noteCustomersOnly',
} as const satisfies Readonly<Record<string, WordKey>>;
export type NoteCode = keyof typeof NOTE_WORDS;

/** A refusal of a whole file: the key of its sentence and what to fill in. */
export function refuse(file: string, reason: WordKey, params: FileRefusal['params'] = {}): FileRefusal {
  return { file, reason, params: { file, ...params } };
}
