import type { Adapter } from '../adapter';
import { firstDeep, isShown } from '../read/query';
import { textOf } from '../read/text';

/** The reply box of the page, open for writing; null where there is none. */
export function findBox(adapter: Adapter, page: ParentNode): HTMLElement | null {
  const found = firstDeep(page, adapter.composer?.box);
  if (!(found instanceof HTMLElement)) return null;
  // An adapter may point at the editor's frame instead of the editor.
  const box = isWritable(found)
    ? found
    : (found.querySelector<HTMLElement>('textarea, [contenteditable]') ?? found);
  return isWritable(box) && isShown(box) ? box : null;
}

/** What stands in the box. */
export function boxText(box: HTMLElement): string {
  if (isField(box)) return box.value;
  // An empty rich editor shows its placeholder as an element of its own; the caret mark is no text either.
  const text = textOf(box, 20_000).replace(/\u200b|\ufeff/g, '');
  const hint = box.querySelector('[class*="placeholder" i]');
  return hint?.textContent && text.trim() === hint.textContent.trim() ? '' : text;
}

export function isField(box: Element): box is HTMLTextAreaElement | HTMLInputElement {
  return box.nodeName === 'TEXTAREA' || box.nodeName === 'INPUT';
}

function isWritable(box: HTMLElement): boolean {
  if (isField(box)) return !box.disabled && !box.readOnly;
  return /^(true|plaintext-only|)$/.test(box.getAttribute('contenteditable') ?? 'none');
}
