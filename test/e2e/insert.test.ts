import { existsSync } from 'node:fs';
import type { Bench } from '@extension/chat/insert/insert';
import type { FillRequest, FillResult } from '@extension/messaging/protocol';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleForPage } from './support/bundle';

// Tries F-86 of test/faults.md.

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';

/** What the page counts while a text is put in: nothing may look like typing, clicking or sending. */
declare global {
  interface Window {
    chat: {
      insertText: (
        box: HTMLElement,
        request: Pick<FillRequest, 'text' | 'draft'>,
        bench: Bench,
      ) => Promise<FillResult>;
      boxText: (box: HTMLElement) => string;
    };
    pressed: string[];
  }
}

let browser: Browser;
let page: Page;
let script = '';

/** The insertion as the content script carries it, in a file of its own. */
const SOURCE = `
export { insertText } from '@extension/chat/insert/insert';
export { boxText } from '@extension/chat/insert/box';
`;

async function open(html: string): Promise<void> {
  await page.setContent(`<main>${html}<button id="send">发送</button></main>`);
  await page.addScriptTag({ content: script });
  await page.evaluate(() => {
    window.pressed = [];
    for (const kind of ['keydown', 'keypress', 'keyup', 'click', 'mousedown', 'submit']) {
      document.addEventListener(kind, () => window.pressed.push(kind), true);
    }
  });
}

function fill(
  text: string,
  draft: FillRequest['draft'] = 'refuse',
  change: { readonly firefox?: boolean; readonly leaves?: boolean; readonly composing?: boolean } = {},
): Promise<FillResult> {
  return page.evaluate(
    ({ text, draft, change }) => {
      const box = document.querySelector<HTMLElement>('#box') as HTMLElement;
      let asked = 0;
      return window.chat.insertText(
        box,
        { text, draft },
        {
          firefox: change.firefox ?? false,
          wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
          stillSame: () => {
            asked += 1;
            return !change.leaves || asked === 1;
          },
          composing: () => change.composing ?? false,
        },
      );
    },
    { text, draft, change },
  );
}

const inBox = () =>
  page.evaluate(() => window.chat.boxText(document.querySelector<HTMLElement>('#box') as HTMLElement));
const pressed = () => page.evaluate(() => window.pressed);

const OK: FillResult = { ok: true };
const LINES = '亲，久等了🙂\n\n送您一份小礼，\n随下一单寄出';

