import { isExtension } from './senders';
import { listen, send } from './wire';

/** What a key of the browser can ask of the panel (J4): the caret stays in the chat, and so does an input method. */
export const PANEL_COMMANDS = ['promise', 'apology', 'owed'] as const;
export type PanelCommand = (typeof PANEL_COMMANDS)[number];

export function isPanelCommand(name: unknown): name is PanelCommand {
  return PANEL_COMMANDS.some((known) => known === name);
}

/** Asks the panel of a tab to do something. `false`: no panel of this tab is there (yet). */
export async function askPanel(command: PanelCommand, tabId: number): Promise<boolean> {
  return (await send('panel/do', { command, tabId })) === true;
}

/**
 * Listens for what is asked of the panel. `handle` answers whether it is the panel of that tab; another one stays
 * silent, so that the right one is heard.
 */
export function onPanelCommand(handle: (command: PanelCommand, tabId: number) => boolean): () => void {
  return listen('panel/do', isExtension, (body) => {
    if (typeof body !== 'object' || body === null) return undefined;
    const { command, tabId } = body as { readonly command?: unknown; readonly tabId?: unknown };
    if (!isPanelCommand(command) || typeof tabId !== 'number') return undefined;
    return handle(command, tabId) ? Promise.resolve(true) : undefined;
  });
}
