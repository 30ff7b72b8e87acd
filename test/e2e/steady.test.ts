import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as practice } from '../shop/generate/run';
import { removeProfile } from './support/chromium';
import { type Counter, openCounter, panelInTab } from './support/counter';
import { buyerOf } from './support/panel';

/** What was drawn stays where it is: whatever is fetched or counted later must not move it from under a click. */
const BUYERS = ['8240317990457', '8240318204918', '8240317755120', '8240318102263', '8240317990457'];
/** On a slow computer what comes late comes in a frame of its own. */
const SLOWER = 6;
const SETTLED = 1000;

let folder: string;
let counter: Counter;
let panel: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-steady-'));
  expect(await practice(['--buyers', '160', '--seed', '9', '--out', folder, '--lang', 'en'])).toBe(0);
  counter = await openCounter({
    lang: 'en',
    query: 'scenario=busy&speed=0',
    book: join(folder, 'book.json'),
  });
  panel = await panelInTab(counter);
  const session = await panel.context().newCDPSession(panel);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}, 120_000);

afterAll(async () => {
  await counter?.close();
  if (counter) await removeProfile(counter.keeper.profile);
  await rm(folder, { recursive: true, force: true });
});

/** What has moved since the page began, by what stands in it; each is told once. */
async function moved(): Promise<readonly string[]> {
  await panel.waitForTimeout(SETTLED);
  return panel.evaluate(
    () =>
      new Promise<readonly string[]>((resolve) => {
        const seen = new PerformanceObserver((list) => {
          seen.disconnect();
          const told = list.getEntries() as unknown as readonly {
            readonly startTime: number;
            readonly sources: readonly { readonly node: Node | null }[];
          }[];
          const since = (window as { toldUntil?: number }).toldUntil ?? 0;
          (window as { toldUntil?: number }).toldUntil = performance.now();
          // Who waits changes with every buyer that is opened, and with it the line at the foot.
          const inMain = (node: Node | null) =>
            (node instanceof Element ? node : node?.parentElement)?.closest('main') != null;
          resolve(
            told
              .filter(({ startTime }) => startTime > since)
              .flatMap(({ sources }) => sources.map(({ node }) => node))
              .filter(inMain)
              .map((node) => node?.textContent?.slice(0, 60) ?? ''),
          );
        });
        seen.observe({ type: 'layout-shift', buffered: true });
        // An observer is only called when there is something.
        setTimeout(() => resolve([]), 200);
      }),
  );
}

describe('nothing moves', () => {
  test('in Today, from the first sight on', async () => {
    await panel.locator('.today li').first().waitFor();
    expect(await moved()).toEqual([]);
  });

  test.each(BUYERS.map((buyer, visit) => [visit + 1, buyer] as const))(
    'beside buyer %i, once they stand there',
    async (_, buyer) => {
      await counter.page.open(buyer);
      await expect.poll(() => buyerOf(panel), { timeout: 10_000 }).toContain(buyer);
      await panel.getByRole('region', { name: 'Timeline' }).waitFor();
      expect(await moved()).toEqual([]);
    },
  );
});
