// @vitest-environment happy-dom
import { MOST_CHARACTERS, textOf } from '@extension/chat/read/text';
import { expect, it } from 'vitest';

it('a message of ten megabytes costs no more than a short one, in one piece or in a million (F-71)', () => {
  const one = document.createElement('div');
  one.textContent = '长'.repeat(10 * 1024 * 1024);
  expect(textOf(one)).toBe('长'.repeat(MOST_CHARACTERS));
  let looked = 0;
  const many = document.createElement('div');
  for (let count = 0; count < 2_000; count++) many.append(document.createTextNode('长'.repeat(100)));
  const next = Object.getOwnPropertyDescriptor(Node.prototype, 'nextSibling');
  for (const child of many.childNodes)
    Object.defineProperty(child, 'nextSibling', {
      get() {
        looked++;
        return next?.get?.call(this) ?? null;
      },
    });
  expect(textOf(many)).toHaveLength(MOST_CHARACTERS);
  expect(looked).toBeLessThan(20);
});
