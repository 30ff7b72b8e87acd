import { around, below, childrenOf, type Space } from './space';

const MOST_ELEMENTS = 6000;
const REPLY =
  /回复|回覆|输入|輸入|消息|訊息|发送|message|reply|type|write|send|mensagem|mensaje|pesan|tin nhắn|ข้อความ/i;
const OTHER =
  /搜索|搜尋|查找|备注|備註|标签|search|find|filter|note|remark|tag|comment only|cari|buscar|tìm|ค้นหา/i;
const SEND = /^(?:发送|發送|回复|回覆|send|reply|enviar|kirim|gửi|ส่ง)(?:\s*\(.{1,12}\))?$/i;
const LEAST = 2;

/**
 * The box a seller answers in: writable, seen, low and wide on the page, beside a word for sending; never a
 * search field or a note.
 */
export function findComposer(root: Element, space: Space): HTMLElement | null {
  let best: HTMLElement | null = null;
  let most = LEAST;
  for (const element of below(root, MOST_ELEMENTS)) {
    if (!isBox(element) || !space.sees(element)) continue;
    const points = score(element, space);
    if (points > most) {
      most = points;
      best = element;
    }
  }
  return best;
}

function isBox(element: Element): element is HTMLElement {
  if (element.localName === 'textarea') {
    const field = element as HTMLTextAreaElement;
    return !field.disabled && !field.readOnly;
  }
  const editable = element.getAttribute('contenteditable');
  if (editable === null || !/^(?:true|plaintext-only|)$/.test(editable)) return false;
  return !element.parentElement?.closest('[contenteditable="true"], [contenteditable=""]');
}

function score(box: HTMLElement, space: Space): number {
  const { bottom, top, width, height, left, right } = space.placeOf(box);
  if (width < 140 || height < 14 || right <= 0 || left >= space.width || top >= space.height) return 0;
  const label = ['placeholder', 'aria-label', 'data-placeholder', 'title', 'name', 'id']
    .map((name) => box.getAttribute(name) ?? '')
    .join(' ');
  if (OTHER.test(label) && !/回复|reply|message|消息/i.test(label)) return 0;
  const low = (Math.min(bottom, space.height) / space.height) * 3;
  const wide = (width / space.width) * 3;
  return low + wide + (REPLY.test(label) ? 2 : 0) + (isBesideSend(box) ? 3 : 0);
}

/** A word for sending close by, outside the box. */
function isBesideSend(box: HTMLElement): boolean {
  let at: Element | null = box;
  for (let up = 0; at && up < 6; up += 1) {
    const parent: Element | null = around(at);
    if (!parent) return false;
    for (const sibling of childrenOf(parent)) {
      if (sibling !== at && holdsSend(sibling)) return true;
    }
    at = parent;
  }
  return false;
}

function holdsSend(element: Element): boolean {
  let seen = 0;
  for (const it of [element, ...below(element, 40)]) {
    seen += 1;
    if (seen > 40) return false;
    const word = it.getAttribute('aria-label') ?? (it.childElementCount === 0 ? it.textContent : '');
    if (word && word.length < 24 && SEND.test(word.trim())) return true;
  }
  return false;
}
