import { SelectField } from '@extension/ui/fields';
import { dropLock, readLock, setLock } from '@extension/ui/lock-store';
import { useMore } from '@extension/ui/more';
import { useState } from 'preact/hooks';
import { Part } from './Part';
import { PassphraseField } from './PassphraseField';

const MINUTES = ['5', '15', '30', '60'] as const;
type Minutes = (typeof MINUTES)[number];

/** The screen's lock: off, or after so many minutes without a touch. */
export function LockPart() {
  const { t } = useMore();
  const [lock, setShown] = useState(readLock);
  const [minutes, setMinutes] = useState<Minutes>('15');
  const [passphrase, setPassphrase] = useState('');
  const [asking, setAsking] = useState(false);
  async function save(): Promise<void> {
    await setLock(Number(minutes), passphrase);
    // Every page looks after itself; this one begins now.
    const app = document.getElementById('app');
    const { guardScreen } = await import('@extension/ui/lock');
    if (app && !lock) guardScreen(app);
    setPassphrase('');
    setAsking(false);
    setShown(readLock());
  }
  return (
    <Part title={t('backups.lock')} anchor="lock">
      <p class="quiet">{t('backups.lock.about')}</p>
      {lock ? (
        <p>
          {t('backups.lock.on', { n: lock.minutes })}{' '}
          <button
            type="button"
            onClick={() => {
              dropLock();
              setShown(null);
            }}
          >
            {t('backups.lock.off')}
          </button>
        </p>
      ) : !asking ? (
        <p>
          <button type="button" onClick={() => setAsking(true)}>
            {t('backups.lock.begin')}
          </button>
        </p>
      ) : (
        <form
          class="notice"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <SelectField
            label={t('backups.lock.after')}
            value={minutes}
            options={MINUTES.map((value) => ({
              value,
              label: t('backups.lock.minutes', { n: Number(value) }),
            }))}
            onValue={setMinutes}
          />
          <PassphraseField
            value={passphrase}
            onValue={setPassphrase}
            fresh
            label={t('backups.lock.passphrase')}
            hint={t('backups.lock.hint')}
            autofocus
          />
          <div class="acts">
            <button type="submit" class="primary" disabled={passphrase === ''}>
              {t('backups.lock.set')}
            </button>
            <button type="button" class="plain" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </button>
          </div>
        </form>
      )}
    </Part>
  );
}
