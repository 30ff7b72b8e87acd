import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FillRequest, FillResult } from '@extension/messaging/protocol';
import { bundleForPage, root } from './bundle';

/** The editors chats are built with, by the names of `editors/index.mjs`. */
export const EDITOR_NAMES = [
  'React textarea',
  'Vue textarea',
  'Quill 1',
  'Quill 2',
  'ProseMirror',
  'Lexical',
  'Draft.js',
  'Slate',
  'CKEditor 5',
] as const;
export type EditorName = (typeof EDITOR_NAMES)[number];

/** One way of writing that was tried, and whether the editor still held what it held before. */
export interface Tried {
  readonly way: string;
  readonly untouched: boolean;
}

export interface Filled {
  readonly result: FillResult;
  /** What the editor itself believes it holds. */
  readonly model: string;
  readonly tried: readonly Tried[];
  /** Keys, clicks and sending that the page saw. */
  readonly pressed: readonly string[];
}

/** What the script puts into the page. */
export interface EditorPage {
  mount(name: EditorName): Promise<void>;
  model(): string;
  caret(): void;
  fill(text: string, draft: FillRequest['draft']): Promise<Filled>;
}

declare global {
  interface Window {
    editors: EditorPage;
  }
}

/**
 * Real editors, and a look at everything that happens to them.
 *
 * @param insertion where our part runs: in the same script, or in an extension's (`editorExtension`)
 */
export const editorScript = (insertion: 'here' | 'extension'): Promise<string> =>
  bundleForPage(
    'editors',
    `
import { EDITORS } from '${root}/test/e2e/support/editors/index.mjs';
${insertion === 'here' ? "import { insertText } from '@extension/chat/insert/insert';" : 'const insertText = null;'}
import { start } from '${root}/test/e2e/support/editor-page';
export { fill, mount, model, caret } from '${root}/test/e2e/support/editor-page';
start(EDITORS, insertText);
`,
  );

/** A folder with an extension that does nothing but put texts in when its page asks. Only ever loaded by a test. */
export async function editorExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhanggui-editors-'));
  const source = `import '${root}/test/e2e/support/editor-content';`;
  await writeFile(join(folder, 'content.js'), await bundleForPage('content', source));
  const manifest = {
    manifest_version: 2,
    name: 'Editors',
    version: '1',
    browser_specific_settings: { gecko: { id: 'editors@zhanggui.test' } },
    content_scripts: [{ matches: ['http://127.0.0.1/*', 'http://localhost/*'], js: ['content.js'] }],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

/** An empty page at an address an extension may enter. */
export async function serveBlank(): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end('<!doctype html><title>Blank</title><main></main>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
