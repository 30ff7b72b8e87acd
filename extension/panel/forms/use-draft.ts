import { useRef, useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import type { OpenForm } from '../state/session';
import { identityOf } from '../state/subject';

export type Fields = Readonly<Record<string, string>>;

/** Where a half-written form is kept, so that a closed panel does not lose it. Per buyer, so it returns to the right one. */
export function draftKey({ kind, subject }: OpenForm): string {
  return `draft:${identityOf(subject.who)}:${kind}`;
}

function readDraft(text: string | null): Fields | null {
  try {
    const data: unknown = JSON.parse(text ?? 'null');
    if (typeof data !== 'object' || data === null) return null;
    return Object.fromEntries(
      Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return null;
  }
}

/**
 * The fields of a form as the seller writes them, kept in the page's own storage until saved. Words freshly
 * selected in the chat win over an older draft.
 */
export function useDraft<Start extends Fields>(form: OpenForm, start: Start) {
  const { session } = usePanel();
  const key = draftKey(form);
  const [fields, setFields] = useState<Start>(() => {
    const kept = form.prefill.quote === '' ? readDraft(session.storage.getItem(key)) : null;
    return kept ? { ...start, ...kept } : start;
  });
  const newest = useRef(fields);
  /** Several fields may change in one event (a gift from the stock brings its cost), so the newest are kept aside. */
  function set(patch: Partial<Start>): void {
    newest.current = { ...newest.current, ...patch };
    setFields(newest.current);
    session.formWritten();
    session.storage.setItem(key, JSON.stringify(newest.current));
  }
  function drop(): void {
    session.storage.removeItem(key);
  }
  return { fields, set, drop };
}
