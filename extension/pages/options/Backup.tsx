import { restoreBook } from '@extension/book/actions/restore';
import { nothingRecorded } from '@extension/book/reads/empty';
import { wholeBook } from '@extension/book/reads/whole';
import { backupText } from '@extension/book/save-backup';
import { notifyBookChanged, notifySitesChanged } from '@extension/messaging';
import { download } from '@extension/ui/download';
import { useWords } from '@extension/ui/words';
import { type ReadBackup, readBackup } from '@shared/backup/read';
import { dayOf } from '@shared/calendar/day';
import type { Book, TableName } from '@shared/records/book';
import { mergeBooks } from '@shared/records/merge';
import { useId, useState } from 'preact/hooks';
import type { Acts } from '../use-acts';
import { Part } from './Part';

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

/** One file that carries everything, and the way back from it. */
export function BackupPart({ acts }: { readonly acts: Acts }) {
  const { t, lang } = useWords();
  const { book } = acts;
  const input = useId();
  const [asking, setAsking] = useState(false);
  const [found, setFound] = useState<Backup | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);

  async function save(): Promise<void> {
    const day = dayOf(book.world.now(), book.world.timeZone);
    const name = `zhanggui-${day}.json`;
    try {
      download(name, await backupText(book), 'application/json');
      setSaved(name);
      setAsking(false);
    } catch (error) {
      setFault(t('options.backup.notSaved', { detail: String(error) }));
    }
  }
  async function read(file: File): Promise<void> {
    setFault(null);
    setFound(null);
    const result = readBackup(await file.text());
    if (!result.ok) setFault(t(`records.backup.${result.reason}`, result.params));
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
      setFault(t(`records.refused.${result.reason}`, { detail: result.detail }));
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
    <Part title={t('options.backup')}>
      <p class="quiet">{t('options.backup.about')}</p>
      {asking ? (
        <div class="acts">
          <p>{t('options.backup.plain')}</p>
          <button type="button" class="primary" onClick={() => void save()}>
            {t('options.backup.saveOpen')}
          </button>
          <button type="button" class="plain" onClick={() => setAsking(false)}>
            {t('common.cancel')}
          </button>
        </div>
      ) : (
        <p>
          <button type="button" onClick={() => setAsking(true)}>
            {t('options.backup.save')}
          </button>
        </p>
      )}
      {saved && (
        <p class="kept" aria-live="polite">
          {t('options.backup.saved', { name: saved })}
        </p>
      )}
      <div class="file-field">
        <label for={input}>{t('options.backup.restore')}</label>
        <input
          id={input}
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const field = event.currentTarget;
            const file = field.files?.[0];
            if (file) void read(file).finally(() => (field.value = ''));
          }}
        />
      </div>
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
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
    </Part>
  );
}
