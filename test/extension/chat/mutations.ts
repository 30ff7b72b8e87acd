/** What platforms do to their pages overnight; each class of change can be drawn from a seed. */
const SINGLE = ['drop', 'rename', 'hash', 'rewrap', 'translate', 'reorder'] as const;
/** `several`: two or three of them in one night. */
export const MUTATIONS = [...SINGLE, 'several'] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** Changes the page at hand. Who is open, and what the parts say of it, stays as it was. */
export function mutate(body: HTMLElement, kind: Mutation, random: () => number): void {
  if (kind === 'several') {
    for (let left = 2 + Math.floor(random() * 2); left > 0; left -= 1) {
      mutate(body, SINGLE[Math.floor(random() * SINGLE.length)] as Mutation, random);
    }
    return;
  }
  const elements = [...body.querySelectorAll('*')].filter((it) => it.localName !== 'style');
  const some = (most: number) =>
    Array.from(
      { length: 1 + Math.floor(random() * most) },
      () => elements[Math.floor(random() * elements.length)],
    );
  if (kind === 'drop') {
    for (const element of some(8)) {
      const names =
        element?.getAttributeNames().filter((name) => name !== 'hidden' && name !== 'style') ?? [];
      if (names.length > 0) element?.removeAttribute(names[Math.floor(random() * names.length)] as string);
    }
  } else if (kind === 'rename') {
    const tokens = [...new Set(elements.flatMap((it) => [...it.classList]))];
    for (let left = 1 + Math.floor(random() * 3); left > 0 && tokens.length > 0; left -= 1) {
      const token = tokens[Math.floor(random() * tokens.length)] as string;
      for (const element of elements) if (element.classList.replace(token, `v2${token}`)) continue;
    }
  } else if (kind === 'hash') {
    const salt = Math.floor(random() * 1e6).toString(36);
    for (const element of elements) {
      const tokens = [...element.classList].map((token) => `_${hash(token + salt)}`);
      if (tokens.length > 0) element.setAttribute('class', tokens.join(' '));
    }
  } else if (kind === 'rewrap') {
    for (const element of some(5)) {
      if (!element?.parentElement || element.localName === 'textarea') continue;
      const wrap = body.ownerDocument.createElement('div');
      if (random() < 0.6) {
        element.replaceWith(wrap);
        wrap.append(element);
      } else if (element.children.length > 0 && !/^(?:main|section|aside|article)$/.test(element.localName)) {
        element.replaceWith(...element.childNodes);
      }
    }
  } else if (kind === 'translate') {
    for (const element of elements) {
      if (element.hasAttribute('placeholder')) element.setAttribute('placeholder', 'พิมพ์ข้อความ');
      if (element.childElementCount === 0 && /^(?:发送|Send)$/.test(element.textContent ?? '')) {
        element.textContent = 'ส่ง';
      }
      if (element.childElementCount === 0 && /^订单/.test(element.textContent ?? ''))
        element.textContent = 'คำสั่งซื้อ';
    }
  } else {
    for (const element of some(3)) {
      if (element && element.children.length > 1 && element.children.length < 5)
        element.append(element.children[0] as Element);
    }
  }
}

function hash(text: string): string {
  let value = 7;
  for (const letter of text) value = (Math.imul(value, 31) + letter.charCodeAt(0)) >>> 0;
  return value.toString(36);
}
