import { startPicker } from '@extension/chat/teach/picker';
import { isPickerCommand, TEACH_LINE } from '@extension/messaging/teach-words';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** Only scripts of this extension see it: content scripts have a world of their own. */
const KEY = Symbol.for('zhanggui.picker');

/** Put into a page by the panel while the seller teaches it, and gone with the panel's line. */
export default defineUnlistedScript(() => {
  const world = globalThis as unknown as Record<symbol, (() => void) | undefined>;
  world[KEY]?.();
  const port = browser.runtime.connect({ name: TEACH_LINE });
  const stop = startPicker({
    post: (word) => port.postMessage(word),
    onCommand: (hear) =>
      port.onMessage.addListener((message: unknown) => isPickerCommand(message) && hear(message)),
    onEnd: (end) => port.onDisconnect.addListener(end),
  });
  world[KEY] = () => {
    port.disconnect();
    stop();
  };
});
