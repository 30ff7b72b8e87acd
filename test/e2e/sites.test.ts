import type { Adapter } from '@extension/chat/adapter';
import { TAUGHT } from '@extension/chat/taught';
import type { ChatState } from '@extension/messaging/chat-state';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MUTATIONS } from '../extension/chat/mutations';
import { ADDRESS_PAGES, pageHtml, SITE_PAGES, type SitePage, TRAPS } from '../extension/chat/site-pages';
import { adapterFor, type PageLab, startPageLab } from './support/page-lab';

/** Every site's page in a real layout: what the adapters know, and what is found where they know nothing. */
let lab: PageLab;

beforeAll(async () => {
  lab = await startPageLab();
}, 120_000);

afterAll(() => lab?.close());

const LETTERS = { buyer: 'b', seller: 's', system: 'y', unknown: '?' } as const;

function sides({ messages }: ChatState): string {
  return messages.map(({ side }) => LETTERS[side]).join('');
}

/** Late enough for what an adapter names and does not find to be looked for otherwise. */
async function settled(page: SitePage): Promise<ChatState> {
  await lab.open(pageHtml(page));
  await lab.see(page, 0);
  await lab.see(page, 4);
  return lab.see(page, 8);
}

function check(page: SitePage, state: ChatState): void {
  const { buyer, rows } = state;
  if (page.sure) expect(buyer?.sure).toBe(true);
  else expect(buyer?.sure ?? false).toBe(false);
  if (buyer?.sure) expect(page.right).toContain(buyer.key);
  expect(rows?.length ?? null).toBe(page.rows);
  expect(sides(state)).toBe(page.sides);
}

describe('sites with an adapter', () => {
  it.each(SITE_PAGES.map((page) => [page.site, page] as const))('%s', async (_, page) => {
    const state = await settled(page);
    check(page, state);
    expect(await lab.boxOf(page, 8)).not.toBeNull();
    expect(state.missing).toEqual([]);
  });
});

describe('sites of which only the address is known', () => {
  it.each(ADDRESS_PAGES.map((page) => [page.site, page] as const))('%s', async (_, page) => {
    check(page, await settled(page));
  });
});

describe('pages nobody has described', () => {
  it.each(TRAPS.map((page) => [page.site, page] as const))('%s', async (_, page) => {
    check(page, await settled(page));
  });

  it('a clock belongs to the day that is named above it', async () => {
    const page = TRAPS.find(({ site }) => site === 'day-groups') as SitePage;
    await lab.open(pageHtml(page));
    const { messages } = await lab.see(page, 0, { ...adapterFor(page), timeZone: 'Asia/Shanghai' });
    const told = messages.map(({ at }) => at && new Date(at + 8 * 3_600_000).toISOString().slice(5, 16));
    const [then, today] = ['11-19T18:20', '11-22T09:50'];
    expect(told).toEqual([then, then, then, today, today, today]);
  });

  it("the letter in a round picture is nobody's name", async () => {
    const page = TRAPS.find(({ site }) => site === 'initials') as SitePage;
    expect((await settled(page)).candidates).toEqual(['小雨林']);
  });

  it('answers go into the box that is seen, not into a hidden one, a search field or a note', async () => {
    for (const name of ['two-boxes', 'search-and-note', 'hidden-panes']) {
      const page = TRAPS.find(({ site }) => site === name) as SitePage;
      await settled(page);
      expect(await lab.boxOf(page, 8)).toMatch(/^<textarea placeholder="输入消息"><\/textarea>/);
    }
  });
});

