import type { SeenRow } from '@extension/messaging/chat-state';
import { GONE_MS, nextLine, type WaitLine } from '@extension/panel/desk/wait-line';
import { describe, expect, it } from 'vitest';

const START = 1_000_000;
const row = (key: string, waitingSince: number | null, more: Partial<SeenRow> = {}): SeenRow => ({
  key,
  name: key,
  unread: 1,
  preview: '',
  active: false,
  waitingSince,
  waitExact: true,
  place: 1,
  ...more,
});
const EMPTY: WaitLine = new Map();

describe('a line of waits', () => {
  it('a row that waits no more was answered, at the moment it was seen', () => {
    const { line } = nextLine(EMPTY, [row('a', START), row('b', START + 5)], START + 60_000);
    const { line: after, over } = nextLine(line, [row('a', null), row('b', START + 5)], START + 90_000);
    expect(over).toEqual([
      { key: 'a', since: START, exact: true, place: 1, end: 'answered', endedAt: START + 90_000 },
    ]);
    expect([...after.keys()]).toEqual(['b']);
  });

  it('a row out of sight for a moment is no end; gone for long it left, unless it was opened before', () => {
    const first = nextLine(EMPTY, [row('a', START), row('b', START, { active: true })], START + 1000).line;
    const hidden = nextLine(first, [], START + 2000);
    expect(hidden.over).toEqual([]);
    const back = nextLine(hidden.line, [row('a', START)], START + 3000);
    expect(back.over).toEqual([]);
    const gone = nextLine(nextLine(back.line, [], START + 4000).line, [], START + 4000 + GONE_MS);
    expect(gone.over.map(({ key, end, endedAt }) => [key, end, endedAt])).toEqual([
      ['a', 'left', START + 4000],
      ['b', 'answered', START + 2000],
    ]);
    expect(gone.line.size).toBe(0);
  });

  it('a new wait of the same row ends the one before', () => {
    const first = nextLine(EMPTY, [row('a', START)], START + 1000).line;
    const again = nextLine(first, [row('a', START + 300_000)], START + 310_000);
    expect(again.over.map(({ since }) => since)).toEqual([START]);
    expect(again.line.get('a')?.since).toBe(START + 300_000);
    const jitter = nextLine(again.line, [row('a', START + 330_000)], START + 340_000);
    expect(jitter.over).toEqual([]);
  });
});
