import type { Ack } from '@extension/book/ack';
import { undo } from '@extension/book/actions/undo';
import type { OpenBook } from '@extension/book/open';
import { notifyIfSites } from '@extension/messaging/news';
import { fromField, isUndo } from '@extension/ui/keys';
import type { AnyKey } from '@extension/ui/more';
import type { Params } from '@shared/i18n/shop';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

interface Said {
  readonly key: AnyKey;
  readonly params?: Params;
}

export interface Shown extends Said {
  readonly undoes: string | null;
  readonly trouble: boolean;
}

/** What a page needs to do things: run, say what came of it, take it back. */
export interface Acts {
  readonly book: OpenBook;
  readonly shown: Shown | null;
  readonly run: (action: Promise<Ack>, line: Said) => Promise<boolean>;
  readonly undoLast: () => Promise<void>;
  readonly say: (shown: Shown | null) => void;
}

const SHOWN_MS = 8000;

/** The acts of a page with undo (also Ctrl-Z) over the one write door. */
export function useActs(book: OpenBook): Acts {
  const [shown, say] = useState<Shown | null>(null);
  const done = useRef<string[]>([]);
  const acts = useMemo(() => {
    async function run(action: Promise<Ack>, line: Said): Promise<boolean> {
      const ack = await action;
      if (ack.ok) {
        done.current.push(ack.action.id);
        say({ ...line, undoes: ack.action.id, trouble: false });
      } else {
        const params = { detail: ack.detail };
        say({ key: `records.refused.${ack.reason}`, params, undoes: null, trouble: true });
      }
      return ack.ok;
    }
    async function undoLast(): Promise<void> {
      const id = done.current.pop();
      if (id === undefined) return;
      const ack = await undo(book, id);
      if (ack.ok) {
        notifyIfSites(ack.action.changes);
        say({ key: 'panel.done.undone', undoes: null, trouble: false });
      } else {
        const params = { detail: ack.detail };
        say({ key: `records.refused.${ack.reason}`, params, undoes: null, trouble: true });
      }
    }
    return { book, run, undoLast, say };
  }, [book]);
  useEffect(() => {
    if (!shown || shown.trouble) return;
    const timer = setTimeout(() => say(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const checkbox = event.target instanceof HTMLInputElement && event.target.type === 'checkbox';
      if (!isUndo(event) || (fromField(event.target) && !checkbox)) return;
      event.preventDefault();
      void acts.undoLast();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [acts]);
  return { ...acts, shown };
}
