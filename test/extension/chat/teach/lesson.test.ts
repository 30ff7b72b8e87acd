// @vitest-environment happy-dom
import type { Adapter } from '@extension/chat/adapter';
import { parseAdapter } from '@extension/chat/adapter-schema';
import { look } from '@extension/chat/engine/look';
import { createMemory } from '@extension/chat/engine/memory';
import { TAUGHT, taughtOn } from '@extension/chat/taught';
import { createLesson } from '@extension/chat/teach/lesson';
import { beforeEach, describe, expect, it } from 'vitest';
import { bundled, one, PDD_URL, show, TEN } from '../page';

const URL_HERE = 'https://talk.example/desk/7';
const PAGE = `
  <aside><div class="row is-picked"><b>Anna</b><i></i><p>hi there</p><em class="badge">2</em></div>
  <div class="row"><b>Bella</b><p>where is it</p></div><div class="row"><b>Carla</b><p>thanks</p></div></aside>
  <section><header><h3>Anna</h3></header><ol>
  <li class="line from-guest"><p>hi there</p></li><li class="line from-me"><p>hello</p></li>
  <li class="line from-guest"><p>how much</p></li></ol>
  <footer><textarea></textarea></footer></section>`;

const at = (css: string, nth = 0) => document.querySelectorAll(css)[nth] as Element;

/** Points at all six things. */
function teach(base: Adapter | null = null) {
  const lesson = createLesson();
  lesson.base = base;
  const told = [
    lesson.take('name', at('h3')),
    lesson.take('rowA', at('b')),
    lesson.take('rowB', at('b', 1)),
    lesson.take('theirs', at('li p')),
    lesson.take('mine', at('li p', 1)),
    lesson.take('box', at('textarea')),
  ];
  return { lesson, told };
}

function see(adapter: Adapter | null) {
  if (!adapter) throw new Error('no adapter');
  const around = { document, url: URL_HERE, topUrl: URL_HERE, now: TEN };
  return look(adapter, around, createMemory(false));
}

beforeEach(() => {
  document.body.innerHTML = PAGE;
});

describe('a page that was taught', () => {
  it('is read by the engine: who is open, the list, the messages and their sides, the box', () => {
    const { lesson, told } = teach();
    expect(told).toEqual([null, null, null, null, null, null]);
    const { state, box } = see(lesson.adapter(URL_HERE, false, '2026-11-22'));
    expect(state.buyer).toMatchObject({ name: 'Anna', sure: true, strength: 'name' });
    expect(state.rows?.map(({ name, unread, active }) => [name, unread, active])).toEqual([
      ['Anna', 2, true],
      ['Bella', 0, false],
      ['Carla', 0, false],
    ]);
    expect(state.messages.map(({ side, text }) => [side, text])).toEqual([
      ['buyer', 'hi there'],
      ['seller', 'hello'],
      ['buyer', 'how much'],
    ]);
    expect(box).toBe(at('textarea'));
    expect(state.won).toMatchObject({ name: '1', list: '1', messages: '1', composer: '1' });
  });

  it('has up to three ways for each part, passes the door, and holds no word of the page', () => {
    const adapter = teach().lesson.adapter(URL_HERE, false, '2026-11-22');
    const parsed = parseAdapter(adapter);
    expect(parsed).toMatchObject({ ok: true });
    expect(adapter?.identity?.name?.length).toBe(3);
    expect(adapter?.composer?.box?.length).toBeGreaterThan(1);
    const text = JSON.stringify(adapter);
    for (const word of ['Anna', 'Bella', 'Carla', 'hello', 'there', 'thanks', 'much'])
      expect(text).not.toContain(word);
  });

  it('is of its address only: its own page of the host, https as everywhere', () => {
    const adapter = teach().lesson.adapter(URL_HERE, false, '2026-11-22');
    expect(adapter).toMatchObject({
      id: 'page-talk.example',
      matches: ['https://talk.example/*'],
      when: { path: ['/desk'] },
      evidence: [{ seen: '2026-11-22', how: TAUGHT }],
    });
    expect(taughtOn(adapter as Adapter)).toBe('2026-11-22');
    expect(teach().lesson.adapter('file:///a.html', false, '2026-11-22')).toBeNull();
  });

  it('in a frame speaks for the page around it', () => {
    expect(teach().lesson.adapter(URL_HERE, true, '2026-11-22')?.ready?.length).toBeGreaterThan(0);
    expect(teach().lesson.adapter(URL_HERE, false, '2026-11-22')?.ready).toBeUndefined();
  });

  it('keeps what was pointed at though the page draws itself anew', () => {
    const lesson = createLesson();
    lesson.take('rowA', at('b'));
    document.body.innerHTML = PAGE;
    expect(lesson.take('rowB', at('b', 1))).toBeNull();
    document.body.innerHTML = PAGE;
    expect(see(lesson.adapter(URL_HERE, false, '2026-11-22')).state.rows).toHaveLength(3);
  });
});

