import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '@analysis/numerics/random';
import { removeProfile } from '../e2e/support/chromium';
import { type Counter, openCounter } from '../e2e/support/counter';
import { rowsOf } from '../e2e/support/storage';
import { CAST } from '../shop/cast';
import { type RunningShop, startShop } from '../shop/server';
import type { SoakRound } from './round';

// Tries F-01 of test/faults.md.

const UID = CAST[0]!.person.uid;

/** Records notes as fast as the panel lets, until the browser is killed; gives the ones that were acknowledged. */
async function recordUntilKilled(counter: Counter, number: number, afterMs: number): Promise<string[]> {
  const { panel, page } = counter;
  await page.open(UID);
  await panel.locator(`[data-buyer*="${UID}"]`).waitFor();
  const acknowledged: string[] = [];
  const killed = new Promise<void>((done) => setTimeout(done, afterMs)).then(() => counter.keeper.kill());
  try {
    for (let count = 0; ; count++) {
      const text = `kill ${number}/${count}`;
      await panel.getByRole('heading', { level: 1 }).click({ timeout: 2_000 });
      await panel.keyboard.press('n');
      await panel.getByRole('textbox', { name: 'What' }).fill(text, { timeout: 2_000 });
      await panel.keyboard.press('Enter');
      // The form leaves only when the book has answered.
      await panel.getByRole('textbox', { name: 'What' }).waitFor({ state: 'detached', timeout: 2_000 });
      acknowledged.push(text);
    }
  } catch {
    // The browser is gone, as it was meant to be.
  }
  await killed;
  return acknowledged;
}

/** The browser is killed in the middle of recording: every acknowledged note is there afterwards. */
export async function killRounds(): Promise<SoakRound> {
  const shop: RunningShop = await startShop({ seed: '1', lang: 'en' });
  return {
    name: 'browser killed while recording',
    unit: 'acknowledged notes',
    goal: 1000,
    run: async (number) => {
      const profile = await mkdtemp(join(tmpdir(), 'zhanggui-soak-'));
      const random = seededRandom(number);
      const first = await openCounter({ lang: 'en', shop, profile });
      const acknowledged = await recordUntilKilled(first, number, 300 + random() * 3_000);
      const again = await openCounter({ lang: 'en', shop, profile, settled: true });
      try {
        const stored = new Set((await rowsOf(again.options, 'notes')).map((note) => note.text));
        const lost = acknowledged.filter((text) => !stored.has(text));
        if (lost.length > 0)
          throw new Error(`round ${number}: lost ${lost.join(', ')} of ${acknowledged.length}`);
      } finally {
        await again.close();
        await removeProfile(profile);
      }
      return acknowledged.length;
    },
    close: () => shop.close(),
  };
}
