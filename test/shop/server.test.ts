import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAST } from './cast';
import type { Scene } from './scene';
import { type RunningShop, startShop } from './server';

let shop: RunningShop;
beforeAll(async () => {
  shop = await startShop({ seed: 'tests', lang: 'zh' });
});
afterAll(() => shop.close());

const get = (path: string) => fetch(`${shop.url}${path}`, { redirect: 'manual' });
async function scene(query = ''): Promise<Scene> {
  return (await (await get(`/shop.json${query}`)).json()) as Scene;
}

test('the shop opens at its chat and keeps the query', async () => {
  const response = await get('/?lang=en');
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('/chat?lang=en');
  const page = await get('/chat');
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await page.text()).toContain('chat.js');
});

test('every file a page names is there', async () => {
  for (const path of ['/chat', '/orders', '/plain']) {
    const text = await (await get(path)).text();
    const files = [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]!);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const answer = await get(file);
      expect(answer.status, file).toBe(200);
      const imports = [...(await answer.text()).matchAll(/from '\.(\/[^']+)'/g)].map((match) => match[1]!);
      for (const other of imports) expect((await get(other)).status, other).toBe(200);
    }
  }
});

test('nothing outside the page folder is served', async () => {
  for (const path of ['/../server.ts', '/%2e%2e/server.ts', '/..%2fserver.ts', '/server.ts', '/nowhere']) {
    expect((await get(path)).status, path).toBe(404);
  }
  expect((await fetch(`${shop.url}/chat`, { method: 'POST' })).status).toBe(405);
});

test('a busy evening has eight waiting, a calm one two, each with an id of their own', async () => {
  const busy = (await scene()).conversations;
  expect(busy.filter((one) => one.waits !== null)).toHaveLength(8);
  const calm = (await scene('?scenario=calm')).conversations;
  expect(calm.filter((one) => one.waits !== null)).toHaveLength(2);
  expect(calm.filter((one) => one.waits === null).every((one) => one.messages.at(-1)?.from !== 'buyer')).toBe(
    true,
  );
  expect(new Set(busy.map((one) => one.uid)).size).toBe(busy.length);
});

test('names are masked, and two people share one mask', async () => {
  for (const lang of ['zh', 'en']) {
    const names = (await scene(`?lang=${lang}`)).conversations.map((one) => one.name);
    expect(names.every((name) => name.includes('*'))).toBe(true);
    expect(new Set(names).size).toBe(names.length - 1);
  }
});

test('the orders of a chat are those the generator draws for the same seed', async () => {
  const again = await scene();
  expect(again).toEqual(await scene());
  const ship = CAST.find((role) => role.part === 'ship')!;
  const one = again.conversations.find((other) => other.uid === ship.person.uid)!;
  expect(one.messages.some((message) => message.order?.number === one.orders[0]?.number)).toBe(true);
  const other = (await scene('?seed=other')).conversations.find((two) => two.uid === ship.person.uid)!;
  expect(other.orders[0]?.number).not.toBe(one.orders[0]?.number);
});
