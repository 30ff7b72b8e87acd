import { bookBefore } from '@extension/book/generations';
import type { OpenBook } from '@extension/book/open';
import { FileButton } from '@extension/ui/FileButton';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { dayOf } from '@shared/calendar/day';
import { useState } from 'preact/hooks';
import { PassphraseField } from './PassphraseField';
import { RestorePreview } from './RestorePreview';
import { useRestore } from './use-restore';
import { Working } from './Working';

/** Takes a saved book in place of this one or into it, after showing what that would change. */
export function RestoreBackup({
  book,
  onFault,
}: {
  readonly book: OpenBook;
  readonly onFault: (sentence: string | null) => void;
}) {
  const { t } = useMore();
  const [passphrase, setPassphrase] = useState('');
  const { step, open, take, goBack, stop } = useRestore(book, onFault);
  const idle = step.at === 'idle';
  return (
    <>
      <div class="acts">
        <FileButton
          label={t('options.backup.restore')}
          accept=".json,.zgb,application/json"
          disabled={step.at === 'working'}
          onFile={(file) => void open(file, null)}
        />
      </div>
      {(step.at === 'reading' || step.at === 'working') && (
        <Working
          label={t(step.at === 'reading' ? 'backups.reading' : 'backups.working')}
          part={step.part}
          onStop={stop}
        />
      )}
      {step.at === 'sealed' && (
        <form
          class="notice"
          onSubmit={(event) => {
            event.preventDefault();
            void open(step.file, passphrase).then(() => setPassphrase(''));
          }}
        >
          <PassphraseField value={passphrase} onValue={setPassphrase} autofocus />
          <p class="quiet small">{t('backups.orCode')}</p>
          <div class="acts">
            <button type="submit" class="primary">
              {t('options.backup.unseal')}
            </button>
            <button type="button" class="plain" onClick={stop}>
              {t('common.cancel')}
            </button>
          </div>
        </form>
      )}
      {step.at === 'looked' && (
        <RestorePreview book={book} looked={step.looked} onTake={(way) => void take(way)} onLeave={stop} />
      )}
      {idle && <WayBack book={book} onGoBack={() => void goBack()} />}
    </>
  );
}

/** The book that the last restore put aside: one click brings it back, and the same click undoes that. */
function WayBack({ book, onGoBack }: { readonly book: OpenBook; readonly onGoBack: () => void }) {
  const { t } = useMore();
  const before = useLive(() => bookBefore(), [book]);
  if (!before) return null;
  return (
    <div class="notice">
      <p>{t('backups.before', { day: dayOf(before.at, book.world.timeZone) })}</p>
      <div class="acts">
        <button type="button" onClick={onGoBack}>
          {t('backups.goBack')}
        </button>
      </div>
    </div>
  );
}
