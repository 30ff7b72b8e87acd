import { en } from '@shared/i18n/en';
import { zhCN } from '@shared/i18n/zh-CN';
import { zhTW } from '@shared/i18n/zh-TW';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { ROOT, read, sources } from './tree';

const LANGUAGES = { 'zh-CN': zhCN, 'zh-TW': zhTW } as Record<string, Record<string, string>>;
const ENGLISH = en as Record<string, string>;

/** The names a sentence fills in. */
const holes = (sentence: string) =>
  [...new Set([...sentence.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort();

describe.each(Object.entries(LANGUAGES))('%s', (_, words) => {
  test('has exactly the keys of English', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(ENGLISH).sort());
  });

  test('fills in what English fills in', () => {
    const different = Object.keys(ENGLISH).filter(
      (key) => JSON.stringify(holes(words[key] ?? '')) !== JSON.stringify(holes(ENGLISH[key] ?? '')),
    );
    expect(different).toEqual([]);
  });

  test('leaves nothing empty', () => {
    expect(Object.keys(words).filter((key) => words[key]?.trim() === '')).toEqual([]);
  });
});

test('one word for a buyer: 买家, never 客户 or 顾客', () => {
  expect(Object.entries(zhCN).filter(([, sentence]) => /客户|顾客/.test(sentence))).toEqual([]);
});

test('zh-TW uses its own vocabulary, not converted characters', () => {
  const mainland = /订|买家|优惠|软件|网络|默认|文件夹|鼠标|信息|信息|视频|质量/;
  expect(Object.entries(zhTW).filter(([, sentence]) => mainland.test(sentence))).toEqual([]);
});

/** Attributes a person reads. */
const SPOKEN = new Set([
  'title',
  'placeholder',
  'alt',
  'label',
  'aria-label',
  'aria-description',
  'aria-roledescription',
]);
const HAS_WORDS = /\p{L}{2,}/u;

test('no component says a word that is not in the dictionaries', () => {
  const offences: string[] = [];
  for (const path of sources(['analysis', 'extension'], ['.tsx'])) {
    const file = ts.createSourceFile(
      `${ROOT}/${path}`,
      read(path),
      ts.ScriptTarget.Latest,
      true,
      ts.ScriptKind.TSX,
    );
    const visit = (node: ts.Node): void => {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      if (ts.isJsxText(node) && HAS_WORDS.test(node.text))
        offences.push(`${path}:${line + 1} ${node.text.trim()}`);
      if (
        ts.isJsxAttribute(node) &&
        SPOKEN.has(node.name.getText()) &&
        node.initializer &&
        ts.isStringLiteral(node.initializer)
      ) {
        // A component may take the key of a sentence; the compiler knows whether there is one.
        if (!(node.initializer.text in ENGLISH) && HAS_WORDS.test(node.initializer.text))
          offences.push(`${path}:${line + 1} ${node.initializer.text}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  expect(offences).toEqual([]);
});
