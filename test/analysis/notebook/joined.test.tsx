// @vitest-environment happy-dom
import { Joined } from '@analysis/notebook/text/Joined';
import { render } from '@testing-library/preact';
import { expect, test } from 'vitest';

const number = (text: string) => <button type="button">{text}</button>;

test('a number keeps the marks beside it on its line, and no word with them', () => {
  const { container } = render(
    <Joined parts={['（其中 ', number('1'), ' 笔（', number('¥111'), '）。再看', number('3'), '。']} />,
  );
  expect(container.textContent).toBe('（其中 1 笔（¥111）。再看3。');
  expect([...container.querySelectorAll('.held')].map((held) => held.textContent)).toEqual([
    '（¥111）。',
    '3。',
  ]);
});

test('words alone are words alone', () => {
  const { container } = render(<Joined parts={['。只有话（']} />);
  expect(container.innerHTML).toBe('。只有话（');
});
