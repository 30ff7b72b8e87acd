// @vitest-environment happy-dom
import { recordComplaint } from '@extension/book/actions/complaints';
import { recordDate } from '@extension/book/actions/dates';
import { recordPromise } from '@extension/book/actions/promises';
import type { OpenBook } from '@extension/book/open';
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { date } from '../book/care-samples';
import { anna, done, freshBook, promiseOf, testWorld, wang } from '../book/desk';
import { stage } from './stage';

/** Parts that are fetched when first wanted, on a computer with other work to do. */
const SOON = { timeout: 8000 };

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook(testWorld());
});
afterEach(() => {
  cleanup();
  book.close();
});

const due = (what: string, day: string) => promiseOf({ what, due: { on: 'day', day } });

/** The lines of Today each time they changed, while the panel is opened. */
function watchLines(): (readonly string[])[] {
  const seen: (readonly string[])[] = [];
  new MutationObserver(() => {
    const lines = [...document.querySelectorAll('.today .what')].map((line) => line.textContent ?? '');
    if (lines.join() !== seen.at(-1)?.join()) seen.push(lines);
  }).observe(document.body, { childList: true, subtree: true });
  return seen;
}

describe('Today', () => {
  it('moves no line that was drawn: what is fetched later comes below it', async () => {
    done(await recordPromise(book, anna, due('late', '2026-11-20')));
    done(await recordPromise(book, anna, due('soon', '2026-11-24')));
    done(
      await recordComplaint(book, wang, { what: 'broken', cause: 'transit', cost: null, orderNumber: null }),
    );
    done(await recordDate(book, anna, { ...date, title: 'her birthday', month: 11, day: 25 }));
    const seen = watchLines();
    stage(book);
    await screen.findByText('soon', {}, SOON);
    const last = seen.at(-1)!;
    expect(last).toHaveLength(4);
    expect(last.slice(0, 2)).toEqual(['late', 'broken']);
    for (const lines of seen) expect(last.slice(0, lines.length)).toEqual(lines);
  });

  it('says that there is nothing once all of it was looked at', async () => {
    stage(book);
    await screen.findByText(/Nothing/, {}, SOON);
    expect(document.querySelectorAll('.today li')).toHaveLength(0);
  });
});
