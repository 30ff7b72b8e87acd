import { useEffect } from 'preact/hooks';
import type { Session } from '../state/session';

/** Waits that come to their end in the chat's list are kept; the part that does it is fetched with the first row. */
export function useKeptWaits(session: Session): void {
  const chat = session.chat.value;
  useEffect(() => {
    if (!chat?.rows || session.book.readOnly) return;
    void import('./keep-waits').then(({ keepWaits }) => keepWaits(session, chat));
  }, [session, chat]);
}
