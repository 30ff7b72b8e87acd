import { effect, type Signal, signal } from '@preact/signals';
import type { Translate } from '@shared/i18n';
import type { OpenData, Opened } from '../../worker/parts-client';
import type { SheetShelf } from '../home';
import type { LoadProgress } from '../source';
import { makeResults, type Results } from './results';
import { readSheet, type Sheet } from './sheet';
import { fromTemplate, type TemplateName } from './templates';

/** How the data of the sheets stand. */
export type DataState =
  | { readonly kind: 'opening'; readonly step: string; readonly part: number }
  | { readonly kind: 'open'; readonly data: OpenData }
  | { readonly kind: 'none'; readonly detail: string };

/** Everything behind the arranged page: the sheets, the one that is looked at, its numbers. */
export interface ArrangeDesk {
  readonly sheets: Signal<readonly Sheet[]>;
  readonly sheet: Signal<Sheet>;
  readonly data: Signal<DataState>;
  readonly results: Results;
  /** Whether the last change is kept: 'unsaved' only where it could not be written. */
  readonly saved: Signal<'kept' | 'saving' | 'unsaved'>;
  /** Steps that can be taken back. */
  readonly steps: Signal<number>;
  readonly change: (next: Sheet) => void;
  readonly undo: () => void;
  readonly choose: (id: string) => void;
  readonly add: (make: TemplateName | 'empty' | Sheet, t: Translate) => void;
  readonly drop: (id: string) => void;
  /** Reads the data (again) in a worker that stays until the page or the next reading. */
  readonly open: () => Promise<void>;
  readonly cancel: () => void;
  readonly close: () => void;
}

interface DeskOptions {
  readonly openData: (progress: LoadProgress) => Promise<Opened>;
  /** Null where sheets are files only. */
  readonly shelf: SheetShelf | null;
  readonly t: Translate;
}

const STEPS = 50;

function freshSheetId(sheets: readonly Sheet[]): string {
  const last = Math.max(0, ...sheets.map(({ id }) => Number(/^s(\d+)$/.exec(id)?.[1] ?? 0)));
  return `s${last + 1}`;
}

/** The desk of one page. Begins with the weekly template; what the shelf holds takes its place when it is read. */
export function makeArrangeDesk({ openData, shelf, t }: DeskOptions): ArrangeDesk {
  const first = fromTemplate('weekly', 's1', t);
  const sheets = signal<readonly Sheet[]>([first]);
  const sheet = signal<Sheet>(first);
  const data = signal<DataState>({ kind: 'opening', step: '', part: 0 });
  const saved = signal<'kept' | 'saving' | 'unsaved'>('kept');
  const steps = signal(0);
  const results = makeResults();
  let past: readonly Sheet[] = [];
  let opening: AbortController | null = null;
  let writing: Promise<unknown> = Promise.resolve();
  let touched = false;

  const unfollow = effect(() => {
    const state = data.value;
    const own = sheet.value;
    // What it asks for changes signals that are read elsewhere; here only sheet and data count.
    queueMicrotask(() => results.follow(own, state.kind === 'open' ? state.data : null));
  });

  function keep(): void {
    if (!shelf) return;
    const now = sheets.value;
    saved.value = 'saving';
    // One after the other: a slow earlier write must not come after a later one.
    writing = writing
      .then(() => shelf.save(now))
      .then(
        (ok) => {
          if (sheets.value === now) saved.value = ok ? 'kept' : 'unsaved';
        },
        () => {
          saved.value = 'unsaved';
        },
      );
  }

  function show(next: Sheet): void {
    past = [];
    steps.value = 0;
    sheet.value = next;
  }

  function replace(next: Sheet): void {
    touched = true;
    sheet.value = next;
    sheets.value = sheets.value.map((one) => (one.id === next.id ? next : one));
    keep();
  }

  if (shelf) {
    void shelf.read().then((kept) => {
      const own = (Array.isArray(kept) ? kept : []).flatMap((value) => readSheet(value) ?? []);
      if (touched || own.length === 0) return;
      sheets.value = own;
      show(own[0]!);
    });
  }

  return {
    sheets,
    sheet,
    data,
    results,
    saved,
    steps,
    change(next) {
      if (next === sheet.value) return;
      past = [...past, sheet.value].slice(-STEPS);
      steps.value = past.length;
      replace(next);
    },
    undo() {
      const before = past.at(-1);
      if (!before) return;
      past = past.slice(0, -1);
      steps.value = past.length;
      replace(before);
    },
    choose(id) {
      const next = sheets.value.find((one) => one.id === id);
      if (next) show(next);
    },
    add(make, say) {
      touched = true;
      const id = freshSheetId(sheets.value);
      const next =
        typeof make === 'object'
          ? { ...make, id }
          : make === 'empty'
            ? { id, name: say('arrange.unnamed'), filter: {}, cells: [] }
            : fromTemplate(make, id, say);
      sheets.value = [...sheets.value, next];
      show(next);
      keep();
    },
    drop(id) {
      const rest = sheets.value.filter((one) => one.id !== id);
      const [next] = rest;
      if (!next) return;
      touched = true;
      sheets.value = rest;
      if (sheet.value.id === id) show(next);
      keep();
    },
    async open() {
      opening?.abort();
      const own = new AbortController();
      opening = own;
      const before = data.value;
      data.value = { kind: 'opening', step: '', part: 0 };
      if (before.kind === 'open') before.data.close();
      const report = (step: string, part: number) => {
        if (opening === own) data.value = { kind: 'opening', step, part };
      };
      const opened = await openData({ report, signal: own.signal });
      if (opening !== own) {
        if (opened.kind === 'open') opened.data.close();
        return;
      }
      opening = null;
      data.value =
        opened.kind === 'open'
          ? { kind: 'open', data: opened.data }
          : { kind: 'none', detail: opened.kind === 'failed' ? opened.detail : '' };
    },
    cancel: () => opening?.abort(),
    close() {
      opening?.abort();
      unfollow();
      if (data.value.kind === 'open') data.value.data.close();
    },
  };
}
