import { bare, composing, fromField, isUndo } from '@extension/ui/keys';
import { useEffect } from 'preact/hooks';
import { ACTS, MORE_ACTS } from './buyer/ActionBar';
import { prefillFrom } from './forms/prefill';
import type { Session } from './state/session';

const LETTERS = new Map([...ACTS, ...MORE_ACTS].map(({ letter, kind }) => [letter.toLowerCase(), kind]));

/**
 * The panel's keys. Single letters work only when no field has the focus and no input method is composing;
 * Ctrl-Z works everywhere except over text that has its own.
 */
export function useKeys(session: Session, apologise: () => Promise<void>): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (composing(event) || event.defaultPrevented) return;
      const writing = fromField(event.target);
      if (isUndo(event)) {
        const text = writing && (event.target as HTMLInputElement).value;
        if (text) return;
        event.preventDefault();
        void session.undoLast();
        return;
      }
      // The form hears Esc itself while the caret is in it; a quick hand is faster than the caret.
      if (event.key === 'Escape' && !writing && session.form.value) {
        session.form.value = null;
        return;
      }
      if (writing || !bare(event) || event.repeat) return;
      act(event);
    }
    function act(event: KeyboardEvent): void {
      const letter = event.key.toLowerCase();
      if (letter === '/') {
        event.preventDefault();
        document.getElementById('find')?.focus();
        return;
      }
      if (session.subject.value.kind !== 'buyer' || session.form.value) return;
      const kind = LETTERS.get(letter);
      if (kind) {
        event.preventDefault();
        session.openForm(kind, prefillFrom(session.selection(), session.today.value));
      } else if (letter === 'f') session.fillFirst?.();
      else if (letter === 'a') void apologise();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [session, apologise]);
}
