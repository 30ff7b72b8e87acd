import { isField } from './box';

/**
 * The ways of putting text into somebody else's editor, each measured against real editors: which one works
 * where stands in `insert.ts`. `execCommand` is marked deprecated, and is still the only way that keeps undo.
 */

/** Focus and caret: behind what stands there, or around all of it when it is to be replaced. */
export function caretIn(box: HTMLElement, replace: boolean): void {
  box.focus({ preventScroll: true });
  if (isField(box)) {
    box.setSelectionRange(replace ? 0 : box.value.length, box.value.length);
    return;
  }
  const selection = selectionOf(box);
  if (!selection) return;
  const range = box.ownerDocument.createRange();
  const last = endText(box, 'lastChild');
  range.selectNodeContents(last ?? lastBlock(box));
  // From word to word: a range around the blocks makes some browsers delete what the editor stands on.
  if (replace) range.setStart(endText(box, 'firstChild') ?? box, 0);
  else range.collapse(false);
  selection.removeAllRanges();
  selection.addRange(range);
}

/** The very first or last piece of text. */
function endText(box: HTMLElement, way: 'firstChild' | 'lastChild'): Text | null {
  let at: Node | null = box;
  while (at?.[way]) at = at[way];
  return at instanceof Text ? at : null;
}

export function typeWhole(text: string): void {
  command('insertText', text);
}

/** For fields whose framework keeps its own idea of the value: the setter of the prototype, then its event. */
export function typeSetter(box: HTMLTextAreaElement | HTMLInputElement, value: string): void {
  const own = box.nodeName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(own.prototype, 'value')?.set?.call(box, value);
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
}

/** Whether an editor took the paste as its own. */
export function typePaste(box: HTMLElement, text: string): boolean {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const event = new ClipboardEvent('paste', {
    bubbles: true,
    cancelable: true,
    composed: true,
    clipboardData: data,
  });
  return !box.dispatchEvent(event);
}

/** Line by line in one go: editors that draw in between lose the break at the end. */
export function typeLines(box: HTMLElement, text: string): void {
  // Of a break behind words, these two keep nothing in Firefox; of a paragraph they do.
  const lineBreak = box.closest('.ql-editor, .ProseMirror') ? 'insertParagraph' : 'insertLineBreak';
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) command(lineBreak);
    if (line) command('insertText', line);
  }
}

export function deleteSelected(): void {
  command('delete');
}

export function typeBeforeInput(box: HTMLElement, text: string): void {
  const kind = { inputType: 'insertText', data: text };
  box.dispatchEvent(
    new InputEvent('beforeinput', { ...kind, bubbles: true, cancelable: true, composed: true }),
  );
}

function command(name: string, value?: string): void {
  document.execCommand(name, false, value);
}

function selectionOf(box: HTMLElement): Selection | null {
  const root = box.getRootNode() as (Document | ShadowRoot) & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? box.ownerDocument.getSelection();
}

/** The caret belongs into the deepest last block: an editor ignores one that stands between its blocks. */
function lastBlock(box: HTMLElement): Element {
  let at: Element = box;
  while (at.lastElementChild && /^(DIV|P|LI|UL|OL|PRE|BLOCKQUOTE)$/.test(at.lastElementChild.nodeName)) {
    at = at.lastElementChild;
  }
  return at;
}
