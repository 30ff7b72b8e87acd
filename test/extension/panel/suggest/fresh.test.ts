import type { SeenMessage } from '@extension/messaging/chat-state';
import { type Heard, hear } from '@extension/panel/suggest/fresh';
import { dayOf } from '@shared/calendar/day';
import { describe, expect, it } from 'vitest';

const TODAY = '2026-11-22';
const NOON = Date.parse('2026-11-22T12:00:00Z');
const YESTERDAY = NOON - 86_400_000;
const of = (side: SeenMessage['side'], id: string, at: number | null = null): SeenMessage => ({
  side,
  id,
  text: `words of ${id}`,
  at,
});
const next = (before: Heard | undefined, ...messages: readonly SeenMessage[]) =>
  hear(before, messages, TODAY, (at) => dayOf(at, 'Asia/Shanghai'));
const ids = (heard: Heard | undefined) => heard?.fresh.map(({ id }) => id);

describe('which messages are new', () => {
  it('at the first look: those of today, and the undated end that nobody answered', () => {
    expect(ids(next(undefined, of('seller', '1', YESTERDAY), of('buyer', '2', NOON)))).toEqual(['2']);
    expect(ids(next(undefined, of('buyer', '1'), of('seller', '2'), of('buyer', '3')))).toEqual(['3']);
    expect(ids(next(undefined, of('seller', '1', YESTERDAY), of('buyer', '2', YESTERDAY)))).toEqual([]);
  });

  it('from then on: what comes behind the last known one', () => {
    const first = next(undefined, of('buyer', '1'), of('seller', '2'));
    const second = next(first, of('buyer', '1'), of('seller', '2'), of('seller', '3'));
    expect(ids(second)).toEqual(['3']);
    expect(ids(next(second, of('seller', '2'), of('seller', '3'), of('buyer', '4')))).toEqual(['3', '4']);
  });

  it('older ones that scroll into the page are not, nor a page drawn anew with other ids', () => {
    const first = next(undefined, of('buyer', '5'), of('seller', '6'));
    expect(
      ids(next(first, of('seller', '3'), of('seller', '4'), of('buyer', '5'), of('seller', '6'))),
    ).toEqual([]);
    expect(ids(next(first, of('buyer', 'a'), of('seller', 'b')))).toEqual([]);
  });

  it('a page that is still empty has not been looked at', () => {
    expect(next(undefined)).toBeUndefined();
  });
});
