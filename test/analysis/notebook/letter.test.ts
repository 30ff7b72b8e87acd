import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { embedReview } from '@analysis/notebook/embed';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { review } from './sample';

// Tries F-85 of test/faults.md.

let folder = '';
let page = '';
/** The page that reads exports itself. */
let files = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'letter-'));
  const configFile = fileURLToPath(new URL('../../../analysis/notebook/vite.config.ts', import.meta.url));
  await build({ configFile, build: { outDir: folder }, logLevel: 'error' });
  await build({ configFile, mode: 'files', build: { outDir: folder }, logLevel: 'error' });
  page = readFileSync(join(folder, 'index.html'), 'utf8');
  files = readFileSync(join(folder, 'files.html'), 'utf8');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policyOf = (html: string) => /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';

test('the letter is one file that asks for nothing', () => {
  // Script and style stand in it; what is left of the page is its markup.
  const markup = page.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1');
  expect(markup).not.toMatch(/\b(src|href)=/);
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
  expect(style).not.toMatch(/@import|url\(/);
  expect(page).not.toMatch(/(src|href)=["']https?:|url\(["']?https?:/);
});

test('its policy allows this script and this style, by hash, and nothing else', () => {
  const script = /<script type="module">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
  expect(script.length).toBeGreaterThan(10_000);
  expect(policyOf(page).split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

test('a review put in changes neither policy nor script', () => {
  const filled = embedReview(page, review);
  expect(policyOf(filled)).toBe(policyOf(page));
  const place = filled.indexOf('<script id="review"');
  const end = filled.indexOf('</script>', place);
  expect(filled.slice(0, place)).toBe(page.slice(0, place));
  expect(page.endsWith(filled.slice(end))).toBe(true);
});

test('the page that reads exports itself is one file too; only its own worker may run besides', () => {
  const markup = files.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1');
  expect(markup).not.toMatch(/\b(src|href)=/);
  const script = /<script type="module">([\s\S]*?)<\/script>/.exec(files)?.[1] ?? '';
  expect(script.length).toBeGreaterThan(500_000);
  expect(policyOf(files)).toContain(`script-src ${hashOf(script)};`);
  expect(policyOf(files)).toContain('worker-src blob:');
  expect(policyOf(files)).not.toMatch(/unsafe|https?:|connect-src/);
});
