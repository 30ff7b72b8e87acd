import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = join(process.cwd(), 'analysis/notebook/style');
/** How what is owed stands is written as a class beside `when`. */
const STANDINGS = ['late', 'due', 'near', 'pending'];

test('no style sheet of the page draws a standing by its bare name: the days of the lists would become boxes', () => {
  const rules = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) => readFileSync(join(FOLDER, file), 'utf8').match(/[^{}]+(?=\{)/g) ?? [])
    .flatMap((selectors) => selectors.split(',').map((one) => one.trim()));
  expect(rules.length).toBeGreaterThan(50);
  expect(rules.filter((rule) => STANDINGS.some((name) => rule.startsWith(`.${name}`)))).toEqual([]);
});