describe('a page that moves', () => {
  const plain = {
    ...(TRAPS.find(({ site }) => site === 'numbered-classes') as SitePage),
    file: 'address-only/open.html',
  };
  const change = (script: string) => lab.page.evaluate(script);
  const nameOf = ({ buyer }: ChatState) => (buyer?.sure ? buyer.name : null);

  it('is found when it is drawn late', async () => {
    await lab.open('<main></main>');
    expect((await lab.see(plain, 0)).status).toBe('teach');
    await change(`document.body.innerHTML = ${JSON.stringify(pageHtml(plain))}`);
    expect(nameOf(await lab.see(plain, 6))).toBe('小雨林');
  });

  it('is found again when its list is made anew, and rows that come are read', async () => {
    await settled(plain);
    await change(`{ const list = document.querySelector('aside'); list.replaceWith(list.cloneNode(true)); }`);
    expect((await lab.see(plain, 9)).rows?.length).toBe(3);
    await change(
      `{ const row = document.querySelector('[data-row]:last-child'); row.after(row.cloneNode(true)); }`,
    );
    expect((await lab.see(plain, 10)).rows?.length).toBe(4);
  });

  it('names nobody for sure while row and header are of two buyers', async () => {
    await settled(plain);
    await change(
      `{ const [a, b] = document.querySelectorAll('[data-row]'); a.className = ''; b.className = 'selected'; }`,
    );
    const between = await lab.see(plain, 9);
    expect(between).toMatchObject({ status: 'unsure', candidates: ['小雨林', '阿强师傅'] });
    expect(nameOf(between)).toBeNull();
    await change(`document.querySelector('h3').textContent = '阿强师傅'`);
    expect(nameOf(await lab.see(plain, 10))).toBe('阿强师傅');
  });

  it('that drops the draft with the switch leaves none behind for the next buyer', async () => {
    await settled(plain);
    await change(`document.querySelector('textarea').value = '给小雨林的话'`);
    expect((await lab.see(plain, 9)).draft).toBe('给小雨林的话');
    await change(`{
      const [a, b] = document.querySelectorAll('[data-row]'); a.className = ''; b.className = 'selected';
      document.querySelector('h3').textContent = '阿强师傅';
      document.querySelector('textarea').value = '';
    }`);
    const next = await lab.see(plain, 10);
    expect([nameOf(next), next.draft]).toEqual(['阿强师傅', '']);
  });

  it('is read in open shadow trees', async () => {
    await lab.open(pageHtml(plain));
    await change(`{
      const section = document.querySelector('section');
      const host = document.createElement('div');
      section.replaceWith(host);
      const root = host.attachShadow({ mode: 'open' });
      root.append(document.querySelector('style').cloneNode(true), section);
    }`);
    const state = await lab.see(plain, 0);
    expect(nameOf(state)).toBe('小雨林');
    expect(sides(state)).toBe('bsbs');
  });

  it('with rows placed one by one, as virtual lists do, is read like another', async () => {
    await lab.open(pageHtml(plain));
    await change(`{
      const list = document.querySelector('aside');
      const rows = [...list.children];
      list.style.position = 'relative';
      for (const [at, row] of rows.entries()) {
        row.style.cssText = 'position:absolute;left:0;width:300px;top:' + at * 64 + 'px';
      }
      list.append(rows[0]);
    }`);
    const state = await lab.see(plain, 0);
    expect(nameOf(state)).toBe('小雨林');
    expect(state.rows?.map(({ name }) => name).sort()).toEqual(['小雨林', '王阿姨', '阿强师傅'].sort());
  });

  it('of 500 rows gives at most 100, the open one among them', async () => {
    await lab.open(pageHtml(plain));
    await change(`{
      const row = document.querySelector('[data-row]:last-child');
      for (let at = 0; at < 497; at += 1) row.after(row.cloneNode(true));
    }`);
    const { rows } = await lab.see(plain, 0);
    expect(rows?.length).toBe(100);
    expect(rows?.filter(({ active }) => active).map(({ name }) => name)).toEqual(['小雨林']);
  });
});

