// @vitest-environment happy-dom
import { recordComplaint } from '@extension/book/actions/complaints';
import { recordGuarantee } from '@extension/book/actions/guarantees';
import type { OpenBook } from '@extension/book/open';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
const region = (name: string) => screen.findByRole('region', { name }, SOON);
const sheet = { what: 'the spout is broken', cause: 'transit', cost: null, orderNumber: null } as const;

describe('a complaint', () => {
  it('J fills the holding sentence; what it says is a promise to be sent, and the answer waits for it', async () => {
    done(await recordComplaint(book, anna, sheet));
    const panel = await beside();
    const section = await region('Complaints');
    await within(section).findByRole('button', { name: /Fill a first answer/ }, SOON);
    press('j');
    await within(section).findByText('First answer to be sent', {}, SOON);
    expect(panel.filled[0]?.text).toMatch(/written down everything you told me[\s\S]*by Mon 23 Nov\.$/);
    expect(await book.db.promises.toArray()).toMatchObject([
      { state: 'to-be-sent', what: 'Answer the complaint: the spout is broken' },
    ]);
    expect(await book.db.complaints.toArray()).toMatchObject([{ state: 'open', firstAnswerAt: null }]);
  });

  it('is answered at once from its form', async () => {
    const panel = await beside('zh-CN');
    press('c');
    await screen.findByRole('form', { name: '售后问题' }, SOON);
    type(screen.getByRole('form').querySelector('label')!.textContent!, '壶嘴碎了');
    screen.getByRole('button', { name: '记下并填入先回的话' }).click();
    await waitFor(async () => expect(await book.db.promises.count()).toBe(1), SOON);
    expect(panel.filled[0]?.text).toMatch(/^Anna，给您添麻烦了.*11月23日 周一之前一定给您答复。$/);
    await within(await region('售后问题')).findByText('先回的话待发送', {}, SOON);
  });

  it('a remedy filled into the reply is on the sheet at once, and what it promises is to be sent', async () => {
    done(await recordComplaint(book, anna, sheet));
    const panel = await beside();
    const section = await region('Complaints');
    fireEvent.click(await within(section).findByRole('button', { name: 'Remedy' }, SOON));
    await within(section).findByRole('form', { name: 'Remedy' }, SOON);
    const fill = within(section).getByRole('button', { name: 'Save and fill the reply' });
    fireEvent.click(fill);
    await within(section).findByRole('alert', {}, SOON);
    expect(panel.filled).toEqual([]);
    type('What is done', 'a new kettle');
    fireEvent.change(within(section).getByRole('combobox', { name: 'Still owed' }), {
      target: { value: 'replace' },
    });
    await within(section).findByLabelText('Due', {}, SOON);
    type('Due', 'tomorrow');
    fireEvent.click(fill);
    await waitFor(async () => expect(await book.db.promises.count()).toBe(1), SOON);
    const text = panel.filled[0]!.text;
    expect(text).toMatch(/^I'm sorry about this, Anna\. Here is what I'll do: a new kettle, by Mon 23 Nov\./);
    expect(await book.db.promises.toArray()).toMatchObject([
      { state: 'to-be-sent', kind: 'replace', what: 'a new kettle', quote: text },
    ]);
    expect(await book.db.complaints.toArray()).toMatchObject([{ state: 'remedied', remedy: 'a new kettle' }]);
    await waitFor(() => expect(within(section).queryByRole('form')).toBeNull(), SOON);
    press('z', { ctrlKey: true });
    await waitFor(async () => expect((await book.db.complaints.toArray())[0]?.state).toBe('open'), SOON);
  });

  it('the words of a remedy say what it still owes, until the owner says otherwise', async () => {
    done(await recordComplaint(book, anna, sheet));
    await beside();
    const section = await region('Complaints');
    (await within(section).findByRole('button', { name: 'Remedy' }, SOON)).click();
    const owed = (await within(section).findByLabelText('Still owed', {}, SOON)) as HTMLSelectElement;
    for (const [words, kind] of [
      ['补发一个壶盖', 'replace'],
      ['退款 20 块', 'refund'],
      ['已经退款了', 'nothing'],
      ['refunded ¥20', 'nothing'],
      ['told them how to dry it', 'nothing'],
    ] as const) {
      type('What is done', words);
      await waitFor(() => expect(owed.value).toBe(kind));
    }
    fireEvent.change(owed, { target: { value: 'other' } });
    type('What is done', '补发一个');
    await waitFor(() =>
      expect(within(section).getByLabelText('What is done')).toHaveProperty('value', '补发一个'),
    );
    expect(owed.value).toBe('other');
  });

  it('a remedy that owes something asks until when, and becomes a promise', async () => {
    done(await recordComplaint(book, anna, sheet));
    await beside();
    const section = await region('Complaints');
    (await within(section).findByRole('button', { name: 'Remedy' }, SOON)).click();
    await within(section).findByLabelText('What is done', {}, SOON);
    type('What is done', 'a new kettle');
    fireEvent.change(within(section).getByLabelText('Still owed'), { target: { value: 'replace' } });
    await within(section).findByLabelText('Due', {}, SOON);
    press('Enter');
    await within(section).findByRole('alert', {}, SOON);
    type('Due', 'tomorrow');
    press('Enter');
    await waitFor(
      async () =>
        expect(await book.db.promises.toArray()).toMatchObject([
          { kind: 'replace', due: { on: 'day', day: '2026-11-23' }, orderNumber: null },
        ]),
      SOON,
    );
    await within(section).findByText(/→ a new kettle/, {}, SOON);
  });

  it('the sheet: hearing in its order, a step, what was found, the courier', async () => {
    done(await recordComplaint(book, anna, sheet));
    await beside();
    const section = await region('Complaints');
    (await within(section).findByRole('button', { name: 'The sheet' }, SOON)).click();
    const list = await within(section).findByRole('group', { name: /Listen first/ }, SOON);
    fireEvent.click(within(list).getByRole('checkbox', { name: 'Heard the buyer out' }));
    type('One more step', 'asked the courier');
    await waitFor(() =>
      expect(screen.getByLabelText('One more step')).toHaveProperty('value', 'asked the courier'),
    );
    press('Enter');
    fireEvent.submit(screen.getByLabelText('One more step').closest('form')!);
    await within(section).findByText(/asked the courier/, {}, SOON);
    type('Responsible', 'courier');
    await waitFor(() => expect(screen.getByLabelText('Responsible')).toHaveProperty('value', 'courier'));
    fireEvent.submit(screen.getByLabelText('Responsible').closest('form')!);
    await waitFor(
      async () => expect(await book.db.complaints.toArray()).toMatchObject([{ responsible: 'courier' }]),
      SOON,
    );
    type('Claim by', '2026-11-24');
    await within(section).findByText(/→ Tue 24 Nov/, {}, SOON);
    within(section).getByRole('button', { name: 'Claimed' }).click();
    await within(section).findByText(/claimed 11-22/, {}, SOON);
    const steps = await book.db.steps.toArray();
    expect(steps.map(({ kind }) => kind).sort()).toEqual(['listened', 'other']);
  });
});

