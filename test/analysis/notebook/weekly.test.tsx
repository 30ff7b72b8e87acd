// @vitest-environment happy-dom
import { fileHome } from '@analysis/notebook/freeze/file-home';
import type { LetterHome } from '@analysis/notebook/home';
import { mountNotebook } from '@analysis/notebook/mount';
import type { DataSource } from '@analysis/notebook/source';
import type { Review } from '@analysis/review';
import { readFreezeFile } from '@shared/records/freeze-file';
import { act, fireEvent } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nextFrame } from '../../setup/frame';
import { until } from '../../setup/until';
import { review as sample } from './sample';

const review: Review = { ...sample, lang: 'en' };
let root: HTMLElement;
/** What was handed out as a file. */
let files: { readonly name: string; readonly text: string }[];

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  delete document.documentElement.dataset.ready;
  files = [];
  const parts: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${parts.push(blob as Blob)}`);
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const blob = parts[Number(this.href.split(':')[1]) - 1];
    void blob?.text().then((text) => files.push({ name: this.download, text }));
  });
});
afterEach(async () => {
  render(null, root);
  await nextFrame();
  root.remove();
  vi.restoreAllMocks();
});

async function mount(
  shown: Review,
  home: LetterHome,
  more: Partial<Parameters<typeof mountNotebook>[1]> = {},
) {
  const hashes = [{ name: 'orders.csv', hash: 'ab'.repeat(32) }];
  const source: DataSource = {
    kind: 'files',
    load: async () => ({ kind: 'review', review: shown, refused: [], hashes }),
  };
  await act(async () => {
    await mountNotebook(root, { source, lang: 'en', home, ...more });
  });
  await until(() => expect(document.documentElement.dataset.ready).toBe('true'));
}

const at = <E extends Element>(selector: string) => root.querySelector<E>(selector)!;
async function type(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string) {
  field.value = value;
  await act(async () => void fireEvent.change(field));
}
const button = (name: string | RegExp) =>
  [...root.querySelectorAll('button')].find((one) =>
    typeof name === 'string' ? one.textContent === name : name.test(one.textContent ?? ''),
  )!;

test('decisions aim at a number, notes stand under each section, and both go into the week put away', async () => {
  const home = fileHome(document, 'Zhanggui 0.1.0');
  await mount(review, home);
  await type(at('.decisions input'), ' wrap twice ');
  await type(at('.decisions select'), 'late');
  await until(() => expect(at('.decisions .aside').textContent).toBe('Saved'));
  await type(at('textarea[aria-label="Note on: Promises"]'), 'Too many on Fridays.');
  await act(async () => void fireEvent.click(button('Put 2026-W47 away')));
  await until(() => expect(files).toHaveLength(1));
  const frozen = readFreezeFile(files[0]!.text)!;
  expect(files[0]!.name).toBe('weekly-review-2026-W47.freeze.json');
  expect(frozen).toMatchObject({
    week: '2026-W47',
    program: 'Zhanggui 0.1.0',
    inputs: [{ name: 'orders.csv', hash: 'ab'.repeat(32) }],
    notes: { promises: 'Too many on Fridays.' },
  });
  expect(frozen.decisions).toMatchObject([
    { text: 'wrap twice', aim: 'late', was: review.promises?.late },
    {},
    {},
  ]);
  expect((frozen.review as unknown as Review).orders).toEqual(review.orders);
});

test('a week put away opens again as it was, to be read and not written; and there is a way back', async () => {
  const home = fileHome(document, 'Zhanggui 0.1.0');
  await home.saveWork('2026-W47', {
    notes: { value: 'Fine.' },
    decisions: [{ text: 'call the kiln', aim: null, was: null, done: null }],
  });
  await mount(review, home);
  await until(() => expect(at<HTMLInputElement>('.decisions input').value).toBe('call the kiln'));
  await act(async () => void fireEvent.click(button('Put 2026-W47 away')));
  await until(() => expect(button('Open 2026-W47')).toBeTruthy());
  await act(async () => void fireEvent.click(button('Open 2026-W47')));
  await until(() => expect(root.querySelector('.frozen-bar')?.textContent).toContain('as it was put away'));
  await until(() => expect(root.querySelector('.note.written')?.textContent).toBe('Fine.'));
  expect(root.querySelector('.letter input, .letter textarea')).toBeNull();
  expect(at('.decisions').textContent).toContain('call the kiln');
  expect(at('.frozen-bar').textContent).toContain('ab'.repeat(32));
  await act(async () => void fireEvent.click(button('Back to this week')));
  expect(root.querySelector('.frozen-bar')).toBeNull();
  expect(root.querySelector('.decisions input')).not.toBeNull();
});

test('last week’s decisions are ticked here, with the number each aimed at, and the tick is kept', async () => {
  const home = fileHome(document, 'Zhanggui 0.1.0');
  const decision = { text: 'fewer late', aim: 'late', was: 5, done: null } as const;
  const since = {
    week: '2026-W46',
    frozenAt: '2026-11-15T10:00:00Z',
    program: 'Zhanggui 0.1.0',
    decisions: [{ ...decision, now: 2 }],
    numbers: [{ aim: 'late', was: 5, now: 2 }],
    forecast: null,
  } as const;
  await mount({ ...review, since }, home);
  const section = at('.since');
  expect(section.textContent).toContain('Promises late: 5 then, 2 now');
  expect(section.textContent).toContain('not ticked yet');
  const box = at<HTMLInputElement>('.since input[type=checkbox]');
  box.checked = true;
  await act(async () => void fireEvent.change(box));
  await until(() => expect(section.textContent).toContain('done'));
  expect((await home.readWork('2026-W46')).decisions).toEqual([{ ...decision, done: true }]);
});

test('what was forecast a week ago is told beside what came', async () => {
  const looked = { expected: 30, interval: [20, 42], actual: 12, inside: false } as const;
  const forecast = { period: { from: '2026-11-16', to: '2026-11-22' }, orders: looked, revenue: looked };
  const since = {
    week: '2026-W46',
    frozenAt: '2026-11-15T10:00:00Z',
    program: null,
    decisions: [],
    numbers: [],
    forecast,
  };
  await mount({ ...review, since }, fileHome(document, 'Zhanggui'));
  const text = at('.forecast').textContent;
  expect(text).toContain('this letter said 30 orders (20–42); 12 came, outside the range');
});

test('the people of the week are listed to be worked through; a buyer of the book leads to the panel', async () => {
  const row = { buyer: 'b1', name: 'Anna', known: true, day: '2026-11-20', what: '' };
  const stranger = { ...row, buyer: 'x', name: 'x-17', known: false };
  const empty = { count: 0, rows: [] };
  const people = {
    new: { count: 40, rows: [stranger] },
    returned: empty,
    nearlyLost: { count: 1, rows: [row] },
    graduated: empty,
    birthdays: { count: 1, rows: [{ ...row, what: 'birthday' }] },
    runOuts: empty,
  };
  const home = { ...fileHome(document, 'Zhanggui'), buyerPage: (buyer: string) => `/panel?${buyer}` };
  await mount({ ...review, people }, home);
  expect(at<HTMLAnchorElement>('.people a.buyer').getAttribute('href')).toBe('/panel?b1');
  expect(at('.people').textContent).toContain('and 39 more');
  expect([...root.querySelectorAll('.people h3')].map((h3) => h3.firstChild?.textContent?.trim())).toEqual([
    'Nearly lost',
    'Days to remember',
    'New',
  ]);
});

test('the platform’s scores are typed in as they are shown; what is no score is refused with a word', async () => {
  const saved: unknown[] = [];
  const home = {
    ...fileHome(document, 'Zhanggui'),
    saveScores: async (row: unknown) => saved.push(row) > 0,
  };
  await mount(review, home);
  const form = at<HTMLFormElement>('form.scores');
  const [described, service] = [...form.querySelectorAll<HTMLInputElement>('input')];
  const put = async (field: HTMLInputElement, value: string) => {
    field.value = value;
    await act(async () => void fireEvent.input(field));
  };
  await put(described!, 'good');
  await act(async () => void fireEvent.submit(form));
  expect(form.textContent).toContain('A score is a number');
  expect(saved).toEqual([]);
  await put(described!, '4.9');
  await put(service!, '4,8');
  await act(async () => void fireEvent.submit(form));
  await until(() => expect(saved).toHaveLength(1));
  expect(saved[0]).toMatchObject({ week: '2026-W47', description: 4.9, service: 4.8, delivery: null });
  expect(at('#platform-scores-table').textContent).toContain('4.9');
});

test('what is counted stands before the models are done; a letter cut short is none', async () => {
  let finish: (kind: 'review' | 'cancelled') => void = () => undefined;
  const done = new Promise<'review' | 'cancelled'>((resolve) => {
    finish = resolve;
  });
  const counted = { ...review, clv: null, clvReason: 'Being estimated …' };
  const source: DataSource = {
    kind: 'files',
    load: async (_, { first }) => {
      first?.(counted);
      const kind = await done;
      return kind === 'review' ? { kind, review, refused: [] } : { kind };
    },
  };
  const mounting = mountNotebook(root, { source, lang: 'en', home: fileHome(document, 'Zhanggui') });
  await until(() => expect(root.querySelector('.findings li')).not.toBeNull());
  await until(() => expect(button(/^Put/).disabled).toBe(true));
  expect(document.documentElement.dataset.ready).toBeUndefined();
  finish('cancelled');
  await mounting;
  await until(() => expect(root.querySelector('.letter')).toBeNull());
  expect(root.querySelector('[role=status]')?.textContent).toContain('Stopped');
});

test('what is being typed stays while the letter is drawn anew around it', async () => {
  let redraw: (shown: Review) => void = () => undefined;
  const source: DataSource = {
    kind: 'files',
    load: (_, { first }) => {
      first?.({ ...review, clv: null, clvReason: 'Being estimated …' });
      return new Promise((resolve) => {
        redraw = (shown) => resolve({ kind: 'review', review: shown, refused: [] });
      });
    },
  };
  const mounting = mountNotebook(root, { source, lang: 'en', home: fileHome(document, 'Zhanggui') });
  await until(() => expect(root.querySelector('.decisions input')).not.toBeNull());
  const field = at<HTMLInputElement>('.decisions input');
  field.value = 'wrap tw';
  await act(async () => void fireEvent.input(field));
  redraw(review);
  await act(() => mounting.then(() => undefined));
  expect(at<HTMLInputElement>('.decisions input').value).toBe('wrap tw');
  await type(at('.decisions input'), 'wrap twice');
  await until(() => expect(at<HTMLInputElement>('.decisions input').value).toBe('wrap twice'));
  await until(() => expect(at('.decisions .aside').textContent).toBe('Saved'));
});
