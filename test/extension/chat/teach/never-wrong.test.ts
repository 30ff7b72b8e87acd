// @vitest-environment happy-dom
import { seededRandom } from '@analysis/numerics/random';
import { parseAdapter } from '@extension/chat/adapter-schema';
import { look } from '@extension/chat/engine/look';
import { createMemory } from '@extension/chat/engine/memory';
import { createLesson } from '@extension/chat/teach/lesson';
import { leavesIn, lineOf } from '@extension/chat/teach/pair';
import { describe, expect, it } from 'vitest';
import { MUTATIONS, mutate } from '../mutations';
import { TEN } from '../page';
import { ADDRESS_PAGES, pageHtml, SITE_PAGES, type SitePage, TRAPS } from '../site-pages';

/** What was taught one evening still stands when the page is another in the morning: right, unsure or nobody. */
const OPEN = '小雨林';
const OTHER = '阿强师傅';
const SEEDS = 3;
let sure = 0;

const leaf = (name: string, nth = 0) =>
  leavesIn(document.body).filter((it) => lineOf(it) === name)[nth] ?? null;

/** Where the open name stands in the list, and where over the messages: the row's is nearer to another row's. */
function names(): { readonly row: Element; readonly other: Element; readonly header: Element } | null {
  const other = leaf(OTHER);
  const open = leavesIn(document.body).filter((it) => lineOf(it) === OPEN);
  if (!other || open.length < 2) return null;
  const depth = (element: Element) => {
    let up = 0;
    for (let at: Element | null = element; at && !at.contains(other); at = at.parentElement) up += 1;
    return up;
  };
  const [row, header] = open.toSorted((a, b) => depth(a) - depth(b));
  return row && header ? { row, other, header } : null;
}

function taught(page: SitePage) {
  document.body.innerHTML = pageHtml(page);
  const found = names();
  if (!found) return null;
  const lesson = createLesson();
  const told = [
    lesson.take('name', found.header),
    lesson.take('rowA', found.row),
    lesson.take('rowB', found.other),
  ];
  if (told.some((why) => why !== null)) return null;
  return lesson.adapter('https://unknown.example/', false, '2026-11-22');
}

const PAGES = [...SITE_PAGES, ADDRESS_PAGES[0] as SitePage, ...TRAPS].filter((page) => taught(page) !== null);

it('most pages that show the name twice can be taught', () => {
  expect(PAGES.length).toBeGreaterThan(15);
});

describe.each(PAGES.map((page) => [page.site, page] as const))('%s', (_, page) => {
  it('is read as it was taught, and after a night names the right buyer or none for sure', () => {
    const adapter = taught(page);
    if (!adapter) throw new Error('can not be taught');
    expect(parseAdapter(adapter)).toMatchObject({ ok: true });
    const around = {
      document,
      url: 'https://unknown.example/',
      topUrl: 'https://unknown.example/',
      now: TEN,
    };
    const before = look(adapter, around, createMemory(false)).state;
    expect(before.buyer?.name).toBe(OPEN);
    expect(before.rows?.length).toBeGreaterThan(1);
    for (const kind of MUTATIONS) {
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        document.body.innerHTML = pageHtml(page);
        mutate(document.body, kind, seededRandom(seed));
        const { buyer } = look(adapter, around, createMemory(false)).state;
        if (!buyer?.sure) continue;
        sure += 1;
        expect([kind, seed, buyer.name]).toEqual([kind, seed, OPEN]);
      }
    }
  });
});

it('somebody is known after most nights, or the line above would say nothing', () => {
  expect(sure).toBeGreaterThan(100);
});
