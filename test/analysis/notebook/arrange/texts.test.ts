import { blocksOf } from '@analysis/notebook/arrange/markdown';
import type { CellText } from '@analysis/notebook/export/read-cell';
import { cellCsv, cellMarkdown, cellSentence } from '@analysis/notebook/export/texts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const table = {
  caption: 'By group',
  head: ['group', 'share'],
  rows: [
    ['a|b', '12%'],
    ['=1+1', '−3%'],
  ],
};
const cell: CellText = {
  question: 'How many *came* back?',
  sentences: ['Two of three.', 'That is 67%.'],
  figures: [{ title: '67% came back', subtitle: 'By group', table }],
  tables: [table],
  asides: ['No proof of cause.'],
  definition: 'Share.',
};

describe('a cell handed out', () => {
  test('its sentence is what it says, in one line', () => {
    expect(cellSentence(cell, ' ')).toBe('Two of three. That is 67%.');
  });

  test('its table: no spreadsheet runs anything, and a table that stands twice comes once', () => {
    const csv = cellCsv(cell, 'as of today · =cmd');
    expect(csv).toContain("'=1+1");
    expect(csv.match(/By group/g)).toHaveLength(1);
    expect(csv.startsWith('\ufeff')).toBe(true);
  });

  test('its Markdown: signs of the text are no signs of Markdown', () => {
    const text = cellMarkdown(cell, ' ');
    expect(text).toContain('## How many \\*came\\* back?');
    expect(text).toContain('| a\\|b | 12% |');
    expect(text.match(/\| group \| share \|/g)).toHaveLength(1);
  });
});

describe('a note', () => {
  test('has headings, lists, steps, quotes, emphasis', () => {
    const kinds = blocksOf('# A\n\n- b\n- c\n1. d\n> e\nf **g** *h* `i`').map(({ kind }) => kind);
    expect(kinds).toEqual(['heading', 'list', 'steps', 'quote', 'paragraph']);
    const [last] = blocksOf('f **g** *h* `i`');
    expect(last).toMatchObject({
      runs: [
        { text: 'f ', as: 'plain' },
        { text: 'g', as: 'strong' },
        { text: ' ', as: 'plain' },
        { text: 'h', as: 'emphasis' },
        { text: ' ', as: 'plain' },
        { text: 'i', as: 'code' },
      ],
    });
  });

  test('shows a link with its address, and markup as text', () => {
    const [block] = blocksOf('[kiln](https://kiln.example) <script>alert(1)</script>');
    expect(block).toMatchObject({
      runs: [{ text: 'kiln (https://kiln.example) <script>alert(1)</script>' }],
    });
  });

  test('loses no letter of plain text', () => {
    const words = fc.array(fc.stringMatching(/^[a-z0-9 你好]{1,20}$/), { maxLength: 6 });
    fc.assert(
      fc.property(words, (lines) => {
        const text = blocksOf(lines.map((line) => `w${line}`).join('\n'))
          .flatMap((block) => ('runs' in block ? block.runs : block.items.flat()))
          .map((run) => run.text)
          .join('');
        expect(text.replace(/\s/g, '')).toBe(
          lines
            .map((line) => `w${line}`)
            .join('')
            .replace(/\s/g, ''),
        );
      }),
    );
  });
});
