// @vitest-environment happy-dom
import { mountNotebook } from '@analysis/notebook/mount';
import type { DataSource, LoadResult } from '@analysis/notebook/source';
import { LANGS, type Lang } from '@shared/i18n';
import { act, cleanup, fireEvent } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nextFrame } from '../../setup/frame';
import { until } from '../../setup/until';
import { review } from './sample';

// Tries F-67, F-85 of test/faults.md.

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  delete document.documentElement.dataset.ready;
});
afterEach(async () => {
  render(null, root);
  await nextFrame();
  cleanup();
  root.remove();
});

// The sample is written in Chinese; drawn in another language it is taken as written in that one.
const inLang = (lang: Lang): LoadResult => ({ kind: 'review', review: { ...review, lang }, refused: [] });
const giving = (result: LoadResult): DataSource => ({ kind: 'embedded', load: async () => result });

async function mount(source: DataSource, lang: Lang) {
  let notebook: Awaited<ReturnType<typeof mountNotebook>> | undefined;
  await act(async () => {
    notebook = await mountNotebook(root, { source, lang });
  });
  // Sections and figures are drawn one by one; the page says when the last one stands.
  await until(() => expect(document.documentElement.dataset.ready).toBe('true'));
  return notebook!;
}

test.each(LANGS)('the whole letter stands in %s, and no word is missing', async (lang) => {
  await mount(giving(inLang(lang)), lang);
  expect(document.documentElement.lang).toBe(lang);
  expect(root.querySelectorAll('h1')).toHaveLength(1);
  // Findings, lists, decisions; since last week; six sections; waits; the inputs.
  expect(root.querySelectorAll('h2').length).toBeGreaterThanOrEqual(11);
  const text = root.textContent ?? '';
  expect(text).not.toMatch(/notebook\.|review\.|undefined|NaN|\[object|\{\w+\}/);
  for (const figure of root.querySelectorAll('figure')) {
    expect(figure.querySelector('table'), figure.id).not.toBeNull();
    const canvas = figure.querySelector('canvas');
    if (canvas) expect(canvas.getAttribute('aria-label')).toBeTruthy();
  }
});

test('numbers in sentences lead to a table that is there', async () => {
  await mount(giving({ kind: 'review', review, refused: [] }), 'en');
  const links = [...root.querySelectorAll<HTMLAnchorElement>('a.number')];
  expect(links.length).toBeGreaterThan(10);
  for (const link of links) {
    const target = link.getAttribute('href')?.slice(1) ?? '';
    expect(root.querySelector(`[id="${target}"]`), target).not.toBeNull();
  }
});

test('text from a file is shown as text, never as markup', async () => {
  const input = { ...review.inputs[0]!, file: '<script>alert(1)</script>' };
  await mount(giving({ kind: 'review', review: { ...review, inputs: [input] }, refused: [] }), 'en');
  expect(root.querySelector('script')).toBeNull();
  expect(root.textContent).toContain('<script>alert(1)</script>');
});

test('a review without any part still says what is missing and what to do', async () => {
  const parts = [
    'orders',
    'repeat',
    'cohorts',
    'clv',
    'satisfaction',
    'promises',
    'goodwill',
    'gifts',
    'complaints',
  ];
  const empty = {
    ...review,
    ...Object.fromEntries(
      parts.flatMap((part) => [
        [part, null],
        [`${part}Reason`, `No ${part}.`],
      ]),
    ),
    findings: [],
    inputs: [],
  };
  const { week: _, lists: __, lang: ___, ...bare } = empty;
  await mount(giving({ kind: 'review', review: bare, refused: [] }), 'en');
  expect(root.querySelectorAll('figure')).toHaveLength(0);
  const missing = [...root.querySelectorAll('.missing')].map((element) => element.textContent ?? '');
  // One for each question somebody can do something about, said once where two wait for the same.
  expect(missing).toHaveLength(7);
  expect(missing[0]).toMatch(/No promises\. Record what you promise/);
});

test('a refused file is named with its sentence; the review made of the others stays', async () => {
  const refused = [{ file: 'orders.xlsx', reason: 'Locked: give the password.', params: {} }];
  await mount(giving({ kind: 'review', review, refused }), 'en');
  const alert = root.querySelector('[role="alert"]');
  expect(alert?.textContent).toContain('orders.xlsx');
  expect(alert?.textContent).toContain('give the password');
  expect(root.querySelector('h1')).not.toBeNull();
});

test('work shows how far it is, and Cancel stops it', async () => {
  let asked: AbortSignal | undefined;
  const slow: DataSource = {
    kind: 'book',
    load: (_, { report, signal }) =>
      new Promise((resolve) => {
        asked = signal;
        report('measures', 0.4);
        signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }));
      }),
  };
  const mounting = mountNotebook(root, { source: slow, lang: 'en' });
  await until(() => expect(root.querySelector('progress')?.value).toBe(0.4));
  const cancel = [...root.querySelectorAll('button')].find((button) => button.textContent === 'Cancel');
  await act(async () => {
    fireEvent.click(cancel!);
    await mounting;
  });
  expect(asked?.aborted).toBe(true);
  expect(root.querySelector('progress')).toBeNull();
  expect(root.querySelector('[role="status"]')?.textContent).toContain('Stopped');
});

