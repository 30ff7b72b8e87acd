import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { read, sources } from '../../../house/tree';

// Tries F-72 of test/faults.md.

/**
 * Messages come from strangers. A pattern without unbounded repetition, run on a clause of bounded length, can't
 * be made to hang: there is nothing for it to go back over.
 */
const FOLDERS = ['extension/chat/suggest', 'shared/calendar/phrases', 'shared/red-lines'];
const FILES = [...sources(FOLDERS), 'shared/text/off.ts', 'shared/text/fold.ts', 'shared/calendar/lunar.ts'];

/** The written form of every pattern in a file: literals, and the pieces that strings are joined from. */
function patterns(path: string): string[] {
  const found: string[] = [];
  const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  const bare = (text: string) => text.replace(/\$\{[^}]*\}/g, '');
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text.slice(1, node.text.lastIndexOf('/')));
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp')
      found.push(bare(node.arguments?.[0]?.getText() ?? '').replaceAll('\\\\', '\\'));
    if (ts.isCallExpression(node) && node.expression.getText() === 'pattern')
      found.push(...node.arguments.map((part) => bare(part.getText())));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A star, a plus or an open count that is not in a class and not escaped. */
function unbounded(pattern: string): boolean {
  const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  return /[*+]|\{\d+,\}/.test(bare);
}

describe('patterns that read messages', () => {
  test('are all looked at', () => {
    expect(FILES.flatMap(patterns).length).toBeGreaterThan(300);
  });

  test('the check sees what it should', () => {
    expect(unbounded('(a+)+')).toBe(true);
    expect(unbounded('.*x')).toBe(true);
    expect(unbounded('a{2,}')).toBe(true);
    expect(unbounded('[*+]\\+.{0,8}')).toBe(false);
  });

  test.each(FILES)('%s repeats nothing without bound', (path) => {
    expect(patterns(path).filter(unbounded)).toEqual([]);
  });
});
