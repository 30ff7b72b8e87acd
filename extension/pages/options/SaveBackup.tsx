import type { OpenBook } from '@extension/book/open';
import { backupText } from '@extension/book/save-backup';
import { download } from '@extension/ui/download';
import { useWords } from '@extension/ui/words';
import { sealBackup } from '@shared/backup/seal';
import { dayOf } from '@shared/calendar/day';
import { useState } from 'preact/hooks';
import { PassphraseField } from './PassphraseField';

/** Saves the whole book as one file: plain unless a passphrase is given. */
export function SaveBackup({
  book,
  onFault,
}: {
  readonly book: OpenBook;
  readonly onFault: (sentence: string | null) => void;
}) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [saved, setSaved] = useState<string | null>(null);

  async function save(secret: string): Promise<void> {
    onFault(null);
    const day = dayOf(book.world.now(), book.world.timeZone);
    const name = `zhanggui-${day}.${secret === '' ? 'json' : 'zgb'}`;
    try {
      const text = await backupText(book);
      if (secret === '') download(name, text, 'application/json');
      else download(name, await sealBackup(text, secret, book.world.random), 'application/octet-stream');
      setSaved(name);
      setAsking(false);
      setPassphrase('');
    } catch (error) {
      onFault(t('options.backup.notSaved', { detail: String(error) }));
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
          <p class="kept" aria-live="polite">
            {t('options.backup.saved', { name: saved })}
          </p>
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
      <PassphraseField value={passphrase} onValue={setPassphrase} fresh />
      <div class="acts">
        <button type="button" class="primary" onClick={() => void save('')}>
          {t('options.backup.saveOpen')}
        </button>
        <button type="submit" disabled={passphrase === ''}>
          {t('options.backup.saveSealed')}
        </button>
        <button type="button" class="plain" onClick={() => setAsking(false)}>
          {t('common.cancel')}
        </button>
      </div>
      <p class="quiet small">{t('options.backup.plain')}</p>
    </form>
  );
}
