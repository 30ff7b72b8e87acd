import { useWords } from '@extension/ui/words';
import { useId } from 'preact/hooks';

/** A passphrase as it is typed, hidden. A new one is offered to the browser's own keeper, an old one asked of it. */
export function PassphraseField({
  value,
  onValue,
  fresh = false,
}: {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly fresh?: boolean;
}) {
  const { t } = useWords();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t('options.backup.passphrase')}</label>
      <input
        id={id}
        type="password"
        value={value}
        autocomplete={fresh ? 'new-password' : 'current-password'}
        aria-describedby={fresh ? `${id}-hint` : undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {fresh && (
        <span class="hint" id={`${id}-hint`}>
          {t('options.backup.passphraseHint')}
        </span>
      )}
    </div>
  );
}