describe('a page drawn in open shadow trees', () => {
  /** The whole desk in one tree, the messages in another inside it. */
  function draw(): { readonly desk: ShadowRoot; readonly talk: ShadowRoot } {
    document.body.innerHTML = '<chat-desk></chat-desk>';
    const desk = one('chat-desk').attachShadow({ mode: 'open' });
    desk.innerHTML = PAGE;
    const ours = desk.querySelector('ol') as Element;
    const host = document.createElement('chat-talk');
    ours.replaceWith(host);
    const talk = host.attachShadow({ mode: 'open' });
    talk.append(ours);
    return { desk, talk };
  }

  it('is taught and read like another, and read again when it is drawn anew', () => {
    const { desk, talk } = draw();
    const inside = (tree: ShadowRoot, css: string, nth = 0) => tree.querySelectorAll(css)[nth] as Element;
    const lesson = createLesson();
    const told = [
      lesson.take('name', inside(desk, 'h3')),
      lesson.take('rowA', inside(desk, 'b')),
      lesson.take('rowB', inside(desk, 'b', 1)),
      lesson.take('theirs', inside(talk, 'li p')),
      lesson.take('mine', inside(talk, 'li p', 1)),
      lesson.take('box', inside(desk, 'textarea')),
    ];
    expect(told).toEqual([null, null, null, null, null, null]);
    const adapter = lesson.adapter(URL_HERE, false, '2026-11-22');
    expect(parseAdapter(adapter)).toMatchObject({ ok: true });
    expect(adapter?.messages?.item?.[0]).toMatch(/chat-desk >>> .*chat-talk >>> /);
    for (const drawing of ['first', 'second']) {
      const { state, box, trees } = see(adapter);
      expect([drawing, state.buyer?.name, state.buyer?.sure]).toEqual([drawing, 'Anna', true]);
      expect(state.rows?.map(({ name }) => name)).toEqual(['Anna', 'Bella', 'Carla']);
      expect(state.messages.map(({ side }) => side)).toEqual(['buyer', 'seller', 'buyer']);
      expect(box?.localName).toBe('textarea');
      expect(state.won).toMatchObject({ name: '1', list: '1', messages: '1', composer: '1' });
      expect(trees.map((tree) => (tree as ShadowRoot).host.localName).sort()).toEqual([
        'chat-desk',
        'chat-talk',
      ]);
      draw();
    }
  });
});

describe('a key of the rows', () => {
  const withKeys = (attribute: string, keys: readonly string[]) => {
    for (const [at, key] of keys.entries())
      document.querySelectorAll('.row')[at]?.setAttribute(attribute, key);
    return see(teach().lesson.adapter(URL_HERE, false, '2026-11-22')).state.buyer;
  };

  it('is read where its name says whose it is and every row has another', () => {
    expect(withKeys('data-uid', ['810001', '810002', '810003'])).toMatchObject({
      strength: 'row',
      key: '810001',
      name: 'Anna',
      sure: true,
    });
  });

  it('is none where it only counts the rows, or is the same in two', () => {
    expect(withKeys('data-index', ['10001', '10002', '10003'])).toMatchObject({
      strength: 'name',
      key: 'Anna',
    });
    expect(withKeys('data-uid', ['1', '2', '3'])).toMatchObject({ strength: 'name' });
    expect(withKeys('data-uid', ['810001', '810001', '810003'])).toMatchObject({ strength: 'name' });
  });
});

