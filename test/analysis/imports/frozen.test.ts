import { readInputs } from '@analysis/imports/read';
import { freezeFile } from '@shared/records/freeze-file';
import { expect, test } from 'vitest';

const QUIET = { report: () => undefined, signal: new AbortController().signal };
const MAP = { buyer: 'who', createdAt: 'when', paid: 'money' };
const READ = { map: MAP, dateOrder: null, tz: null, currency: null, password: null };
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const orders = file('orders.csv', 'who,when,money\nann,2026-11-01,12\n');
const frozen = freezeFile({
  week: '2026-W46',
  takenAt: '2026-11-15T10:00:00Z',
  program: 'Zhanggui 0.1.0',
  inputs: [],
  review: { schema: 'review/1' },
  notes: {},
  decisions: [],
});

test('a week put away is read beside the exports, to be compared with', async () => {
  const read = await readInputs([orders, file('w46.json', frozen)], READ, QUIET);
  expect(read).toMatchObject({ ok: true, refusals: [], data: { frozen: [{ week: '2026-W46' }] } });
});

test('alone there is nothing to count, and a damaged one is named; each says what to do', async () => {
  const alone = await readInputs([file('w46.json', frozen)], READ, QUIET);
  expect(alone).toMatchObject({ ok: false, refusals: [{ reason: 'imports.refusedFreezeAlone' }] });
  const damaged = await readInputs([orders, file('w46.json', frozen.slice(0, -20))], READ, QUIET);
  expect(damaged).toMatchObject({
    ok: true,
    refusals: [{ file: 'w46.json', reason: 'imports.refusedFreeze' }],
  });
});
