import { useState } from 'preact/hooks';

/** What is being typed and not yet kept: the letter may be drawn anew meanwhile, and must not take it away. */
export function useDraft(kept: string) {
  const [draft, setDraft] = useState<string | null>(null);
  return { value: draft ?? kept, type: setDraft, done: () => setDraft(null) };
}
