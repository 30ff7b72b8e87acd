import { composing } from './keys';

interface FormKeys {
  readonly save: () => unknown;
  /** What Esc does; a form in a box that hears Esc itself names nothing. */
  readonly leave?: () => void;
  /** Lines are written in it: Enter begins a new one, Ctrl-Enter saves. */
  readonly lines?: boolean;
}

/** What does its own thing when Enter is pressed on it. */
const ACTS_ITSELF = 'button, a, summary';

/** Forms that are being saved: a second Enter before the book has answered must not record a thing twice. */
const saving = new WeakSet<EventTarget>();

async function once(form: EventTarget | null, save: () => unknown): Promise<void> {
  if (!form || saving.has(form)) return;
  saving.add(form);
  try {
    await save();
  } finally {
    saving.delete(form);
  }
}

/** The keys all forms share: Enter saves, once, Esc leaves, and neither disturbs an input method. */
export function formKeys({ save, leave, lines = false }: FormKeys) {
  return {
    onSubmit: (event: Event) => {
      event.preventDefault();
      void once(event.currentTarget, save);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (composing(event)) {
        // The Enter that picks a word must not reach the form's own submit.
        if (event.key === 'Enter') event.preventDefault();
        return;
      }
      if (event.key === 'Escape' && leave) {
        event.preventDefault();
        event.stopPropagation();
        leave();
      }
      if (event.key !== 'Enter' || (event.target as Element).closest(ACTS_ITSELF)) return;
      if (lines ? !(event.ctrlKey || event.metaKey) : event.shiftKey) return;
      event.preventDefault();
      void once(event.currentTarget, save);
    },
  };
}
