import { fromField } from '@extension/ui/keys';
import { useEffect } from 'preact/hooks';
import type { Session } from '../state/session';

const MOST = 100;

/** Ctrl-V anywhere but in a field finds the buyer or the order that was copied (J24). */
export function usePaste(session: Session): void {
  useEffect(() => {
    function onPaste(event: ClipboardEvent): void {
      if (fromField(event.target)) return;
      const text = event.clipboardData?.getData('text/plain').trim().split('\n')[0]?.trim().slice(0, MOST);
      if (!text) return;
      event.preventDefault();
      void import('./paste-find').then(({ pasteFind }) => pasteFind(session, text));
    }
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [session]);
}
