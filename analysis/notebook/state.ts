import { type Signal, signal } from '@preact/signals';
import type { Lang } from '@shared/i18n';
import type { Frozen } from '@shared/records/freeze-file';
import type { FileRefusal } from '../dataset';
import type { Review } from '../review';
import type { DataSource, InputHash, LoadResult } from './source';

/** What the page shows. A review once drawn stays while the next one is computed. */
export interface NotebookView {
  readonly review: Review | null;
  readonly refused: readonly FileRefusal[];
  readonly hashes: readonly InputHash[];
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
  readonly changeLang: (lang: Lang) => Promise<void>;
  readonly cancel: () => void;
  /** Opens a week put away, to be read; null goes back to this one. */
  readonly look: (frozen: Frozen | null) => void;
}

const BLANK: NotebookView = {
  review: null,
  refused: [],
  hashes: [],
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

/** The state of one notebook page: what is loaded, what is being computed, in which language. */
export function makeNotebook(source: DataSource, firstLang: Lang): Notebook {
  const lang = signal(firstLang);
  const view = signal<NotebookView>(BLANK);
  let files: readonly File[] = [];
  let running: AbortController | null = null;

  async function compute(): Promise<void> {
    running?.abort();
    const own = new AbortController();
    running = own;
    view.value = { ...view.value, working: { step: '', part: 0 }, said: 'nothing', refused: [] };
    const report = (step: string, part: number) => {
      if (running === own) view.value = { ...view.value, working: { step, part } };
    };
    const result = await source
      .load({ lang: lang.value, files }, { report, signal: own.signal })
      .catch((error: unknown): LoadResult => ({ kind: 'failed', detail: String(error) }));
    // A later computing has taken over; what came late is dropped.
    if (running !== own) return;
    running = null;
    if (result.kind === 'refused' || (result.kind === 'review' && result.refused.length > 0)) {
      // A refused file is not tried again each time: it is named once, and added again when it is mended.
      const refusedNames = new Set(result.refused.map((refusal) => refusal.file));
      files = files.filter((file) => !refusedNames.has(file.name));
    }
    view.value = shown(view.value, result);
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
      await compute();
    },
    async changeLang(next) {
      if (next === lang.value) return;
      lang.value = next;
      // Verdicts and reasons are sentences of the review: the one computed here is written anew.
      if (source.kind !== 'embedded') await compute();
    },
    cancel: () => running?.abort(),
    look(frozen) {
      view.value = { ...view.value, frozen };
    },
  };
}
