import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const OUTPUT = join(import.meta.dirname, '../../.output');

describe.each(['chrome-mv3', 'firefox-mv3'])('the script in the chat page, %s', (build) => {
  const file = join(OUTPUT, build, 'chat.js');

  it.skipIf(!existsSync(file))('carries no schema library, no view, no dictionary, no book', () => {
    const code = readFileSync(file, 'utf8');
    for (const foreign of [
      'valibot',
      'preact',
      'dexie',
      'Dexie',
      '非聊天页',
      'eval(',
      'new Function',
      'postMessage',
    ]) {
      expect(code).not.toContain(foreign);
    }
  });
});
