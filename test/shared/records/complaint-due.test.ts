import { complaintNeeds, overdue } from '@shared/records/complaint-due';
import { heard } from '@shared/records/complaint-steps';
import { guaranteeStands, repairsOf } from '@shared/records/guarantee-rule';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../setup/record';

const complaint = (fields: object) =>
  recordOf('complaints', {
    ...{
      id: 'c',
      schema: 2,
      seat: 'owner',
      deleted: false,
      stamps: {},
      buyerId: 'b',
      what: 'broken',
      by: '',
    },
    ...{ cause: 'transit', state: 'open', orderNumber: null, openedAt: '2026-11-22T12:00:00Z' },
    ...{ firstAnswerAt: null, remedy: '', remedyAt: null, closedAt: null, cost: null },
    remedyDue: '2026-11-23T12:00:00Z',
    ...fields,
  } as Parameters<typeof recordOf<'complaints'>>[1]);
const needs = (fields: object, today = '2026-11-22') =>
  complaintNeeds(complaint(fields), today).map(({ need }) => need);
const answered = { state: 'acknowledged', firstAnswerAt: '2026-11-22T12:05:00Z' };
const claim = { checked: true, claimUntil: '2026-11-25', claimedAt: null, number: '' };

describe('what a complaint asks for', () => {
  it('first an answer, then the remedy; passed up when the cause can’t be found or the goods are at fault', () => {
    expect(needs({})).toEqual(['first-answer', 'remedy']);
    expect(needs({ cause: 'quality' })).toEqual(['first-answer', 'escalate', 'remedy']);
    expect(needs({ ...answered, cause: 'unknown' })).toEqual(['escalate', 'remedy']);
    expect(needs({ ...answered, cause: 'unknown', escalatedAt: '2026-11-22T12:06:00Z' })).toEqual(['remedy']);
  });

  it('remedied it waits for the buyer; closed it is asked about once more', () => {
    expect(needs({ state: 'remedied', remedyAt: '2026-11-22T13:00:00Z' })).toEqual([]);
    const closed = { state: 'closed', callBackDue: '2026-11-24T12:00:00Z' };
    expect(needs(closed)).toEqual(['call-back']);
    expect(needs({ ...closed, calledBackAt: '2026-11-23T12:00:00Z' })).toEqual([]);
  });

  it('a claim on the courier comes up two days before its last day, until it is made', () => {
    expect(needs({ ...answered, courier: claim })).toEqual(['remedy']);
    expect(needs({ ...answered, courier: claim }, '2026-11-23')).toEqual(['remedy', 'claim']);
    const made = { ...claim, claimedAt: '2026-11-23T12:00:00Z' };
    expect(needs({ ...answered, courier: made }, '2026-11-24')).toEqual(['remedy']);
  });

  it('an hour is over at its minute, a day at its end', () => {
    expect(overdue('2026-11-22', '2026-11-22T23:59:00Z', '2026-11-22')).toBe(false);
    expect(overdue('2026-11-22', '2026-11-22T23:59:00Z', '2026-11-23')).toBe(true);
    expect(overdue('2026-11-22T12:00:00Z', '2026-11-22T11:59:00Z', '2026-11-22')).toBe(false);
  });

  it('the hearing reads the answer and the remedy from the sheet, in its order', () => {
    const told = [{ kind: 'apologised' }, { kind: 'listened' }, { kind: 'other' }];
    expect(heard({ firstAnswerAt: null, remedyAt: '2026-11-22T13:00:00Z' }, told)).toEqual([
      'listened',
      'apologised',
      'proposed',
    ]);
  });
});

describe('a guarantee', () => {
  const span = { from: '2026-01-01', until: '2026-06-30' };
  const repair = (effect: string, at: string) => ({ kind: 'repair', effect, at: `${at}T04:00:00Z` });
  const day = (at: string) => at.slice(0, 10);

  it('two repairs that failed inside it are enough; a failed one after its end is not counted', () => {
    const one = repair('failed', '2026-06-30');
    expect(repairsOf(span, [one, repair('failed', '2026-07-01')], day)).toEqual({
      all: 2,
      failed: 1,
      enough: false,
    });
    expect(repairsOf(span, [one, repair('ok', '2026-02-01'), one], day).enough).toBe(true);
  });

  it('ends soon in its last week, its last day included', () => {
    const stands = (today: string) => guaranteeStands({ state: 'repairing', until: '2026-06-30' }, today);
    expect(['2026-06-22', '2026-06-23', '2026-06-30', '2026-07-01'].map(stands)).toEqual([
      'running',
      'ending',
      'ending',
      'over',
    ]);
  });
});
