import { withQuestion } from '@analysis/notebook/arrange/changes';
import { makeArrangeDesk } from '@analysis/notebook/arrange/desk';
import { fixedData } from '@analysis/worker/parts-client';
import { translator } from '@shared/i18n';
import { expect, test } from 'vitest';
import { until } from '../../../setup/until';
import { review } from '../sample';

const t = translator('en');
const openData = async () => ({ kind: 'open', data: fixedData(review), refused: [] }) as const;

test('a change is kept by the shelf and can be taken back; what the shelf holds comes first next time', async () => {
  let kept: unknown;
  const shelf = {
    read: async () => kept,
    save: async (sheets: readonly object[]) => {
      kept = JSON.parse(JSON.stringify(sheets));
      return true;
    },
  };
  const desk = makeArrangeDesk({ openData, shelf, t });
  const before = desk.sheet.value;
  desk.change(withQuestion(before, 'models'));
  desk.add('monthly', t);
  await until(() => expect(kept).toHaveLength(2));
  desk.choose(before.id);
  const again = makeArrangeDesk({ openData, shelf, t });
  await until(() =>
    expect(again.sheets.value.map(({ name }) => name)).toEqual(['Weekly', 'Monthly meeting']),
  );
  expect(again.sheet.value.cells.at(-1)).toMatchObject({ name: 'models' });
  again.change({ ...again.sheet.value, name: 'Mine' });
  again.undo();
  expect(again.sheet.value.name).toBe('Weekly');
  expect(again.steps.value).toBe(0);
  desk.close();
  again.close();
});

test('what could not be written is said', async () => {
  const desk = makeArrangeDesk({
    openData,
    shelf: { read: async () => undefined, save: async () => false },
    t,
  });
  desk.change({ ...desk.sheet.value, name: 'Mine' });
  await until(() => expect(desk.saved.value).toBe('unsaved'));
  expect(desk.sheet.value.name).toBe('Mine');
  desk.close();
});

test('data that can’t be read leave the sheet as it is; a later reading takes the place of an earlier one', async () => {
  let fails = true;
  const opened = async () => (fails ? ({ kind: 'failed', detail: 'torn' } as const) : openData());
  const desk = makeArrangeDesk({ openData: opened, shelf: null, t });
  await desk.open();
  expect(desk.data.value).toEqual({ kind: 'none', detail: 'torn' });
  fails = false;
  await Promise.all([desk.open(), desk.open()]);
  expect(desk.data.value.kind).toBe('open');
  await until(() =>
    expect([...desk.results.states.value.values()].every(({ kind }) => kind === 'done')).toBe(true),
  );
  expect(desk.results.states.value.size).toBe(
    desk.sheet.value.cells.filter(({ kind }) => kind === 'question').length,
  );
  desk.drop(desk.sheet.value.id);
  expect(desk.sheets.value).toHaveLength(1);
  desk.close();
});
