import type { ComponentChildren } from 'preact';
import { Key } from './Key';
import { type AnyKey, everyWord } from './more';
import { useWords } from './words';

interface FormFootProps {
  /** Why it can't be saved as it is. */
  readonly fault?: AnyKey | null;
  /** The keys that save and leave are shown where there is room for them. */
  readonly saveKey?: '↵' | 'Ctrl ↵';
  /** Nothing to save yet. */
  readonly nothing?: boolean;
  readonly onLeave: () => void;
  /** Other ways to be done with what was typed. */
  readonly children?: ComponentChildren;
}

/** The foot of every form: what is wrong, save, the other ways out, leave. */
export function FormFoot({ fault, saveKey, nothing = false, onLeave, children }: FormFootProps) {
  const t = everyWord(useWords().t);
  return (
    <>
      {fault && (
        <p class="fault" role="alert">
          {t(fault)}
        </p>
      )}
      <div class="acts">
        <button type="submit" class="primary" disabled={nothing}>
          {t('common.save')} {saveKey && <Key letter={saveKey} />}
        </button>
        {children}
        <button type="button" class="plain" onClick={onLeave}>
          {t('common.cancel')} {saveKey && <Key letter="Esc" />}
        </button>
      </div>
    </>
  );
}
