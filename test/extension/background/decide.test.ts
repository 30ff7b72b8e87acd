import { readFileSync } from 'node:fs';
import { BADGE_COLORS, badgeText } from '@extension/background/badge';
import { decide, type Situation } from '@extension/background/decide';
import { notificationText } from '@extension/background/notification';
import { translator } from '@shared/i18n';
import type { Promised } from '@shared/records/promise';
import { QUIET_HOURS } from '@shared/records/quiet-hours';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../setup/record';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-22T12:00:00Z');

function promised(id: string, day: string, fields: Partial<Promised> = {}): Promised {
  return recordOf('promises', {
    id,
    schema: 1,
    seat: 'owner',
    deleted: false,
    stamps: {},
    buyerId: `buyer-${id}`,
    what: '发到 13800138000 附近',
    kind: 'ship',
    state: 'open',
    due: { on: 'day', day },
    quote: '',
    saidAt: '2026-11-20T12:00:00Z',
    where: null,
    cost: null,
    orderNumber: null,
    settledAt: null,
    settledOn: null,
    by: 'owner',
    ...fields,
  });
}

function situation(fields: Partial<Situation> = {}): Situation {
  return {
    promises: [promised('late', '2026-11-21'), promised('due', '2026-11-22'), promised('near', '2026-11-23')],
    today: '2026-11-22',
    now: NOW,
    minute: 20 * 60,
    quiet: QUIET_HOURS,
    told: {},
    starting: false,
    ...fields,
  };
}
const spoken = (fields: Partial<Situation>) =>
  decide(situation(fields)).speak.map(({ promise }) => promise.id);

describe('what the desktop says', () => {
  it('is what is late and what is due today, once', () => {
    const first = decide(situation());
    expect(first.speak.map((reminder) => [reminder.promise.id, reminder.standing])).toEqual([
      ['late', 'late'],
      ['due', 'due'],
    ]);
    expect(first.count).toBe(2);
    expect(spoken({ told: first.told })).toEqual([]);
  });

  it('is said again when what was due becomes late', () => {
    const { told } = decide(situation());
    expect(spoken({ told, today: '2026-11-23' })).toEqual(['due', 'near']);
  });

  it('is forgotten with the promise', () => {
    const { told } = decide(situation());
    expect(decide(situation({ told, promises: [] })).told).toEqual({});
  });

  it('in quiet hours is only what is due today; the late ones are said when they end', () => {
    const night = decide(situation({ minute: 3 * 60 }));
    expect(night.speak.map(({ promise }) => promise.id)).toEqual(['due']);
    expect(night.count).toBe(2);
    expect(spoken({ told: night.told, minute: 8 * 60 })).toEqual(['late']);
    expect(spoken({ quiet: null, minute: 3 * 60 })).toEqual(['late', 'due']);
  });

  it('is said again when the browser starts: what it showed before is gone', () => {
    const { told } = decide(situation());
    expect(spoken({ told, starting: true })).toEqual(['late', 'due']);
    expect(spoken({ told, starting: true, minute: 3 * 60 })).toEqual(['due']);
  });

  it('is nothing yet about a promise typed just now, but all of it at a start', () => {
    const promises = [promised('new', '2026-11-22', { saidAt: new Date(NOW - 1000).toISOString() })];
    const typed = decide(situation({ promises }));
    expect(typed).toMatchObject({ count: 1, speak: [], told: {}, lookAgain: MINUTE / 2 });
    expect(spoken({ promises, now: NOW + MINUTE / 2 })).toEqual(['new']);
    expect(spoken({ promises, starting: true })).toEqual(['new']);
  });

  it.each([
    ['half an hour on', 20 * 60, 30],
    ['at midnight', 23 * 60 + 50, 10],
    ['when the quiet hours end', 7 * 60 + 45, 15],
  ])('is looked at again %s', (_, minute, minutes) => {
    expect(decide(situation({ minute })).lookAgain).toBe(minutes * MINUTE);
  });
});

describe('a notification', () => {
  const speak = decide(situation()).speak;
  const names = new Map([
    ['buyer-late', '13912345678'],
    ['buyer-due', '王小姐'],
  ]);

  it('says how many and for whom, and no phone, address or promise', () => {
    expect(notificationText(speak, names, translator('zh-CN'))).toEqual({
      title: '答应过的事，别忘了',
      message: '1 件晚了 · 1 件今天到期\n买家：139****5678 · 王小姐',
    });
    expect(notificationText(speak, names, translator('en')).message).toBe(
      '1 promise is late · 1 promise is due today\nFor 139****5678 · 王小姐',
    );
  });

  it('names three buyers and counts the others', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((id) => promised(id, '2026-11-22'));
    const all = new Map(many.map((promise) => [promise.buyerId, promise.id.toUpperCase()]));
    const { message } = notificationText(decide(situation({ promises: many })).speak, all, translator('en'));
    expect(message).toBe('5 promises are due today\nFor A · B · C and 2 more');
  });
});

describe('the badge', () => {
  it('is empty, a number, or many', () => {
    expect([0, 7, 99, 100].map(badgeText)).toEqual(['', '7', '99', '99+']);
  });

  it('wears the colours of the seal', () => {
    const tokens = readFileSync(new URL('../../../shared/look/tokens.css', import.meta.url), 'utf8');
    const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1];
    expect(BADGE_COLORS).toEqual({ background: token('seal'), text: token('on-seal') });
  });
});
