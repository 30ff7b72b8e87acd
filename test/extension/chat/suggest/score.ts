import {
  type Commitment,
  commitmentsIn,
  complaintIn,
  factsIn,
  isAskingForAnswer,
  priceAskIn,
  promisesInMemo,
  type ReadingWorld,
} from '@extension/chat/suggest';
import { moneyToMajor } from '@shared/text/money';
import { corpus, type Label, type Line } from './corpus';

/** How a sort of suggestion did on some lines. */
export interface Score {
  readonly lines: number;
  readonly found: number;
  readonly precision: number;
  readonly recall: number;
  /** Of the found ones, the share whose kind, due date and amount are right, where the label says them. */
  readonly kind: number;
  readonly due: number;
  readonly amount: number;
}

/** 2026-11-22 is a Sunday. */
const TODAY = '2026-11-22';
const worldOf = (text: string): ReadingWorld => ({
  today: TODAY,
  currency: /[\u3400-\u9fff]/.test(text) ? 'CNY' : 'USD',
});

/** What was found in a line, said as a label would say it. */
interface Found {
  readonly sort: string;
  readonly kind: string;
  readonly due: string | null;
  readonly amount: string | null;
}

const plain = (kind: string): Found => ({ sort: kind, kind, due: null, amount: null });
const tableOf = (kind: string) => (kind === 'discount' || kind === 'gift' ? kind : 'promise');

function commitment(found: Commitment): Found {
  const { amount, percentOff, due, table, kind } = found;
  return {
    sort: table,
    kind: table === 'promise' ? kind : table,
    due: due.on === 'day' ? due.day : due.on,
    amount: percentOff === null ? (amount ? String(moneyToMajor(amount)) : null) : `${percentOff}%`,
  };
}

/** Each sort of suggestion: the files it is labelled in, what the rules find, and how a label is sorted. */
const SORTS = {
  commitments: {
    files: 'promises',
    find: (text: string) => commitmentsIn(text, worldOf(text)).map(commitment),
    sort: tableOf,
  },
  facts: {
    files: 'facts',
    find: (text: string) => factsIn(text, worldOf(text)).map(({ topic }) => plain(topic)),
    sort: (kind: string) => kind,
  },
  complaints: {
    files: 'complaints',
    find: (text: string) => {
      const complaint = complaintIn(text);
      return complaint ? [{ ...plain(complaint.cause), sort: 'complaint' }] : [];
    },
    sort: () => 'complaint',
  },
  asks: {
    files: 'asks',
    find: (text: string) => [
      ...(priceAskIn(text, worldOf(text)) ? [plain('bargain')] : []),
      ...(isAskingForAnswer(text) ? [plain('waiting')] : []),
    ],
    sort: (kind: string) => kind,
  },
  memos: {
    files: 'memos',
    find: (text: string) =>
      promisesInMemo(text, worldOf(text))
        .slice(0, 1)
        .map(() => plain('promise')),
    sort: (kind: string) => kind,
  },
} as const;
export type Sort = keyof typeof SORTS;

/**
 * Scores a sort of suggestion on some of its lines. A find is right when the line has a label of its sort (for
 * promises: the same table); two finds need two labels.
 */
export function score(sort: Sort, wanted: (line: Line) => boolean): Score {
  const { files, find, sort: sortOf } = SORTS[sort];
  const lines = corpus(files).filter(wanted);
  const count = { right: 0, wrong: 0, missed: 0, kind: 0, due: 0, dues: 0, amount: 0, amounts: 0 };
  for (const line of lines) {
    const open: Label[] = [...line.labels];
    for (const found of find(line.text)) {
      const exact = open.findIndex(({ kind }) => kind === found.kind);
      const at = exact >= 0 ? exact : open.findIndex(({ kind }) => sortOf(kind) === found.sort);
      const [label] = at >= 0 ? open.splice(at, 1) : [];
      if (!label) {
        count.wrong += 1;
        continue;
      }
      count.right += 1;
      count.kind += label.kind === found.kind ? 1 : 0;
      count.dues += label.due ? 1 : 0;
      count.due += label.due && label.due === found.due ? 1 : 0;
      count.amounts += label.amount ? 1 : 0;
      count.amount += label.amount && label.amount === found.amount ? 1 : 0;
    }
    count.missed += open.length;
  }
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  return {
    lines: lines.length,
    found: count.right + count.wrong,
    precision: share(count.right, count.right + count.wrong),
    recall: share(count.right, count.right + count.missed),
    kind: share(count.kind, count.right),
    due: share(count.due, count.dues),
    amount: share(count.amount, count.amounts),
  };
}
