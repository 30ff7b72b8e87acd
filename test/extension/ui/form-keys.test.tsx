// @vitest-environment happy-dom
import { FormFoot } from '@extension/ui/FormFoot';
import { formKeys } from '@extension/ui/form-keys';
import { WordsProvider } from '@extension/ui/words';
import { translator } from '@shared/i18n';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(cleanup);

function show({ lines = false } = {}) {
  const answers: (() => void)[] = [];
  const save = vi.fn(() => new Promise<void>((answer) => answers.push(answer)));
  const leave = vi.fn();
  render(
    <WordsProvider words={{ lang: 'en', t: translator('en') }}>
      <form {...formKeys({ save, leave, lines })}>
        <textarea aria-label="Words" />
        <FormFoot fault="panel.form.whatMissing" saveKey="↵" onLeave={leave} />
      </form>
    </WordsProvider>,
  );
  const words = screen.getByLabelText('Words');
  const enter = (more: object = {}) => fireEvent.keyDown(words, { key: 'Enter', ...more });
  return { save, leave, words, enter, answer: () => answers.shift()?.() };
}

it('Enter saves, once until the book has answered; Shift-Enter begins a line', async () => {
  const { save, enter, answer } = show();
  enter({ shiftKey: true });
  expect(save).not.toHaveBeenCalled();
  enter();
  enter();
  expect(save).toHaveBeenCalledOnce();
  answer();
  await vi.waitFor(() => {
    enter();
    expect(save).toHaveBeenCalledTimes(2);
  });
});

it('where lines are written Enter begins one, and Ctrl-Enter saves', () => {
  const { save, enter } = show({ lines: true });
  expect(enter()).toBe(true);
  expect(save).not.toHaveBeenCalled();
  expect(enter({ ctrlKey: true })).toBe(false);
  expect(save).toHaveBeenCalledOnce();
});

it('an input method keeps its Enter and its Esc', () => {
  const { save, leave, words, enter } = show();
  expect(enter({ isComposing: true })).toBe(false);
  fireEvent.keyDown(words, { key: 'Escape', isComposing: true });
  expect(save).not.toHaveBeenCalled();
  expect(leave).not.toHaveBeenCalled();
});

it('Esc and the button leave; Enter on a button is the button’s; what is wrong is read out', () => {
  const { save, leave, words } = show();
  const cancel = screen.getByRole('button', { name: /Cancel/ });
  expect(fireEvent.keyDown(cancel, { key: 'Enter' })).toBe(true);
  expect(save).not.toHaveBeenCalled();
  fireEvent.keyDown(words, { key: 'Escape' });
  fireEvent.click(cancel);
  expect(leave).toHaveBeenCalledTimes(2);
  expect(screen.getByRole('alert').textContent).toBe(translator('en')('panel.form.whatMissing'));
});
