import { restoreBook } from '@extension/book/actions/restore';
import type { OpenBook } from '@extension/book/open';
import { nothingRecorded } from '@extension/book/reads/empty';
import { wholeBook } from '@extension/book/reads/whole';
import { notifyBookChanged, notifySitesChanged } from '@extension/messaging';
import { useWords } from '@extension/ui/words';
import { type ReadBackup, readBackup } from '@shared/backup/read';
import { isSealed, openBackup } from '@shared/backup/seal';
import { dayOf } from '@shared/calendar/day';
import type { Book, TableName } from '@shared/records/book';
import { mergeBooks } from '@shared/records/merge';
import { useId, useState } from 'preact/hooks';
import { PassphraseField } from './PassphraseField';

type Backup = Extract<ReadBackup, { readonly ok: true }>;

const COUNTED: readonly TableName[] = [
  'buyers',
  'promises',
  'discounts',
  'gifts',
  'packing',
  'orders',
  'visits',
  'complaints',
  'notes',
];

/** Records of a table that are not tombstones. */
function living(book: Book, table: TableName): number {
  return book[table].filter(({ deleted }) => !deleted).length;
}

/** Puts a saved book in place of this one, after showing what is in it. */
export function RestoreBackup({
  book,
  onFault,
}: {
  readonly book: OpenBook;
  readonly onFault: (sentence: string | null) => void;
}) {
  const { t, lang } = useWords();
  const input = useId();
  const [sealed, setSealed] = useState<Uint8Array | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [found, setFound] = useState<Backup | null>(null);

  async function read(file: File): Promise<void> {
    onFault(null);
    setFound(null);
    setSealed(null);
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isSealed(bytes)) setSealed(bytes);
    else await readText(new TextDecoder().decode(bytes));
  }
  async function unseal(bytes: Uint8Array): Promise<void> {
    onFault(null);
    const opened = await openBackup(bytes, passphrase);
    if (!opened.ok) return onFault(t(`options.backup.${opened.reason}`));
    setSealed(null);
    setPassphrase('');
    await readText(opened.text);
  }
  async function readText(text: string): Promise<void> {
    const result = readBackup(text);
    if (!result.ok) onFault(t(`records.backup.${result.reason}`, result.params));
    else if (await nothingRecorded(book)) await restoreBeside(result);
    else setFound(result);
  }
  /** A new book takes the backup at once; sites and settings chosen before it stay where the backup has none. */
  async function restoreBeside(backup: Backup): Promise<void> {
    await restore({ ...backup, book: mergeBooks(await wholeBook(book), backup.book) });
  }
  async function restore(backup: Backup): Promise<void> {
    const result = await restoreBook(book, backup.book, backup.actions);
    if (!result.ok) {
      onFault(t(`records.refused.${result.reason}`, { detail: result.detail }));
      return;
    }
    await Promise.allSettled([notifyBookChanged(), notifySitesChanged()]);
    location.reload();
  }
  const counts = (backup: Backup) =>
    COUNTED.map((table) => ({ table, n: living(backup.book, table) }))
      .filter(({ n }) => n > 0)
      .map(({ table, n }) => `${t(`records.table.${table}`)} ${n.toLocaleString(lang)}`)
      .join(' · ');
  return (
    <>
      <div class="file-field">
        <label for={input}>{t('options.backup.restore')}</label>
        <input
          id={input}
          type="file"
          accept=".json,.zgb,application/json"
          onChange={(event) => {
            const field = event.currentTarget;
            const file = field.files?.[0];
            if (file) void read(file).finally(() => (field.value = ''));
          }}
        />
      </div>
      {sealed && (
        <form
          class="notice"
          onSubmit={(event) => {
            event.preventDefault();
            void unseal(sealed);
          }}
        >
          <PassphraseField value={passphrase} onValue={setPassphrase} />
          <div class="acts">
            <button type="submit" class="primary">
              {t('options.backup.unseal')}
            </button>
            <button type="button" class="plain" onClick={() => setSealed(null)}>
              {t('common.cancel')}
            </button>
          </div>
        </form>
      )}
      {found && (
        <div class="notice">
          <p>
            {t('options.backup.holds', {
              day: dayOf(Date.parse(found.made), book.world.timeZone),
              counts: counts(found) || t('options.backup.nothing'),
            })}
          </p>
          <p>{t('options.backup.replaces')}</p>
          <div class="acts">
            <button type="button" class="primary" onClick={() => void restore(found)}>
              {t('options.backup.confirm')}
            </button>
            <button type="button" class="plain" onClick={() => setFound(null)}>
              {t('common.cancel')}
            </button>
          </div>
        </div>
      )}
    </>
  );
}
