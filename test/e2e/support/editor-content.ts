import { insertText } from '@extension/chat/insert/insert';
import type { FillRequest } from '@extension/messaging/protocol';

/**
 * The insertion in a content script of its own. Firefox tells editors of a command only when an extension gives it,
 * so there a page filling itself proves nothing.
 */
document.addEventListener('fill', (event) => {
  const box = event.target as HTMLElement;
  const request = JSON.parse((event as CustomEvent<string>).detail) as Pick<FillRequest, 'text' | 'draft'>;
  void insertText(box, request, {
    firefox: true,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    stillSame: () => true,
    composing: () => false,
  }).then((result) => document.dispatchEvent(new CustomEvent('filled', { detail: JSON.stringify(result) })));
});
