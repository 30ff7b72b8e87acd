import { describe, expect, test } from 'vitest';
import { ROOT, read, sources } from './tree';

/** `@example expression // => value` in the docs of pure functions: what the docs claim is run. */
const EXAMPLE = /@example (.+?) \/\/ => (.+?)\s*(?:\*\/)?$/gm;

const FILES = sources(['shared', 'analysis']).filter(
  (path) =>
    path.endsWith('.ts') &&
    !/analysis\/(notebook|worker|cli)\//.test(path) &&
    read(path).includes('@example '),
);

describe.each(FILES)('%s', (path) => {
  const examples: readonly (readonly [string, string])[] = [...read(path).matchAll(EXAMPLE)].map(
    (match) => [match[1]!, match[2]!] as const,
  );
  test.each(examples)('%s is %s', async (expression, value) => {
    const module = (await import(`${ROOT}/${path}`)) as Record<string, unknown>;
    const names = Object.keys(module);
    const run = (code: string): unknown =>
      new Function(...names, `return (${code});`)(...names.map((name) => module[name]));
    const [got, wanted] = [run(expression), run(value)];
    if (typeof wanted === 'number' && typeof got === 'number' && !Number.isInteger(wanted)) {
      // As many digits as the docs write down.
      const digits = value.replace(/^.*?\.|e.*$/g, '').length;
      expect(got).toBeCloseTo(wanted, Math.min(digits, 12));
    } else {
      expect(got).toEqual(wanted);
    }
  });
});
