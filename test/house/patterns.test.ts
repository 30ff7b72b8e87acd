import { checkSync } from 'recheck';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { read, sources } from './tree';

/**
 * No pattern in the program can be made to hang by what it reads. Only a repeated group can take exponential time;
 * those are looked at one by one. The soak looks at every pattern that runs, those of libraries too.
 */
const REPEATED_GROUP = /\)(?:[*+]|\{\d)/;
const CHECK_MS = 5_000;

interface Found {
  readonly path: string;
  readonly source: string;
  readonly flags: string;
}

function patternsIn(path: string): readonly Found[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, false, kind);
  const found: Found[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ path, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
}

const all = sources(['shared', 'analysis', 'extension']).flatMap(patternsIn);
const repeated = all.filter(({ source }) => REPEATED_GROUP.test(source));

test('patterns are found, those with repeated groups among them', () => {
  expect(all.length).toBeGreaterThan(200);
  expect(repeated.length).toBeGreaterThan(3);
});

test('none of them takes exponential time (F-72)', () => {
  const bad = repeated.filter(({ source, flags }) => {
    const found = checkSync(source, flags, { timeout: CHECK_MS });
    return found.status === 'vulnerable' && found.complexity.type === 'exponential';
  });
  expect(bad.map(({ path, source }) => `${path}: /${source}/`)).toEqual([]);
});

test('the check sees what it should', () => {
  const found = checkSync('((?:a|b)[^。]*)+c', '', { timeout: CHECK_MS });
  expect(found.status).toBe('vulnerable');
});
