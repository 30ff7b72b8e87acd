import { whenIdle } from '@extension/book/journal/when-idle';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function aPage(isLarge: boolean, answers: readonly boolean[]) {
  let [saved, over] = [0, false];
  const left = [...answers];
  const tried: number[] = [];
  const begun = Date.now();
  const end = whenIdle({ isLarge, saved: () => saved, over: () => over }, async () => {
    tried.push(Date.now() - begun);
    return left.shift() ?? true;
  });
  return {
    tried,
    end,
    save: () => {
      saved = Date.now();
    },
    leave: () => {
      over = true;
    },
  };
}

it('a small book is added up in the first seconds of a page', async () => {
  const page = aPage(false, [true]);
  await vi.advanceTimersByTimeAsync(3_000);
  await page.end;
  expect(page.tried).toEqual([2_000]);
});

it('a very large one once nothing was saved for a while', async () => {
  const page = aPage(true, [true]);
  for (let second = 0; second < 30; second += 10) {
    await vi.advanceTimersByTimeAsync(10_000);
    page.save();
  }
  expect(page.tried).toEqual([]);
  await vi.advanceTimersByTimeAsync(20_000);
  await page.end;
  expect(page.tried).toEqual([50_000]);
});

it('again when a save came in between, until it was left in peace', async () => {
  const page = aPage(false, [false, false, true]);
  page.save();
  await vi.advanceTimersByTimeAsync(60_000);
  await page.end;
  expect(page.tried).toHaveLength(3);
});

it('not any more when the page has gone', async () => {
  const page = aPage(true, []);
  page.leave();
  await vi.advanceTimersByTimeAsync(60_000);
  await page.end;
  expect(page.tried).toEqual([]);
});
