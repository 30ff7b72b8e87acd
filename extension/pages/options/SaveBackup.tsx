import { howFar } from '@extension/book/backups/how-far';
import { changeMark } from '@extension/book/backups/mark';
import { remoteJobs } from '@extension/book/backups/remote';
import { saveFile } from '@extension/book/backups/take';
import { ownCode } from '@extension/book/generations';
import { smallStore } from '@extension/book/journal/ways';
import type { OpenBook } from '@extension/book/open';
import { download } from '@extension/ui/download';
import { useMore } from '@extension/ui/more';
import { recoveryCode } from '@shared/backup/recovery-code';
import { dayOf } from '@shared/calendar/day';
import { useState } from 'preact/hooks';
import { PassphraseField } from './PassphraseField';
import { RecoverySheet } from './RecoverySheet';
import { Working } from './Working';

interface Saved {
  readonly name: string;
  readonly rows: number;
  readonly code: string | null;
}

/** Saves the whole book as one file: plain unless a passphrase is given. Read back before it is handed out. */
export function SaveBackup({
  book,
  onFault,
}: {
  readonly book: OpenBook;
  readonly onFault: (sentence: string | null) => void;
}) {
  const { t } = useMore();
  const [asking, setAsking] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [withCode, setWithCode] = useState(true);
  const [part, setPart] = useState<number | null>(null);
  const [saved, setSaved] = useState<Saved | null>(null);

  async function save(secret: string): Promise<void> {
    onFault(null);
    setPart(0);
    const at = book.world.now();
    const sealed = secret !== '';
    const name = `zhanggui-${dayOf(at, book.world.timeZone)}.${sealed ? 'zgb' : 'json'}`;
    const jobs = remoteJobs(book);
    try {
      const code = sealed && withCode ? await ownCode(() => recoveryCode(book.world.random)) : null;
      const { epoch } = await howFar(book);
      const { file, rows, seq } = await saveFile(
        book,
        jobs,
        sealed ? { passphrase: secret, code } : null,
        setPart,
      );
      download(name, file, file.type);
      setSaved({ name, rows, code });
      setAsking(false);
      setPassphrase('');
      await changeMark(smallStore, { last: { at, epoch, seq, rows, name } }).catch(() => undefined);
    } catch (error) {
      onFault(
        t('options.backup.notSaved', { detail: error instanceof Error ? error.message : String(error) }),
      );
    } finally {
      jobs.close();
      setPart(null);
    }
  }
  if (!asking) {
    return (
      <>
        <p>
          <button type="button" onClick={() => setAsking(true)}>
            {t('options.backup.save')}
          </button>
        </p>
        {saved && (
          <>
            <p class="kept" aria-live="polite">
              {t('options.backup.saved', { name: saved.name })} {t('backups.readBack', { n: saved.rows })}
            </p>
            {saved.code && (
              <RecoverySheet
                code={saved.code}
                day={dayOf(book.world.now(), book.world.timeZone)}
                onClose={() => setSaved(null)}
              />
            )}
          </>
        )}
      </>
    );
  }
  return (
    <form
      class="notice"
      onSubmit={(event) => {
        event.preventDefault();
        void save(passphrase);
      }}
    >
      <p>{t('backups.recommend')}</p>
      <PassphraseField value={passphrase} onValue={setPassphrase} fresh autofocus />
      {passphrase !== '' && (
        <label class="check">
          <input
            type="checkbox"
            checked={withCode}
            onChange={(event) => setWithCode(event.currentTarget.checked)}
          />
          {t('backups.withCode')}
        </label>
      )}
      <div class="acts">
        <button
          type="button"
          class={passphrase === '' ? 'primary' : ''}
          disabled={part !== null}
          onClick={() => void save('')}
        >
          {t('options.backup.saveOpen')}
        </button>
        <button
          type="submit"
          class={passphrase === '' ? '' : 'primary'}
          disabled={passphrase === '' || part !== null}
        >
          {t('options.backup.saveSealed')}
        </button>
        <button type="button" class="plain" onClick={() => setAsking(false)}>
          {t('common.cancel')}
        </button>
      </div>
      {part !== null && <Working label={t('backups.saving')} part={part} />}
      <p class="quiet small">{t(passphrase === '' ? 'options.backup.plain' : 'backups.lost')}</p>
    </form>
  );
}
