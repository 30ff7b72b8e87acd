import { bare, composing, fromField, isUndo } from '@extension/ui/keys';
import { useEffect } from 'preact/hooks';
import { ACTS, MORE_ACTS } from './buyer/ActionBar';
import { QUICK_SCORES } from './buyer/quick-visit';
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
      if (event.key === 'Escape' && !writing) {
        if (session.keysShown.value) session.keysShown.value = false;
        else if (session.menuShown.value) session.menuShown.value = false;
        else if (session.form.value) session.form.value = null;
        else session.back();
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
      if (letter === '?' || letter === '？') {
        event.preventDefault();
        session.keysShown.value = !session.keysShown.value;
        return;
      }
      if (session.subject.value.kind !== 'buyer' || session.form.value) return;
      const kind = LETTERS.get(letter);
      if (kind) {
        event.preventDefault();
        session.openForm(kind, prefillFrom(session.selection(), session.today.value));
      } else if (letter === 'f') session.fillFirst?.();
      else if (letter === 'a') void apologise();
      else {
        const overall = QUICK_SCORES.get(letter);
        if (overall !== undefined) session.scoreVisit?.(overall);
      }
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [session, apologise]);
}