describe('what can not be taken', () => {
  it('is said', () => {
    const lesson = createLesson();
    expect(lesson.take('name', at('i'))).toBe('no-words');
    lesson.take('rowA', at('b'));
    expect(lesson.take('rowB', at('b'))).toBe('same-row');
    expect(lesson.take('rowB', at('.row p'))).toBe('not-alike');
    const closed = document.createElement('chat-head');
    document.body.append(closed);
    closed.attachShadow({ mode: 'closed' }).innerHTML = '<b>Dora</b>';
    expect(lesson.take('name', closed)).toBe('sealed');
    const rows = ['Dora', 'Edna'].map((name) => {
      const row = document.createElement('chat-row');
      document.body.append(row);
      row.attachShadow({ mode: 'open' }).innerHTML = `<b>${name}</b>`;
      return row.shadowRoot?.querySelector('b') as Element;
    });
    expect(lesson.take('rowA', rows[0] as Element)).toBeNull();
    expect(lesson.take('rowB', rows[1] as Element)).toBe('sealed');
  });

  it('what was left out again is not described', () => {
    const { lesson } = teach();
    lesson.forget('rowB');
    lesson.forget('theirs');
    lesson.forget('box');
    const adapter = lesson.adapter(URL_HERE, false, '2026-11-22');
    expect(adapter).toMatchObject({ identity: { name: [{}, {}, {}] } });
    expect([adapter?.list, adapter?.messages, adapter?.composer]).toEqual([undefined, undefined, undefined]);
  });
});

describe('a page that has a description already', () => {
  const pdd = bundled('pdd');

  it('keeps its ids; what it still finds rightly stays first', () => {
    show('pdd/open.html');
    const lesson = createLesson();
    lesson.base = pdd;
    lesson.take('box', one('#replyTextarea'));
    const adapter = lesson.adapter(PDD_URL, false, '2026-11-22');
    expect(adapter?.id).toBe('pdd');
    expect(adapter?.identity).toEqual(pdd.identity);
    expect(adapter?.composer?.box?.[0]).toBe(pdd.composer?.box?.[0]);
    expect(adapter?.list).toEqual(pdd.list);
    expect(adapter?.evidence?.map(({ how }) => how)).toContain(TAUGHT);
    expect(parseAdapter(adapter)).toMatchObject({ ok: true });
  });

  it('gives way where the seller points at something else', () => {
    const base: Adapter = {
      id: 'shop',
      label: { zh: 'x', en: 'x' },
      matches: ['https://talk.example/*'],
      identity: {
        key: [{ take: 'url.path', ops: [['lastSegment']] }],
        name: [{ css: '.row:nth-of-type(2) b', take: 'text' }],
      },
      list: { root: ['.gone'], item: ['.gone .row'], name: [{ css: 'b', take: 'text' }] },
      composer: { box: ['.old-box'] },
    };
    const adapter = teach(base).lesson.adapter(URL_HERE, false, '2026-11-22');
    expect(adapter?.identity?.key).toEqual(base.identity?.key);
    expect(adapter?.identity?.name?.at(-1)).toEqual(base.identity?.name?.[0]);
    expect(adapter?.composer?.box?.[0]).toBe('.old-box');
    expect(adapter?.list?.root).toBeUndefined();
    expect(see(adapter).state.rows).toHaveLength(3);
  });

  it('is taught a second time with one day of teaching in it', () => {
    const first = teach().lesson.adapter(URL_HERE, false, '2026-11-22');
    const again = teach(first).lesson.adapter(URL_HERE, false, '2026-11-23');
    expect(again?.evidence).toEqual([{ seen: '2026-11-23', how: TAUGHT }]);
    expect(again?.identity).toEqual(first?.identity);
  });
});
