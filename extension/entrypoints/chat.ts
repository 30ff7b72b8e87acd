import { type ChatSession, startSession } from '@extension/chat/session';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** Only scripts of this extension see it: content scripts have a world of their own. */
const KEY = Symbol.for('zhanggui.chat');

/**
 * Reads a chat page and fills its reply box on request. Registered at run time, for the sites the seller
 * allowed (`background/follow.ts`); never two of them live in one frame.
 *
 * Not WXT's content script: that one tells the page that it has started.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as unknown as Record<symbol, ChatSession | undefined>;
  const running = world[KEY];
  if (running?.alive()) {
    running.refresh();
    return;
  }
  // Left over from before an update of the extension: it can't speak any more.
  running?.stop();
  world[KEY] = startSession();
});
