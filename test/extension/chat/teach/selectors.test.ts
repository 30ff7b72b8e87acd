// @vitest-environment happy-dom
import { parseAdapter } from '@extension/chat/adapter-schema';
import { isShown } from '@extension/chat/read/query';
import { inOneRow, itemSelectors, pairOf, partSelectors } from '@extension/chat/teach/pair';
import { selectorsFor } from '@extension/chat/teach/selectors';
import { isOwnWord, saidIn, stemOf } from '@extension/chat/teach/vocabulary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { one } from '../page';
import { ADDRESS_PAGES, pageHtml, SITE_PAGES, type SitePage, TRAPS } from '../site-pages';

const PAGES: readonly SitePage[] = [...SITE_PAGES, ADDRESS_PAGES[0] as SitePage, ...TRAPS];
const NOBODY: ReadonlySet<string> = new Set();

function shown(): readonly Element[] {
  return [...document.body.querySelectorAll('*')].filter((it) => it.localName !== 'style' && isShown(it));
}

const found = (css: string) => [...document.querySelectorAll(css)].filter(isShown);

describe('an element that was pointed at', () => {
  it.each(PAGES.map((page) => [page.site, page] as const))(
    '%s: is found again, and nothing else in its place',
    (_, page) => {
      document.body.innerHTML = pageHtml(page);
      const elements = shown();
      fc.assert(
        fc.property(fc.nat(elements.length - 1), (at) => {
          const element = elements[at] as Element;
          const ways = selectorsFor(element, saidIn([element]));
          expect(ways.length).toBeGreaterThan(0);
          expect(ways.length).toBeLessThanOrEqual(3);
          for (const css of ways) expect(found(css)).toEqual([element]);
        }),
        { numRuns: 20 },
      );
    },
  );

  it.each(PAGES.map((page) => [page.site, page] as const))(
    '%s: no word that is read there is used',
    (_, page) => {
      document.body.innerHTML = pageHtml(page);
      const ways = shown().flatMap((element) => selectorsFor(element, saidIn([element])));
      for (const word of [
        '小雨',
        '阿强',
        '王阿姨',
        '便宜',
        'Nina',
        '810001',
        '8613900000001',
        'pin0',
        '输入',
        '发送',
      ])
        expect(ways.filter((css) => css.includes(word))).toEqual([]);
    },
  );

  it('is named by what lasts first, then by its place, then by its classes', () => {
    document.body.innerHTML = `<main><header data-testid="chat-head"><span class="tag">x</span>
      <span class="buyer-name css-1a2b">Anna</span></header></main>`;
    expect(selectorsFor(one('.buyer-name'), NOBODY)).toEqual([
      '[data-testid="chat-head"] .buyer-name',
      'header > span:nth-of-type(2)',
      '.buyer-name',
    ]);
  });

  it('is not named after the buyer, nor by numbers, hashes or states', () => {
    document.body.innerHTML = `<div><p id="chat-with-annabella" class="annabella is-open css-1037 xkQzLp">Annabella</p><p>b</p></div>`;
    const ways = selectorsFor(one('p'), saidIn([one('p')])).join(' ');
    for (const word of ['anna', 'open', '1037', 'xkQ']) expect(ways).not.toContain(word);
  });

  it('keeps the readable beginning of a class a build has numbered', () => {
    expect(stemOf('conversation__Ab3xY')).toBe('conversation__');
    document.body.innerHTML = `<div><p class="header_title__Q9xk2">x</p><p>y</p></div>`;
    expect(selectorsFor(one('p'), NOBODY)).toContain('[class*="header_title__"]');
  });

  it('leaves hidden copies of the same thing out of account', () => {
    document.body.innerHTML = `<section style="display: none"><h3 class="who">A</h3></section><section><h3 class="who">B</h3></section>`;
    expect(selectorsFor(one('section:nth-of-type(2) h3'), NOBODY)).toContain('.who');
  });
});

describe('two rows of a list', () => {
  const rows = (css: string) => [...document.querySelectorAll(css)] as [Element, Element];

  it('stand for all of them, and for nothing outside', () => {
    document.body.innerHTML = `<ul class="conv-list">
      ${[1, 2, 3, 4].map((n) => `<li class="conv c${n}"><b class="conv-name">N${n}</b><i>x</i></li>`).join('')}
      </ul><ul class="goods"><li class="conv">Tea</li></ul>`;
    const [a, b] = rows('.conv-name');
    const pair = pairOf(a, b);
    if (!pair) throw new Error('no pair');
    expect(pair.first.localName).toBe('li');
    const ways = itemSelectors(pair, NOBODY);
    expect(ways.length).toBeGreaterThan(0);
    for (const css of ways) expect(found(css)).toEqual([...document.querySelectorAll('.conv-list > li')]);
    expect(partSelectors([pair.first, a], [pair.second, b], NOBODY)).toContain('.conv-name');
  });

  it('are found through the sections a list comes in', () => {
    const section = (names: readonly string[]) =>
      `<div class="section">${names.map((name) => `<div class="row"><b>${name}</b><span>hi</span></div>`).join('')}</div>`;
    document.body.innerHTML = `<aside>${section(['A', 'B'])}${section(['C', 'D'])}</aside>`;
    const names = [...document.querySelectorAll('b')];
    const pair = pairOf(names[0] as Element, names[3] as Element);
    if (!pair) throw new Error('no pair');
    expect(pair.first.className).toBe('row');
    for (const css of itemSelectors(pair, NOBODY)) expect(found(css)).toHaveLength(4);
  });

  it('must be two', () => {
    document.body.innerHTML = '<div><p><b>A</b></p></div>';
    expect(pairOf(one('b'), one('b'))).toBeNull();
    expect(pairOf(one('p'), one('b'))).toBeNull();
    document.body.innerHTML = `<aside>${['A', 'B'].map((name) => `<div><b>${name}</b><b>hi</b></div>`).join('')}</aside>`;
    const [name, words, next] = rows('b') as unknown as [Element, Element, Element];
    expect(inOneRow(pairOf(name, words) as never)).toBe(true);
    expect(inOneRow(pairOf(name, next) as never)).toBe(false);
  });
});

describe('words of a page', () => {
  it.each(['replyTextarea', 'topbar-left-info', 'msgItemWrap', 'conv-name', 'chat-head'])(
    '%s is its own',
    (word) => expect(isOwnWord(word, NOBODY)).toBe(true),
  );
  it.each(['css-1037', '_3xk', 'xkQzLp', 'a-b-c', '小雨林', 'bcdfgh', ''])('%s is not', (word) =>
    expect(isOwnWord(word, NOBODY)).toBe(false),
  );
});

describe('what teaching makes', () => {
  it('passes the door of adapters', () => {
    for (const page of PAGES) {
      document.body.innerHTML = pageHtml(page);
      const ways = shown().flatMap((element) => selectorsFor(element, NOBODY));
      const box = { box: ways.slice(0, 30) };
      const adapter = {
        id: 'x',
        label: { zh: 'x', en: 'x' },
        matches: ['https://a.example/*'],
        composer: box,
      };
      expect(parseAdapter(adapter)).toMatchObject({ ok: true });
    }
  });
});
