import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../setup/browsers.mjs';
import { EDITOR_NAMES, editorScript, type Filled } from './support/editor-lab';

/** Our text in the editors chats are built with, each really running, judged by the editor's own model. */
const LINES = '亲，久等了🙂\n\n送您一份小礼，\n随下一单寄出';
const MORE = '今晚就发，\n单号稍后给您';

let browser: Browser;
let script = '';

beforeAll(async () => {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('No Chromium found: install one or set CHROME_PATH.');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  [browser, script] = await Promise.all([
    chromium.launch({ executablePath, args: sandbox }),
    editorScript('here'),
  ]);
}, 60_000);

afterAll(() => browser?.close());

const fill = (page: Page, text: string, draft: 'refuse' | 'append' | 'replace'): Promise<Filled> =>
  page.evaluate(({ text, draft }) => window.editors.fill(text, draft), { text, draft });

/** The seller's own hands. */
async function type(page: Page, words: string): Promise<void> {
  await page.evaluate(() => window.editors.caret());
  await page.keyboard.type(words);
  await page.waitForFunction((wanted) => window.editors.model().trim() === wanted, words);
}

/** The seller's hands are in the panel: another page stands in front, without the driver's pretence of focus. */
async function leave(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const beside = await page.context().newPage();
  await beside.bringToFront();
  // A page in the back draws no frames to wait for.
  await page.waitForFunction(() => !document.hasFocus(), undefined, { polling: 50 });
}

/** Editors differ in how many blank lines they keep, and which kind of space; the words and lines are the same. */
const told = (text: string) =>
  text
    .replace(/\u00a0/g, ' ')
    .replace(/\n+/g, '\n')
    .trim();

describe('the editors of real chats', () => {
  it.concurrent.each(EDITOR_NAMES)('%s', async (name) => {
    // A window of its own: the pages beside it take the focus from it alone.
    const page = await (await browser.newContext()).newPage();
    await page.addScriptTag({ content: script });
    const mount = () => page.evaluate((of) => window.editors.mount(of), name);
    /** Filled as wanted, without a key or a click; a second way was taken only when the first had done nothing. */
    const filled = async (text: string, draft: 'refuse' | 'append' | 'replace', wanted: string) => {
      const { result, model, tried, pressed } = await fill(page, text, draft);
      expect({ draft, result, model: told(model), pressed }).toEqual({
        draft,
        result: { ok: true },
        model: told(wanted),
        pressed: [],
      });
      expect(tried.filter(({ untouched }) => !untouched)).toEqual([]);
    };

    await mount();
    await filled(LINES, 'refuse', LINES);

    await mount();
    await type(page, '您好');
    expect(await fill(page, LINES, 'refuse')).toMatchObject({
      result: { ok: false, reason: 'has-draft' },
      tried: [],
      pressed: [],
    });
    await filled(MORE, 'append', `您好 ${MORE}`);
    await filled(LINES, 'replace', LINES);

    await mount();
    await type(page, '您好');
    await leave(page);
    await filled(MORE, 'append', `您好 ${MORE}`);
    await mount();
    await filled(LINES, 'refuse', LINES);
    expect(await page.evaluate(() => document.hasFocus())).toBe(false);
    await page.context().close();
  });
});