describe.skipIf(!existsSync(executablePath))('putting a text into the reply box', () => {
  beforeAll(async () => {
    script = await bundleForPage('chat', SOURCE);
    browser = await chromium.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
    page = await browser.newPage();
  }, 60_000);
  afterAll(() => browser?.close());

  describe('a plain textarea', () => {
    beforeEach(() => open('<textarea id="box"></textarea>'));

    it('takes one line and many, letter for letter, and can be undone', async () => {
      expect(await fill(LINES)).toEqual(OK);
      expect(await inBox()).toBe(LINES);
      expect(await pressed()).toEqual([]);
      await page.evaluate(() => document.execCommand('undo'));
      expect(await inBox()).toBe('');
    });

    it('leaves a draft alone, adds behind it, or takes its place: as asked', async () => {
      await page.fill('#box', '你好');
      expect(await fill('在的')).toEqual({ ok: false, reason: 'has-draft' });
      expect(await inBox()).toBe('你好');
      expect(await fill('在的', 'append')).toEqual(OK);
      expect(await inBox()).toBe('你好 在的');
      expect(await fill('换成这句', 'replace')).toEqual(OK);
      expect(await inBox()).toBe('换成这句');
    });

    it('never disturbs an input method in the middle of a word', async () => {
      expect(await fill('在的', 'append', { composing: true })).toEqual({ ok: false, reason: 'has-draft' });
      expect(await inBox()).toBe('');
    });

    it('is left alone when the buyer has changed', async () => {
      const result = await page.evaluate(() =>
        window.chat.insertText(
          document.querySelector('#box') as HTMLElement,
          { text: 'x', draft: 'refuse' },
          { firefox: false, wait: async () => {}, stillSame: () => false, composing: () => false },
        ),
      );
      expect(result).toEqual({ ok: false, reason: 'changed' });
      expect(await inBox()).toBe('');
    });
  });

  it('a textarea whose framework holds the value gets it through its own event', async () => {
    await open('<textarea id="box"></textarea>');
    await page.evaluate(() => {
      const box = document.querySelector('#box') as HTMLTextAreaElement & { model: string };
      box.model = '';
      box.addEventListener('input', () => {
        box.model = box.value;
      });
      // Like a page that swallows typing: only the setter and its event are left.
      box.addEventListener('beforeinput', (event) => event.preventDefault());
    });
    expect(await fill('在的亲')).toEqual(OK);
    expect(
      await page.evaluate(() => (document.querySelector('#box') as unknown as { model: string }).model),
    ).toBe('在的亲');
  });

  it('a box that undoes what is put in says so, and is not tried twice', async () => {
    await open('<textarea id="box"></textarea>');
    await page.evaluate(() => {
      const box = document.querySelector('#box') as HTMLTextAreaElement;
      box.addEventListener('input', () => {
        box.value = `${box.value.slice(0, 3)}!`;
      });
    });
    expect(await fill('这句话很长')).toEqual({ ok: false, reason: 'not-verified' });
    expect(await inBox()).toBe('这句话!');
  });

  describe.each([false, true])('an editable element (the way of Firefox: %s)', (firefox) => {
    it.each(['<div id="box" contenteditable="true"></div>', '<pre id="box" contenteditable="true"></pre>'])(
      '%s takes many lines',
      async (html) => {
        await open(html);
        expect(await fill(LINES, 'refuse', { firefox })).toEqual(OK);
        expect((await inBox()).replace(/\n+/g, '\n')).toBe(LINES.replace(/\n+/g, '\n'));
        expect(await pressed()).toEqual([]);
      },
    );

    it('adds behind a draft in its last block, or takes its place', async () => {
      await open('<div id="box" contenteditable="true"><p>第一段</p><p>第二段</p></div>');
      expect(await fill('补一句', 'append', { firefox })).toEqual(OK);
      expect(await inBox()).toBe('第一段\n第二段 补一句');
      expect(await fill('换成这句', 'replace', { firefox })).toEqual(OK);
      expect(await inBox()).toBe('换成这句');
    });

    it('gets nothing when the seller opens another buyer while it is made ready', async () => {
      await open('<div id="box" contenteditable="true"></div>');
      expect(await fill('给别人的话', 'refuse', { firefox, leaves: true })).toEqual({
        ok: false,
        reason: 'changed',
      });
      expect(await inBox()).toBe('');
    });
  });

  it('an editor that takes the paste itself gets the text once', async () => {
    await open('<div id="box" contenteditable="true"><p></p></div>');
    await page.evaluate(() => {
      const box = document.querySelector('#box') as HTMLElement;
      box.addEventListener('paste', (event) => {
        event.preventDefault();
        const text = event.clipboardData?.getData('text/plain') ?? '';
        setTimeout(() => box.querySelector('p')?.append(text), 50);
      });
    });
    expect(await fill('粘一次')).toEqual(OK);
    expect(await inBox()).toBe('粘一次');
  });

  it('an editor that swallows everything says so', async () => {
    await open('<div id="box" contenteditable="true"></div>');
    await page.evaluate(() => {
      const box = document.querySelector('#box') as HTMLElement;
      for (const kind of ['paste', 'beforeinput'])
        box.addEventListener(kind, (event) => event.preventDefault());
    });
    expect(await fill('进不去')).toEqual({ ok: false, reason: 'not-verified' });
    expect(await inBox()).toBe('');
  });
});
