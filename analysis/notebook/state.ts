import { type Signal, signal } from '@preact/signals';
import type { Lang } from '@shared/i18n';
import { type Frozen, readFreezeFile } from '@shared/records/freeze-file';
import type { FileRefusal } from '../dataset';
import type { Review } from '../review';
import { fixedData, type Opened } from '../worker/parts-client';
import { type Asked, NOTHING_ASKED } from './asked';
import type { BehindReview, DataSource, InputHash, LoadProgress, LoadResult } from './source';

/** What the page shows. A review once drawn stays while the next one is computed. */
export interface NotebookView {
  readonly review: Review | null;
  readonly refused: readonly FileRefusal[];
  readonly hashes: readonly InputHash[];
  readonly behind: BehindReview | null;
  /** A week put away that is being looked at; the review of this week stays behind it. */
  readonly frozen: Frozen | null;
  readonly working: { readonly step: string; readonly part: number } | null;
  readonly said: 'nothing' | 'empty' | 'cancelled' | 'failed';
  readonly detail: string;
}

export interface Notebook {
  readonly source: DataSource;
  readonly lang: Signal<Lang>;
  readonly view: Signal<NotebookView>;
  readonly compute: () => Promise<void>;
  readonly addFiles: (files: readonly File[]) => Promise<void>;
  /** Takes what the owner says of the files, and tries those again that were refused. */
  readonly answer: (say: (asked: Asked) => Asked) => Promise<void>;
  readonly changeLang: (lang: Lang) => Promise<void>;
  readonly cancel: () => void;
  /** The data of this page, kept at hand for cells with settings of their own. */
  readonly open: (progress: LoadProgress) => Promise<Opened>;
  /** Opens a week put away, to be read; null goes back to this one. */
  readonly look: (frozen: Frozen | null) => void;
}

const BLANK: NotebookView = {
  review: null,
  refused: [],
  hashes: [],
  behind: null,
  frozen: null,
  working: null,
  said: 'nothing',
  detail: '',
};

function shown(before: NotebookView, result: LoadResult): NotebookView {
  const rest = { ...before, working: null, detail: '' };
  switch (result.kind) {
    case 'review':
      return {
        ...BLANK,
        review: result.review,
        refused: result.refused,
        hashes: result.hashes ?? [],
        behind: result.behind ?? null,
        frozen: before.frozen,
      };
    case 'refused':
      return { ...rest, refused: result.refused, said: 'nothing' };
    case 'failed':
      return { ...rest, said: 'failed', detail: result.detail };
    default:
      return { ...rest, said: result.kind };
  }
}

/** What a page brings along and wants to hear of. */
export interface NotebookWishes {
  readonly asked?: Asked;
  readonly onAsked?: (asked: Asked) => void;
  /** Takes weeks put away that were added as files. */
  readonly takeIn?: ((frozen: Frozen) => void) | undefined;
}

/** A week put away is small; a book's backup of years is not, and need not be read to tell. */
const LARGEST_FREEZE = 16 * 1024 * 1024;

/** The weeks put away among some files. */
async function frozenAmong(files: readonly File[]): Promise<ReadonlyMap<File, Frozen>> {
  const found = new Map<File, Frozen>();
  for (const file of files) {
    if (!/\.json$/i.test(file.name) || file.size > LARGEST_FREEZE) continue;
    const frozen = readFreezeFile(await file.text().catch(() => ''));
    if (frozen) found.set(file, frozen);
  }
  return found;
}

/** The state of one notebook page: what is loaded, what is being computed, in which language. */
export function makeNotebook(
  source: DataSource,
  firstLang: Lang,
  { asked: firstAsked, onAsked, takeIn }: NotebookWishes = {},
): Notebook {
  const lang = signal(firstLang);
  const view = signal<NotebookView>(BLANK);
  let files: readonly File[] = [];
  let held: readonly File[] = [];
  let asked: Asked = firstAsked ?? NOTHING_ASKED;
  let running: AbortController | null = null;

  async function compute(): Promise<void> {
    running?.abort();
    const own = new AbortController();
    running = own;
    view.value = { ...view.value, working: { step: '', part: 0 }, said: 'nothing', refused: [] };
    const report = (step: string, part: number) => {
      if (running === own) view.value = { ...view.value, working: { step, part } };
    };
    let partial: Review | null = null;
    const first = (review: Review) => {
      // Who has a letter before them reads on in it until the next one is whole.
      if (running !== own || view.value.review !== null) return;
      partial = review;
      view.value = { ...view.value, review };
    };
    const result = await source
      .load({ lang: lang.value, files, asked }, { report, first, signal: own.signal })
      .catch((error: unknown): LoadResult => ({ kind: 'failed', detail: String(error) }));
    // A later computing has taken over; what came late is dropped.
    if (running !== own) {
      if (result.kind === 'review') result.behind?.close();
      return;
    }
    running = null;
    if (result.kind === 'review') view.value.behind?.close();
    if (result.kind === 'refused' || (result.kind === 'review' && result.refused.length > 0)) {
      // A refused file is not tried again each time: it is named once, and added again when it is mended.
      const refusedNames = new Set(result.refused.map((refusal) => refusal.file));
      // What lies in a packed file is named after it: `orders.zip/orders.csv`.
      const isRefused = ({ name }: File) =>
        [...refusedNames].some((refused) => refused === name || refused.startsWith(`${name}/`));
      held = files.filter(isRefused);
      files = files.filter((file) => !isRefused(file));
    }
    // Half a letter is none: where the rest never came, what was there before stands again, and that was nothing.
    const before = view.value.review === partial ? { ...view.value, review: null } : view.value;
    view.value = shown(before, result);
  }

  return {
    source,
    lang,
    view,
    compute,
    async addFiles(added) {
      if (added.length === 0) return;
      const names = new Set(added.map((file) => file.name));
      files = [...files.filter((file) => !names.has(file.name)), ...added];
      if (takeIn) {
        const frozen = await frozenAmong(files);
        for (const week of frozen.values()) takeIn(week);
        const [newest] = [...frozen.values()].sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1));
        // Weeks put away and nothing to compare them with: the newest is opened, to be read.
        if (newest && frozen.size === files.length) {
          view.value = { ...view.value, frozen: newest, said: 'nothing' };
          return;
        }
      }
      view.value = { ...view.value, frozen: null };
      await compute();
    },
    async answer(say) {
      asked = say(asked);
      onAsked?.(asked);
      const names = new Set(files.map((file) => file.name));
      files = [...files, ...held.filter((file) => !names.has(file.name))];
      held = [];
      await compute();
    },
    async changeLang(next) {
      if (next === lang.value) return;
      lang.value = next;
      // Verdicts and reasons are sentences of the review: the one computed here is written anew.
      if (source.kind !== 'embedded') await compute();
    },
    cancel: () => running?.abort(),
    async open(progress) {
      const { review, behind } = view.value;
      if (source.open) return source.open({ lang: lang.value, files, asked }, progress);
      return review === null
        ? { kind: 'failed', detail: '' }
        : { kind: 'open', data: fixedData(review, behind), refused: [] };
    },
    look(frozen) {
      view.value = { ...view.value, frozen };
    },
  };
}
