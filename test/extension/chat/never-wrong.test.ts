// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundled, follow, one, PDD_URL, show } from './page';

// Tries F-75 of test/faults.md.

/**
 * Whatever is broken in a page, and in whatever order a switch arrives: a buyer may be missing or unsure, never
 * the wrong one.
 */
const BUYERS = [
  { uid: '810001', name: 'E***E' },
  { uid: '810002', name: 'E***E' },
  { uid: '810003', name: '山**月' },
] as const;

const pdd = bundled('pdd');

function draw(part: 'row' | 'header' | 'messages', index: number): void {
  const buyer = BUYERS[index];
  if (!buyer) throw new Error(`no buyer ${index}`);
  if (part === 'row') {
    for (const [at, row] of [...document.querySelectorAll('.chat-item-box')].entries()) {
      row.classList.toggle('active', at === index);
    }
  } else if (part === 'header') {
    one('.chatWindowHeader .nickname-span').textContent = buyer.name;
  } else {
    one('.msg-list').innerHTML = `<li class="onemsg" id="middlePanel_list_${buyer.uid}9">
      <div class="buyer-item" currentuid="${buyer.uid}"><p class="msg-content-box">${buyer.uid}</p></div></li>`;
  }
}

describe('a switch that arrives in pieces', () => {
  it('never shows one buyer with the name or the messages of another', () => {
    const part = fc.constantFrom('row' as const, 'header' as const, 'messages' as const);
    const step = fc.record({ part, index: fc.nat(2), seconds: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        show('pdd/open.html');
        for (const piece of ['row', 'header', 'messages'] as const) draw(piece, 0);
        const page = follow(pdd, PDD_URL);
        page.see();
        let at = 0;
        for (const { part: piece, index, seconds } of steps) {
          at += seconds;
          draw(piece, index);
          const { buyer, messages } = page.see(at);
          if (!buyer?.sure) continue;
          expect(buyer.name).toBe(BUYERS.find(({ uid }) => uid === buyer.key)?.name);
          for (const message of messages) expect(message.text).toBe(buyer.key);
        }
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });
});

describe('a page that was rebuilt', () => {
  /** One change as platforms make them overnight. */
  function breakSomething(kind: number, where: number): void {
    const elements = [...document.body.querySelectorAll('*')];
    const element = elements[where % Math.max(elements.length, 1)];
    if (!element) return;
    if (kind === 0) element.remove();
    else if (kind === 1) element.className = `x${where}`;
    else if (kind === 2) {
      const names = element.getAttributeNames();
      element.removeAttribute(names[where % Math.max(names.length, 1)] ?? 'none');
    } else if (kind === 3) element.replaceWith(...element.childNodes);
    else {
      const wrap = document.createElement('section');
      element.replaceWith(wrap);
      wrap.append(element);
    }
  }

  it.each([
    ['pdd', 'pdd/open.html', PDD_URL, ['810001', 'E***E']],
    ['kuaishou', 'kuaishou/open.html', 'https://im.kwaixiaodian.com/workbench', ['小雨']],
  ])('%s: the right buyer, or none for sure', (id, file, url, right) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(200)), { minLength: 1, maxLength: 6 }), (changes) => {
        show(file);
        for (const [kind, where] of changes) breakSomething(kind, where);
        const { buyer } = follow(bundled(id), url).see();
        if (buyer?.sure) expect(right).toContain(buyer.key);
      }),
      { numRuns: 150, seed: 20261122 },
    );
  });
});