describe('a guarantee', () => {
  it('two failed repairs say what is due; exchanged only with the whole hand-over', async () => {
    const kettle = { what: 'kettle', orderNumber: null, from: '2026-11-01', until: '2026-12-31' };
    done(await recordGuarantee(book, anna, { ...kettle, covers: ['repair'], freight: 'shop' }));
    await beside();
    const section = await region('Guarantees');
    for (const times of [1, 2]) {
      (await within(section).findByRole('button', { name: 'Repair done' }, SOON)).click();
      fireEvent.change(await within(section).findByLabelText('How it went', {}, SOON), {
        target: { value: 'failed' },
      });
      within(section).getByRole('button', { name: 'Save' }).click();
      await waitFor(async () => expect(await book.db.steps.count()).toBe(times), SOON);
      await waitFor(() => expect(within(section).queryByLabelText('How it went')).toBeNull(), SOON);
    }
    await within(section).findByText(/exchange or refund, as the buyer chooses/, {}, SOON);
    within(section).getByRole('button', { name: 'Exchange' }).click();
    const box = await within(section).findByRole('region', { name: 'Exchange' }, SOON);
    const ready = () => within(box).getByRole('button', { name: 'Exchanged' }) as HTMLButtonElement;
    for (const tick of within(box).getAllByRole('checkbox')) {
      expect(ready().disabled).toBe(true);
      fireEvent.click(tick);
      await waitFor(() => expect(tick).toHaveProperty('checked', true), SOON);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await waitFor(() => expect(ready().disabled).toBe(false), SOON);
    ready().click();
    await waitFor(
      async () => expect(await book.db.guarantees.toArray()).toMatchObject([{ state: 'exchanged' }]),
      SOON,
    );
  });
});