test('added files are computed with the book; a newer file of the same name takes the place of the old', async () => {
  const seen: string[][] = [];
  const source: DataSource = {
    kind: 'book',
    load: async ({ files }) => {
      seen.push(files.map((file) => `${file.name}:${file.size}`));
      return { kind: 'review', review, refused: [] };
    },
  };
  const notebook = await mount(source, 'en');
  await act(() => notebook.addFiles([new File(['a'], 'orders.csv'), new File(['bb'], 'reviews.csv')]));
  await act(() => notebook.addFiles([new File(['ccc'], 'orders.csv')]));
  expect(seen).toEqual([[], ['orders.csv:1', 'reviews.csv:2'], ['reviews.csv:2', 'orders.csv:3']]);
});

test('over a book the language may be changed: the review is written anew in it', async () => {
  const asked: string[] = [];
  const source: DataSource = {
    kind: 'book',
    load: async ({ lang }) => {
      asked.push(lang);
      return { kind: 'review', review: { ...review, lang }, refused: [] };
    },
  };
  const notebook = await mount(source, 'zh-CN');
  expect(root.querySelector('select')).not.toBeNull();
  await act(() => notebook.changeLang('en'));
  expect(asked).toEqual(['zh-CN', 'en']);
  expect(root.querySelector('h1')?.textContent).toMatch(/overdue/);
});

test('a letter that stands alone keeps the language it was written in, and offers no other', async () => {
  await mount(giving({ kind: 'review', review, refused: [] }), 'en');
  expect(root.querySelector('select')).toBeNull();
  expect(root.querySelector('h1')?.textContent).toMatch(/晚了/);
});

test('decisions are lines for a pen in a letter that stands alone', async () => {
  await mount(giving({ kind: 'review', review, refused: [] }), 'zh-CN');
  expect(root.querySelectorAll('.decisions .ruled')).toHaveLength(3);
  expect(root.querySelector('.decisions input')).toBeNull();
});

test('an unknown file is told what can be done here, not which option to type', async () => {
  const refused = [{ file: 'my.csv', reason: 'imports.refusedUnknown', params: { columns: 'a, b' } }];
  await mount(giving({ kind: 'refused', refused }), 'en');
  const text = root.querySelector('[role="alert"]')?.textContent ?? '';
  expect(text).toMatch(/a, b/);
  expect(text).toMatch(/Taobao/);
  expect(text).not.toMatch(/--|\{/);
});

test('a singular stays singular when its number is a link', async () => {
  const promises = { ...review.promises!, late: 1 };
  await mount(giving({ kind: 'review', review: { ...review, lang: 'en', promises }, refused: [] }), 'en');
  const sentence = () =>
    [...root.querySelectorAll('.cell p')].find((p) => p.textContent?.includes('came due'));
  await until(() => expect(sentence()).toBeDefined());
  expect(sentence()?.textContent).toContain('1 is late and still owed.');
  expect(root.querySelector('h1')?.textContent).toBe('1 promise is overdue: settle it first.');
});

test('each finding leads to the section its numbers come from', async () => {
  await mount(giving({ kind: 'review', review: { ...review, lang: 'en' }, refused: [] }), 'en');
  const links = [...root.querySelectorAll<HTMLAnchorElement>('.findings a')];
  expect(links.length).toBe(review.findings.length);
  for (const link of links) {
    await until(() => expect(root.querySelector(link.getAttribute('href') ?? '')).not.toBeNull());
  }
});
