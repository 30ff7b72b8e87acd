import { useState } from 'preact/hooks';
import type { FileRefusal } from '../../dataset';
import { type Asked, withColumns } from '../asked';
import type { Writer } from '../text/writer';
import { AskColumns } from './AskColumns';

interface AskProps {
  readonly refusal: FileRefusal;
  readonly onAnswer: (say: (asked: Asked) => Asked) => void;
  readonly writer: Writer;
}

const LOCKED: ReadonlySet<string> = new Set([
  'imports.refusedLocked',
  'imports.refusedPassword',
  'imports.refusedLockedZip',
  'imports.refusedZipPassword',
  'imports.refusedSealed',
  'imports.refusedPassphrase',
]);
const CURRENCIES: ReadonlySet<string> = new Set([
  'imports.refusedTwoCurrencies',
  'imports.refusedOtherCurrency',
]);

/** What would help a file that could not be read, asked right where it is said. */
export function Ask({ refusal: { reason, params, preview }, onAnswer, writer }: AskProps) {
  const { t } = writer;
  if (preview) {
    return (
      <AskColumns
        preview={preview}
        onMap={(map) => onAnswer((asked) => withColumns(asked, preview.columns, map))}
        writer={writer}
      />
    );
  }
  if (LOCKED.has(reason)) return <AskPassword onAnswer={onAnswer} writer={writer} />;
  if (reason === 'imports.refusedDateOrder') {
    return (
      <p class="acts">
        {(['dmy', 'mdy'] as const).map((dateOrder) => (
          <button
            type="button"
            key={dateOrder}
            onClick={() => onAnswer((asked) => ({ ...asked, dateOrder }))}
          >
            {t(`weekly.ask.${dateOrder}`)}
          </button>
        ))}
      </p>
    );
  }
  if (!CURRENCIES.has(reason)) return null;
  const named = `${params.found ?? ''} ${params.other ?? ''}`.match(/\b[A-Z]{3}\b/g) ?? [];
  return (
    <p class="acts">
      {[...new Set(named)].map((currency) => (
        <button type="button" key={currency} onClick={() => onAnswer((asked) => ({ ...asked, currency }))}>
          {t('weekly.ask.currency', { currency })}
        </button>
      ))}
    </p>
  );
}

function AskPassword({ onAnswer, writer }: Omit<AskProps, 'refusal'>) {
  const { t } = writer;
  const [password, setPassword] = useState('');
  return (
    <form
      class="acts"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer((asked) => ({ ...asked, password }));
      }}
    >
      <label>
        {t('weekly.ask.password')}{' '}
        <input
          type="password"
          autocomplete="off"
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
      </label>{' '}
      <button type="submit" disabled={password === ''}>
        {t('weekly.ask.open')}
      </button>
    </form>
  );
}