describe('what was taught beside what the page plainly shows', () => {
  const page = {
    ...(TRAPS.find(({ site }) => site === 'numbered-classes') as SitePage),
    file: 'address-only/open.html',
  };
  const taught = (name: string, more: Partial<Adapter['identity']> = {}): Adapter => ({
    ...adapterFor(page),
    evidence: [{ seen: '2026-11-22', how: TAUGHT }],
    identity: { name: [{ css: name, take: 'text' }], ...more },
  });
  /** The page, and below it a list and a name of its own in which somebody else is open. */
  async function openWithOthers(): Promise<void> {
    const others = '<output>阿强师傅</output><ol><li class="on">阿强师傅</li><li>王阿姨</li></ol>';
    await lab.open(`${pageHtml(page)}${others}`);
  }
  const others = (more: Partial<Adapter['identity']> = {}): Adapter => ({
    ...taught('output', more),
    list: { item: ['ol > li'], active: [{ class: 'on' }], name: [{ take: 'text' }] },
  });

  it('agrees: the buyer is known, though only the name was pointed at', async () => {
    await lab.open(pageHtml(page));
    const { buyer } = await lab.see(page, 0, taught('h3'));
    expect(buyer).toMatchObject({ name: '小雨林', sure: true });
  });

  it('leads to another buyer since the page was rebuilt: nobody is named, both are one click away', async () => {
    await openWithOthers();
    const { status, buyer, candidates } = await lab.see(page, 0, others());
    expect({ status, buyer, candidates }).toEqual({
      status: 'unsure',
      buyer: null,
      candidates: ['小雨林', '阿强师傅'],
    });
  });

  it('was pointed at in spite of it: the seller is believed', async () => {
    await openWithOthers();
    const { buyer } = await lab.see(page, 0, others({ overPlain: true }));
    expect(buyer).toMatchObject({ name: '阿强师傅', sure: true });
  });

  it('stands alone where nothing is plain', async () => {
    const bare = TRAPS.find(({ site }) => site === 'header-only') as SitePage;
    await lab.open(pageHtml(bare));
    const state = await lab.see(bare, 0, taught('h3'));
    expect(state).toMatchObject({ status: 'unsure', buyer: { name: '小雨林', sure: false } });
  });

  it('gives way to an id of the address', async () => {
    await lab.open(pageHtml(page));
    const key = [{ take: 'url.query', param: 'peer', strength: 'url' }] as const;
    const at = { ...page, url: 'https://unknown.example/?peer=77' };
    const state = await lab.see(at, 0, taught('output', { key }));
    expect(state.buyer).toMatchObject({ key: '77', sure: true });
  });
});

describe('a description that does not fit any more', () => {
  it('is said, and what stands in the page is found without it', async () => {
    const page = SITE_PAGES.find(({ site }) => site === 'feige') as SitePage;
    const html = pageHtml(page)
      .replaceAll(/data-qa-id="[^"]*"|data-kora="[^"]*"/g, '')
      .replaceAll(/id="(?:chantListScrollArea|topbar-left-info)"/g, '')
      .replaceAll(/class="[^"]*(?:messageIsMe|messageNotMe|msgContent|msgItemWrap)[^"]*"/g, '');
    await lab.open(html, ['ready', 'list', 'name', 'messages', 'composer']);
    expect((await lab.see(page, 0)).status).toBe('connecting');
    await lab.see(page, 50);
    const state = await lab.see(page, 54);
    expect(state).toMatchObject({ status: 'changed', won: { list: 'generic', composer: 'generic' } });
    expect(state.buyer).toMatchObject({ name: '小雨林', sure: true });
    expect(state.rows?.length).toBe(3);
  });
});

describe('pages rebuilt overnight', () => {
  it.each(MUTATIONS)('%s: right, flagged or unsure, never a wrong buyer', async (kind) => {
    const seeds = Array.from({ length: 8 }, (_, at) => at + 1);
    const wrong: string[] = [];
    let sure = 0;
    for (const page of [...SITE_PAGES, ...ADDRESS_PAGES.slice(0, 2), ...TRAPS]) {
      const runs = await lab.fuzz(page, kind, seeds);
      for (const [at, told] of runs.entries()) {
        for (const it of told) {
          if (it.sure && !page.right.includes(it.key ?? ''))
            wrong.push(`${page.site} ${kind} ${seeds[at]}: ${it.key}`);
        }
        if (told.at(-1)?.sure) sure += 1;
      }
    }
    expect(wrong).toEqual([]);
    // A reader that never knows anybody would pass the line above.
    expect(sure).toBeGreaterThan(50);
  });
});
