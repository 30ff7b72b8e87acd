import { useRef, useState } from 'preact/hooks';
import { TextField } from './fields';
import { formKeys } from './form-keys';
import { type AnyKey, everyWord, lazily } from './more';
import type { Choice } from './typed';
import { useWords } from './words';

const Meanwhile = lazily(async () => (await import('./Meanwhile')).Meanwhile);

interface SettingFieldProps {
  readonly label: AnyKey;
  /** What the book says by now, as it would be typed. */
  readonly stored: string;
  /** How a typed value is written down. */
  readonly tidy?: (text: string) => string;
  /** What is wrong with a value, in words, or null. */
  readonly faultOf?: (value: string) => string | null;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  readonly class?: string;
  /** False or nothing: the book said no, and what was typed stays. */
  readonly onSave: (value: string) => Promise<boolean | undefined>;
}

interface TypedValue {
  readonly mine: string;
  /** What stood in the book when typing began. */
  readonly before: string;
  readonly saved?: boolean;
}

const trimmed = (text: string) => text.trim();
const nothingWrong = () => null;

/**
 * A value with no button of its own: Enter or leaving it saves. Untouched it follows the book; where another window
 * has written it while it was typed here, the owner sees both wordings and the one before, and chooses.
 */
export function SettingField(props: SettingFieldProps) {
  const { label, stored, tidy = trimmed, faultOf = nothingWrong, hint, onSave } = props;
  const t = everyWord(useWords().t);
  const [last, setTyped] = useState<TypedValue | null>(null);
  const [asked, setAsked] = useState(false);
  const busy = useRef(false);
  // What was saved stands here until the book itself says it.
  const typed = last?.saved && stored !== last.before ? null : last;
  const text = typed?.mine ?? stored;
  const value = tidy(text);
  const fault = faultOf(value);

  async function write(chosen: string): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    try {
      if (!(await onSave(chosen))) return;
      // What was typed on while it was saved is saved next.
      setTyped((now) =>
        now && now !== last ? { ...now, before: chosen } : { mine: chosen, before: stored, saved: true },
      );
    } finally {
      busy.current = false;
    }
  }
  function save(): void {
    if (!typed || typed.saved || fault) return;
    if (value === stored || value === typed.before) setTyped(null);
    else if (stored !== typed.before) setAsked(true);
    else void write(value);
  }
  function choose(choice: Choice): void {
    setAsked(false);
    if (choice === 'stored' || !typed) setTyped(null);
    else void write(choice === 'mine' ? value : typed.before);
  }
  return (
    <form class={props.class ?? 'setting'} {...formKeys({ save, lines: props.multiline ?? false })}>
      <div onFocusOut={save}>
        <TextField
          label={t(label)}
          value={text}
          onValue={(mine) => setTyped({ mine, before: typed && !typed.saved ? typed.before : stored })}
          placeholder={props.placeholder ?? ''}
          hint={fault ?? hint}
          wrong={fault !== null}
          multiline={props.multiline ?? false}
        />
      </div>
      {asked && typed && (
        <Meanwhile label={t(label)} mine={value} stored={stored} before={typed.before} onChoose={choose} />
      )}
    </form>
  );
}
