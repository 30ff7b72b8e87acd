import { storedSetting } from '@extension/book/reads/settings';
import { boundKeys, homeOf, KEYS_SETTING, readBindings } from '@extension/ui/key-map';
import { bare, composing, fromField, isPalette, isUndo } from '@extension/ui/keys';
import { useLive } from '@extension/ui/use-live';
import { useEffect } from 'preact/hooks';
import { ACTS, MORE_ACTS } from './buyer/ActionBar';
import { QUICK_SCORES } from './buyer/quick-visit';
import { prefillFrom } from './forms/prefill';
import type { Session } from './state/session';

const LETTERS = new Map([...ACTS, ...MORE_ACTS].map(({ letter, kind }) => [letter.toLowerCase(), kind]));

/** Keys between `/` and the list: they are meant for it, whatever else they are the keys of. */
function typeAhead({ wordsTyped, openWords }: Session, key: string): void {
  const { text, enter } = wordsTyped.value;
  if (enter) return;
  if (key === 'Enter') wordsTyped.value = { text, enter: true };
  else if ([...key].length === 1) wordsTyped.value = { text: text + key, enter };
  openWords();
}

/**
 * Does what a letter stands for, where it stands for something now. Letters are those the acts came with,
 * whatever keys the shop gave them.
 *
 * @returns whether it was anybody's letter
 */
export function doLetter(session: Session, letter: string, apologise: () => Promise<void>): boolean {
  if (session.form.value) return false;
  if (letter === 'x') {
    session.desk.value = 'closing';
    return true;
  }
  if (letter === 'i') {
    void import('./companion/in-line').then(({ toggleInLine }) => toggleInLine(session));
    return true;
  }
  if (session.subject.value.kind !== 'buyer') return false;
  const kind = LETTERS.get(letter);
  const overall = QUICK_SCORES.get(letter);
  if (kind) session.openForm(kind, prefillFrom(session.selection()));
  else if (letter === 'f') session.fillFirst?.();
  else if (letter === 'z') session.putOffFirst?.();
  else if (letter === 't') session.tellFirst?.();
  else if (letter === 'j') session.answerFirst?.();
  else if (letter === 'm') session.fillPrepared?.();
  else if (letter === 'a') void apologise();
  else if (overall !== undefined) session.scoreVisit?.(overall);
  else return false;
  return true;
}

/** Whether a field has something of its own to undo: it holds text, or its text was just deleted by hand. */
function ownUndo(field: HTMLInputElement, emptied: WeakSet<EventTarget>): boolean {
  return field.value !== '' || emptied.has(field);
}

/**
 * The panel's keys. Single letters work only when no field has the focus and no input method is composing;
 * Ctrl-Z takes back what was recorded last, except where something is being written: there it is the text's own.
 */
export function useKeys(session: Session, apologise: () => Promise<void>): void {
  const { book } = session;
  const bound = useLive(async () => readBindings(await storedSetting(book, KEYS_SETTING)), [book]);
  useEffect(() => {
    if (bound) boundKeys.value = bound;
  }, [bound]);
  useEffect(() => {
    const emptied = new WeakSet<EventTarget>();
    function onInput({ target }: Event): void {
      if (!target) return;
      if ((target as HTMLInputElement).value === '') emptied.add(target);
      else emptied.delete(target);
    }
    function onKey(event: KeyboardEvent): void {
      if (composing(event) || event.defaultPrevented) return;
      const writing = fromField(event.target);
      if (isPalette(event)) {
        event.preventDefault();
        session.openPalette(session.palette.value === null ? '' : null);
        return;
      }
      if (isUndo(event)) {
        if (writing && (session.form.value || ownUndo(event.target as HTMLInputElement, emptied))) return;
        event.preventDefault();
        void session.undoLast();
        return;
      }
      // The form hears Esc itself while the caret is in it; a quick hand is faster than the caret.
      if (event.key === 'Escape' && !writing) {
        if (session.palette.value !== null) session.openPalette(null);
        else if (session.wordsShown.value) session.wordsShown.value = false;
        else if (session.keysShown.value) session.keysShown.value = false;
        else if (session.desk.value) session.desk.value = null;
        else if (session.menuShown.value) session.menuShown.value = false;
        else if (session.form.value) session.form.value = null;
        else session.back();
        return;
      }
      if (writing || !bare(event) || event.repeat) return;
      act(event);
    }
    function act(event: KeyboardEvent): void {
      // A quick hand types before the list is there.
      if (session.palette.value !== null) {
        event.preventDefault();
        if ([...event.key].length === 1) session.openPalette(session.palette.value + event.key);
        return;
      }
      const letter = homeOf(boundKeys.value, event.key.toLowerCase());
      if (letter === '/') {
        event.preventDefault();
        session.openWords();
        return;
      }
      if (session.wordsShown.value) {
        event.preventDefault();
        typeAhead(session, event.key);
        return;
      }
      if (letter === '?' || letter === '？') {
        event.preventDefault();
        session.keysShown.value = !session.keysShown.value;
        return;
      }
      if (doLetter(session, letter, apologise)) event.preventDefault();
    }
    document.addEventListener('keydown', onKey);
    document.addEventListener('input', onInput);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('input', onInput);
    };
  }, [session, apologise]);
}
