import { dayOf } from '@shared/calendar/day';
import { translator } from '@shared/i18n';
import type { Book } from '@shared/records/book';
import { computeInWorker, type WorkerPort } from '../worker/client';
import { openInWorker, type PartsPort } from '../worker/parts-client';
import type { DataSource, LoadRequest } from './source';

/** What the extension passes in: the book and the clock. */
export interface BookSourceOptions {
  /** The book, read fresh at every computing. */
  readonly readBook: () => Promise<{
    readonly book: Book;
    readonly timeZone: string;
    readonly currency: string | null;
  }>;
  readonly newWorker: () => WorkerPort;
  readonly now: () => number;
}

const HORIZON_WEEKS = 52;
/** One seed: the same book gives the same letter. */
const SEED = 1;

/** Reviews the book together with the exports added on the page, in a worker. */
export function bookSource({ readBook, newWorker, now }: BookSourceOptions): DataSource {
  /** What the worker is to read, and how it is to be reviewed. */
  async function inputs({ lang, files }: LoadRequest) {
    const { book, timeZone, currency } = await readBook();
    return {
      book: { name: translator(lang)('notebook.bookFile'), book },
      files: files.map((file) => ({ name: file.name, bytes: file })),
      read: { map: null, dateOrder: null, tz: timeZone, currency, password: null },
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
        today: dayOf(now(), timeZone),
        seed: SEED,
      },
    } as const;
  }
  return {
    kind: 'book',
    async load(request, progress) {
      progress.report('book', 0);
      const all = await inputs(request);
      if (progress.signal.aborted) return { kind: 'cancelled' };
      return computeInWorker(newWorker, { kind: 'compute', ...all }, progress);
    },
    async open(request, progress) {
      progress.report('book', 0);
      const all = await inputs(request);
      if (progress.signal.aborted) return { kind: 'cancelled' };
      // The same script speaks both: it is asked for a review, or for its parts.
      return openInWorker(newWorker() as unknown as PartsPort, { kind: 'open', ...all }, progress);
    },
  };
}
