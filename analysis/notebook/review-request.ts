import { translator } from '@shared/i18n';
import type { Book } from '@shared/records/book';
import type { WorkerRequest } from '../worker/messages';
import { NOTHING_ASKED } from './asked';
import type { LoadRequest } from './source';

const HORIZON_WEEKS = 52;
/** One seed: the same data give the same letter. */
const SEED = 1;

/** What is there besides the files on the page. */
export interface Besides {
  readonly book: Book | 'stored' | null;
  /** Of the shop; null where the files must say. */
  readonly timeZone: string | null;
  readonly currency: string | null;
  readonly now: number;
}

/** What the worker is to read, and how it is to be reviewed: the same wherever the page stands. */
export function reviewRequest(
  { lang, files, asked = NOTHING_ASKED }: LoadRequest,
  { book, timeZone, currency, now }: Besides,
): Omit<Extract<WorkerRequest, { kind: 'compute' }>, 'kind'> {
  return {
    book: book && { name: translator(lang)('notebook.bookFile'), book },
    files: files.map((file) => ({ name: file.name, bytes: file })),
    read: {
      map: asked.map,
      memory: asked.memory,
      dateOrder: asked.dateOrder,
      tz: timeZone,
      currency: asked.currency ?? currency,
      password: asked.password,
      listLeftOut: true,
    },
    now,
    review: {
      lang,
      asOf: null,
      from: null,
      to: null,
      unit: 'week',
      calibrateUntil: null,
      horizonWeeks: HORIZON_WEEKS,
      models: ['bgnbd', 'mbgnbd', 'pnbd', 'gg'],
      net: false,
      seed: SEED,
    },
  };
}
