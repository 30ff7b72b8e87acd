import { REFUSALS } from '@extension/book/ack';
import { BACKUP_REFUSALS } from '@shared/backup/read';
import { LANGS, translator, type WordKey } from '@shared/i18n';
import { ACTION_NAMES } from '@shared/records/action-name';
import { TABLE_NAMES } from '@shared/records/book';
import { COMPLAINT_CAUSES, COMPLAINT_STATES } from '@shared/records/complaint';
import { DISCOUNT_STATES } from '@shared/records/discount';
import { GIFT_KINDS, GIFT_STATES } from '@shared/records/gift';
import { derivedId } from '@shared/records/id';
import { ORDER_STATUSES } from '@shared/records/order';
import { PACKING_KINDS } from '@shared/records/packing';
import { PROMISE_KINDS, PROMISE_STATES } from '@shared/records/promise';
import { timelineSentence } from '@shared/records/timeline';
import { VISIT_STATES } from '@shared/records/visit';
import { describe, expect, it } from 'vitest';

const NAMED: Readonly<Record<string, readonly string[]>> = {
  'promise.kind': PROMISE_KINDS,
  'promise.state': [...PROMISE_STATES, 'pending', 'near', 'due', 'late', 'kept-late'],
  'discount.state': DISCOUNT_STATES,
  'gift.kind': GIFT_KINDS,
  'gift.state': GIFT_STATES,
  'packing.kind': PACKING_KINDS,
  'packing.state': ['open', 'packed', 'released'],
  'complaint.cause': COMPLAINT_CAUSES,
  'complaint.state': COMPLAINT_STATES,
  'visit.state': VISIT_STATES,
  'order.status': ORDER_STATUSES,
  due: ['day', 'next-chat', 'next-order', 'back-in-stock', 'shipped', 'open'],
  table: TABLE_NAMES,
  timeline: ACTION_NAMES,
  refused: REFUSALS,
  backup: BACKUP_REFUSALS,
};

describe.each(LANGS)('in %s', (lang) => {
  it.each(Object.entries(NAMED))('every %s has a name', (area, values) => {
    const t = translator(lang);
    for (const value of values) expect(t(`records.${area}.${value}` as WordKey), value).toMatch(/\S/);
  });
});

describe('the timeline', () => {
  it('says what an action is about, not whom it met on the way', () => {
    const changes = [
      { table: 'buyers', id: 'b', set: { name: 'Anna' } },
      { table: 'promises', id: 'p', set: { what: '周五前发货' } },
    ] as const;
    const { key, params } = timelineSentence({ name: 'record-promise', changes });
    expect(translator('zh-CN')(key, params)).toBe('答应了：周五前发货');
  });

  it('has a line for an action it does not know', () => {
    expect(timelineSentence({ name: 'from-the-future', changes: [] }).key).toBe('records.timeline.other');
  });
});

describe('a derived identifier', () => {
  it('is the same for the same name and another for another, however the parts are cut', () => {
    expect(derivedId('order', 'pdd', '1')).toBe(derivedId('order', 'pdd', '1'));
    expect(derivedId('order', 'pd', 'd1')).not.toBe(derivedId('order', 'pdd', '1'));
    expect(derivedId('order', 'pdd', '1')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-/,
    );
  });
});
