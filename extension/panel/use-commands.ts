import type { PanelCommand } from '@extension/messaging/commands';
import { useEffect } from 'preact/hooks';
import type { Session } from './state/session';
import { doLetter } from './use-keys';

/** The letter of each command: what the key of the browser does is what the letter does here. */
const LETTERS: Readonly<Record<PanelCommand, string>> = { promise: 'p', apology: 'a', owed: 'f' };

/** Hears what keys of the browser ask of this panel: the one that follows the tab they were pressed in. */
export function useCommands(session: Session, apologise: () => Promise<void>): void {
  useEffect(
    () =>
      session.port.onCommand?.((command, tabId) => {
        if (session.followed.value?.tabId !== tabId || session.subject.value.kind !== 'buyer') return false;
        // A form that is being written is not thrown away by a key pressed elsewhere.
        if (!session.form.value) doLetter(session, LETTERS[command], apologise);
        return true;
      }),
    [session, apologise],
  );
}
