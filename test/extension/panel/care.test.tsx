// @vitest-environment happy-dom
import { recordDate } from '@extension/book/actions/dates';
import { recordSupply } from '@extension/book/actions/supplies';
import { recordVisit } from '@extension/book/actions/visits';
import type { OpenBook } from '@extension/book/open';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { date, unasked } from '../book/care-samples';
import { anna, done, freshBook } from '../book/desk';
import { chatWith, press, stage, type } from './stage';

/** Parts that are fetched when first wanted, on a computer with other work to do. */
const SOON = { timeout: 8000 };

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
});
afterEach(() => {
  cleanup();
  book.close();
});

async function beside(lang: 'en' | 'zh-CN' = 'en') {
  const panel = stage(book, { lang });
  panel.show(chatWith('Anna', '10086'));
  await screen.findByRole('heading', { level: 1, name: 'Anna' }, SOON);
  return panel;
}
const visits = async () => (await book.db.visits.toArray()).filter(({ deleted }) => !deleted);
const region = (name: string) => screen.findByRole('region', { name }, SOON);

describe('a return visit', () => {
  it('a bad score is kept and opens the draft of a complaint; undo takes the score back', async () => {
    await beside();
    press('3');
    const form = await screen.findByRole('form', { name: 'Complaint' }, SOON);
    expect(within(form).getByDisplayValue('At the end of the chat: not satisfied')).toBeTruthy();
    expect(await visits()).toMatchObject([{ state: 'answered', overall: 1 }]);
    expect(screen.getByText('Recorded: not satisfied')).toBeTruthy();
  });

  it('a bad answer on the sheet opens it in the buyer’s words; the visit stands in its place', async () => {
    await beside();
    press('v');
    await screen.findByRole('form', { name: 'Visit' }, SOON);
    type('What', 'the lid leaks');
    const one = within(screen.getByRole('radiogroup', { name: 'Goods' })).getAllByRole('radio')[0]!;
    fireEvent.click(one);
    await waitFor(() => expect((one as HTMLInputElement).checked).toBe(true), SOON);
    press('Enter');
    const form = await screen.findByRole('form', { name: 'Complaint' }, SOON);
    const words = within(form).getByLabelText('What') as HTMLTextAreaElement;
    expect(words.value).toMatch(/Goods 1[\s\S]*the lid leaks/);
    press('Escape');
    await within(await region('Visits')).findByText(/the lid leaks · Goods 1/, {}, SOON);
  });

  it('a good one opens nothing', async () => {
    await beside();
    press('1');
    await screen.findByText('Recorded: satisfied', {}, SOON);
    expect(screen.queryByRole('form')).toBeNull();
    await within(await region('Visits')).findByText('5 of 5', {}, SOON);
  });

  it('"how was it" goes into the reply box; the visit is asked until the answer comes', async () => {
    const panel = await beside();
    press('v');
    await screen.findByRole('form', { name: 'Visit' }, SOON);
    screen.getByRole('button', { name: 'Ask how it was' }).click();
    await waitFor(async () => expect(await visits()).toMatchObject([{ state: 'asked' }]), SOON);
    expect(panel.filled[0]?.text).toMatch(/how do you like it/);
    await screen.findByRole('button', { name: 'Promise' }, SOON);
    press('2');
    await waitFor(
      async () => expect(await visits()).toMatchObject([{ state: 'answered', overall: 3 }]),
      SOON,
    );
  });

  it('the whole sheet stands behind more', async () => {
    await beside();
    press('v');
    await screen.findByRole('form', { name: 'Visit' }, SOON);
    expect(screen.queryByRole('radiogroup', { name: 'Promises kept' })).toBeNull();
    screen.getByRole('button', { name: 'More' }).click();
    await screen.findByRole('radiogroup', { name: 'Promises kept' }, SOON);
    type('What', 'all well');
    type('Would recommend us, 0–10', '12');
    press('Enter');
    await screen.findByText(/whole number from 0 to 10/, {}, SOON);
    type('Would recommend us, 0–10', '10');
    press('Enter');
    await waitFor(
      async () => expect(await visits()).toMatchObject([{ recommend: 10, what: 'all well' }]),
      SOON,
    );
    await within(await region('Visits')).findByText(/recommends 10 of 10/, {}, SOON);
  });

  it('only the really happy are to be asked for a friend, and only once', async () => {
    done(await recordVisit(book, anna, { what: '', state: 'answered', ...unasked, overall: 3 }));
    await beside();
    const section = await region('Visits');
    await within(section).findByText('3 of 5', {}, SOON);
    expect(within(section).queryByText(/Really happy/)).toBeNull();
    done(await recordVisit(book, anna, { what: '', state: 'answered', ...unasked, overall: 5 }));
    await within(section).findByText(/Really happy/, {}, SOON);
    within(section).getByRole('button', { name: 'Prepare words' }).click();
    await within(section).findByRole('textbox', { name: 'Words' }, SOON);
    press('Enter');
    await waitFor(
      async () =>
        expect(await book.db.messages.toArray()).toMatchObject([{ reason: 'care', state: 'prepared' }]),
      SOON,
    );
    await within(section).findByText('5 of 5', {}, SOON);
    await waitFor(() => expect(within(section).queryByRole('textbox')).toBeNull(), SOON);
    await waitFor(() => expect(within(section).queryByText(/Really happy/)).toBeNull(), SOON);
  });
});

