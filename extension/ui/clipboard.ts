import { plainCopy } from '@shared/text/normalize';

/**
 * Puts a text on the clipboard, without anything hidden in it: words of a chat pass from one buyer to another by it.
 * Called on a click or a key only; nothing is ever pasted by us.
 */
export function copyText(
  text: string,
  clipboard: Pick<Clipboard, 'writeText'> = navigator.clipboard,
): Promise<void> {
  return clipboard.writeText(plainCopy(text));
}
