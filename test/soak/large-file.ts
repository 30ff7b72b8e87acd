import { closeSync, ftruncateSync, mkdtempSync, openSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pourBackup } from '@shared/backup/pour';
import { translator } from '@shared/i18n';
import type { Page } from 'playwright-core';
import { launchChromium, removeProfile } from '../e2e/support/chromium';
import { gotoReady } from '../e2e/support/counter';
import { bigBook } from './door/big-book';
import type { SoakRound } from './round';

// Tries F-53 of test/faults.md at 500 MB.

const MB = 1024 * 1024;
const NOTES = 17_000;
const MINUTES = 60_000;
/** A page that does not answer for so long is dead for whoever sits in front of it. */
const ANSWERS_IN = 10_000;

const KINDS = ['junk', 'cut', 'whole'] as const;
type Kind = (typeof KINDS)[number];

/** A file of about 500 MB: text of any kind, a backup that lacks its end, or one that is whole. */
function writeLarge(path: string, kind: Kind): void {
  const file = openSync(path, 'w');
  if (kind === 'junk') for (let part = 0; part < 500; part++) writeSync(file, 'a file. '.repeat(MB / 8));
  else {
    const { accounts, buyers, notes } = bigBook(2_000, NOTES);
    const out = pourBackup('2026-11-22T00:00:00Z', (bytes) => void writeSync(file, bytes));
    out.rows('accounts', accounts);
    out.rows('buyers', buyers);
    for (const note of notes)
      out.rows('notes', [{ ...note, text: note.text + '皮肤偏干喜欢月白'.repeat(1_240) }]);
    out.end();
  }
  if (kind === 'cut') ftruncateSync(file, 480 * MB);
  closeSync(file);
}

/** A file of 500 MB given to the settings page: refused with a sentence, or taken; the page answers all the while. */
export function largeFiles(): SoakRound {
  return {
    name: 'backups of 500 MB',
    unit: 'files refused or taken',
    goal: KINDS.length,
    run: async (number) => {
      const kind = KINDS[number % KINDS.length]!;
      const profile = mkdtempSync(join(tmpdir(), 'zhanggui-soak-'));
      const path = join(profile, `${kind}.json`);
      writeLarge(path, kind);
      const keeper = await launchChromium({ profile, lang: 'en' });
      try {
        const page = await keeper.context.newPage();
        await gotoReady(page, keeper.page('options.html?lang=en'));
        await giveFile(page, path, kind);
        return 1;
      } finally {
        await keeper.close();
        await removeProfile(profile);
      }
    },
  };
}

async function giveFile(page: Page, path: string, kind: Kind): Promise<void> {
  const t = translator('en');
  const sentence = {
    junk: t('records.backup.too-big', { found: 500, limit: 256 }),
    cut: t('records.backup.truncated'),
    whole: null,
  }[kind];
  const loaded = page.waitForEvent('load', { timeout: 20 * MINUTES });
  const ended = sentence ? page.getByText(sentence).waitFor({ timeout: 20 * MINUTES }) : loaded;
  loaded.catch(() => undefined);
  const watch = answering(page);
  await page.getByLabel('Restore a backup').setInputFiles(path);
  await ended;
  const slowest = watch();
  if (slowest > ANSWERS_IN) throw new Error(`${kind}: the page did not answer for ${slowest} ms`);
  const wanted = kind === 'whole' ? NOTES : 0;
  const found = await page.evaluate(notesStored);
  if (found !== wanted) throw new Error(`${kind}: ${found} notes are in the book, ${wanted} should be`);
}

/** Asks the page something again and again; its end gives the longest it took to answer, in milliseconds. */
function answering(page: Page): () => number {
  let slowest = 0;
  const timer = setInterval(() => {
    const since = Date.now();
    page
      .evaluate(() => 1)
      .then(
        () => {
          slowest = Math.max(slowest, Date.now() - since);
        },
        // It loads again over the book that was taken.
        () => undefined,
      );
  }, 1_000);
  return () => {
    clearInterval(timer);
    return slowest;
  };
}

/** Notes in the newest stored book; runs in the page. */
async function notesStored(): Promise<number> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const numbers = (await indexedDB.databases()).map(({ name }) =>
    Number(/^zhanggui-book-(\d+)$/.exec(name ?? '')?.[1] ?? 0),
  );
  const db = await asked(indexedDB.open(`zhanggui-book-${Math.max(...numbers)}`));
  const count = await asked(db.transaction('notes').objectStore('notes').count());
  db.close();
  return count;
}