describe('a date', () => {
  it('is greeted in the shop’s voice; what only sells is said to', async () => {
    done(await recordDate(book, anna, date));
    await beside('zh-CN');
    const section = await region('要记的日子');
    await within(section).findByText('还有 12 天', {}, SOON);
    within(section).getByRole('button', { name: '备句问候' }).click();
    const words = (await within(section).findByRole(
      'textbox',
      { name: '要说的话' },
      SOON,
    )) as HTMLTextAreaElement;
    expect(words.value).toBe(
      'Anna，今天是您的生日吧？祝您生日快乐，身体健康，天天开心！谢谢您一直照顾小店。',
    );
    type('要说的话', '全场8折，快来下单');
    await within(section).findByText(/光是在卖东西/, {}, SOON);
    type('要说的话', '生日快乐！');
    press('Enter');
    await waitFor(
      async () =>
        expect(await book.db.messages.toArray()).toMatchObject([{ text: '生日快乐！', dueOn: '2026-12-04' }]),
      SOON,
    );
  });
});

describe('something that runs out', () => {
  const supply = {
    personId: null,
    productId: null,
    what: 'milk powder',
    boughtOn: '2026-11-01',
    amount: 3,
    daily: 3 / 21,
    unit: 'tins',
    runsOutOn: '2026-11-22',
  };
  const stored = async () => (await book.db.supplies.toArray())[0]!;

  it('is corrected in its place: what was not touched stays as it was, a new amount moves the day', async () => {
    done(await recordSupply(book, anna, supply));
    await beside();
    const section = await region('Running out');
    fireEvent.click(await within(section).findByRole('button', { name: 'Change' }, SOON));
    await within(section).findByDisplayValue('0.143', {}, SOON);
    type('What', 'milk powder 2');
    press('Enter');
    await waitFor(async () => expect((await stored()).what).toBe('milk powder 2'), SOON);
    expect(await stored()).toMatchObject({ runsOutOn: '2026-11-22', daily: 3 / 21, boughtOn: '2026-11-01' });
    fireEvent.click(await within(section).findByRole('button', { name: 'Change' }, SOON));
    await within(section).findByDisplayValue('tins', {}, SOON);
    type('How much', '6');
    press('Enter');
    await waitFor(async () => expect((await stored()).runsOutOn).toBe('2026-12-13'), SOON);
    press('z', { ctrlKey: true });
    await waitFor(async () => expect((await stored()).runsOutOn).toBe('2026-11-22'), SOON);
  });

  it('a change that makes no day is not saved, and Esc leaves all as it was', async () => {
    done(await recordSupply(book, anna, supply));
    await beside();
    const section = await region('Running out');
    fireEvent.click(await within(section).findByRole('button', { name: 'Change' }, SOON));
    await within(section).findByDisplayValue('tins', {}, SOON);
    type('How much', 'much');
    press('Enter');
    await within(section).findByRole('alert', {}, SOON);
    press('Escape');
    await within(section).findByRole('button', { name: 'Change' }, SOON);
    expect(await stored()).toMatchObject(supply);
  });
});
