import { type BuyerMap, type BuyerMemory, readBuyerMemory } from '@analysis/imports/buyer-columns';
import type { HeaderMemory } from '@analysis/imports/header-memory';
import { headerKey, remember } from '@analysis/imports/header-memory';
import type { ColumnMap, ReadOptions } from '@analysis/options';
import { readOrdersInWorker } from '@analysis/worker/orders-client';
import type { OrdersRead } from '@analysis/worker/orders-messages';
import { runImport } from '@extension/book/actions/import-run';
import type { Taking } from '@extension/book/actions/orders';
import { saveSetting } from '@extension/book/actions/settings';
import type { OpenBook } from '@extension/book/open';
import { type ListPreview, previewBuyers } from '@extension/book/reads/buyer-lists';
import { type ImportNote, type ImportPreview, previewImport } from '@extension/book/reads/imports';
import { setting } from '@extension/book/reads/settings';
import { memoLines } from '@extension/panel/desk/memo-lines';
import type { Lang } from '@shared/i18n/lang';
import { useRef, useState } from 'preact/hooks';
import type { Acts } from '../../use-acts';

/** Which column is which, as the owner said it, by the columns of the file. */
const COLUMNS = 'importColumns';
/** The same of the shop's own lists of buyers. */
const BUYER_COLUMNS = 'importBuyerColumns';

export type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly what: 'reading' | 'comparing' | 'writing'; readonly part: number }
  | {
      readonly kind: 'read';
      readonly read: OrdersRead;
      readonly preview: ImportPreview;
      readonly lists: ListPreview;
    }
  | { readonly kind: 'done'; readonly note: ImportNote; readonly memos: number };

/** How the owner helps where a file can't be read as it is. */
export interface Help {
  readonly dateOrder?: 'dmy' | 'mdy' | undefined;
  readonly password?: string | undefined;
  /** For a table without a header: nothing to remember it by. */
  readonly map?: ColumnMap | undefined;
}

export interface Import {
  readonly stage: Stage;
  readonly files: readonly File[];
  readonly read: (files: readonly File[], help?: Help) => Promise<void>;
  readonly teach: (columns: readonly string[], map: ColumnMap) => Promise<void>;
  readonly teachBuyers: (columns: readonly string[], map: BuyerMap) => Promise<void>;
  readonly write: (taking: Taking, buyers: boolean) => Promise<void>;
  readonly stop: () => void;
  readonly leave: () => void;
}

/** One import from the files to the book: read in a worker, looked over, written, or left. */
export function useImport(book: OpenBook, acts: Acts, lang: Lang): Import {
  const [stage, setStage] = useState<Stage>({ kind: 'idle' });
  const [files, setFiles] = useState<readonly File[]>([]);
  const running = useRef(new AbortController());
  const helped = useRef<Help>({});
  const busy = (what: 'reading' | 'comparing' | 'writing') => (part: number) =>
    setStage({ kind: 'busy', what, part });
  const idle = () => setStage({ kind: 'idle' });

  async function read(chosen: readonly File[], help: Help = {}): Promise<void> {
    running.current = new AbortController();
    const { signal } = running.current;
    helped.current = help;
    setFiles(chosen);
    busy('reading')(0);
    const options: ReadOptions = {
      map: help.map ?? null,
      dateOrder: help.dateOrder ?? null,
      tz: book.world.timeZone,
      currency: await setting(book, 'currency', 'CNY'),
      password: help.password ?? null,
      memory: (await setting(book, COLUMNS, {})) as HeaderMemory,
      buyerMemory: readBuyerMemory(await setting(book, BUYER_COLUMNS, {})),
    };
    const worker = new Worker(new URL('../../../../analysis/worker/orders.worker.ts', import.meta.url), {
      type: 'module',
    });
    const wanted = chosen.map((file) => ({ name: file.name, bytes: file }));
    const answer = await readOrdersInWorker(
      worker,
      { files: wanted, read: options, lang },
      busy('reading'),
      signal,
    );
    if (answer.kind === 'failed') {
      const params = { detail: answer.detail };
      acts.say({ key: 'finder.import.failed', params, undoes: null, trouble: true });
    }
    if (answer.kind !== 'orders') return idle();
    busy('comparing')(0);
    const preview = await previewImport(book, answer.orders, busy('comparing'));
    const lists = await previewBuyers(book, answer.buyers, busy('comparing'));
    if (signal.aborted) return idle();
    setStage({ kind: 'read', read: answer, preview, lists });
  }

  async function teach(columns: readonly string[], map: ColumnMap): Promise<void> {
    if (columns.every((name) => name.startsWith('#'))) return read(files, { ...helped.current, map });
    const memory = (await setting(book, COLUMNS, {})) as HeaderMemory;
    return keepColumns(COLUMNS, remember(memory, columns, map));
  }

  async function teachBuyers(columns: readonly string[], map: BuyerMap): Promise<void> {
    const memory = readBuyerMemory(await setting(book, BUYER_COLUMNS, {}));
    return keepColumns(BUYER_COLUMNS, { ...memory, [headerKey(columns)]: map });
  }

  async function keepColumns(key: string, memory: HeaderMemory | BuyerMemory): Promise<void> {
    const ack = await saveSetting(book, key, memory);
    if (ack.ok) return read(files, helped.current);
    const params = { detail: ack.detail };
    acts.say({ key: `records.refused.${ack.reason}`, params, undoes: null, trouble: true });
  }

  async function write(taking: Taking, buyers: boolean): Promise<void> {
    if (stage.kind !== 'read') return;
    const { preview, lists, read: found } = stage;
    running.current = new AbortController();
    busy('writing')(0);
    const note = await runImport(book, {
      preview,
      taking,
      buyers,
      lists,
      files: files.map(({ name }) => name),
      refused: found.refusedRows,
      onPart: busy('writing'),
      signal: running.current.signal,
    });
    if ('ok' in note) {
      const params = { detail: note.detail };
      acts.say({ key: `records.refused.${note.reason}`, params, undoes: null, trouble: true });
      return setStage(stage);
    }
    const memos = preview.memos > 0 ? (await memoLines(book)).length : 0;
    setStage({ kind: 'done', note, memos });
  }

  return { stage, files, read, teach, teachBuyers, write, stop: () => running.current.abort(), leave: idle };
}
