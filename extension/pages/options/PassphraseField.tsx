import { useMore } from '@extension/ui/more';
import { strengthOf } from '@shared/backup/strength';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface PassphraseProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** A new one: said how strong it is, and offered to the browser's own keeper. */
  readonly fresh?: boolean;
  readonly autofocus?: boolean;
  readonly label?: string;
  readonly hint?: string;
}

/** A passphrase as it is typed, hidden. */
export function PassphraseField(props: PassphraseProps) {
  const { value, onValue, fresh = false, autofocus = false, label, hint } = props;
  const { t } = useMore();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (autofocus) field.current?.focus();
  }, [autofocus]);
  return (
    <div class="field">
      <label for={id}>{label ?? t('options.backup.passphrase')}</label>
      <input
        id={id}
        ref={field}
        type="password"
        value={value}
        autocomplete={fresh ? 'new-password' : 'current-password'}
        aria-describedby={fresh ? `${id}-hint` : undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {fresh && (
        <span
          class={value !== '' && strengthOf(value).level < 2 ? 'hint wrong' : 'hint'}
          id={`${id}-hint`}
          aria-live="polite"
        >
          {value === '' ? (hint ?? t('options.backup.passphraseHint')) : <Strong passphrase={value} />}
        </span>
      )}
    </div>
  );
}

function Strong({ passphrase }: { readonly passphrase: string }) {
  const { t } = useMore();
  const { level } = strengthOf(passphrase);
  const words = t(`backups.strength.${level}`);
  return (
    <>
      <meter
        class="strength"
        min={0}
        max={4}
        low={2}
        high={3}
        optimum={4}
        value={level + 1}
        aria-label={words}
      />{' '}
      {words}
    </>
  );
}
