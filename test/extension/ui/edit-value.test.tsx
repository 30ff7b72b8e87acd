// @vitest-environment happy-dom
import { EditValue } from '@extension/ui/EditValue';
import { WordsProvider } from '@extension/ui/words';
import { translator } from '@shared/i18n';
import { loadMore } from '@shared/i18n/more';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

beforeAll(() => loadMore('en'));
afterEach(cleanup);

/** A field that is being edited, and a way to have another window change what is stored. */
function editing(reads: (text: string) => boolean | undefined = () => undefined) {
  const onSave = vi.fn(reads);
  const onLeave = vi.fn();
  const at = (start: string) => (
    <WordsProvider words={{ lang: 'en', t: translator('en') }}>
      <EditValue label="Grade" start={start} onSave={onSave} onLeave={onLeave} />
    </WordsProvider>
  );
  const { rerender } = render(at('old'));
  const field = () => screen.getByLabelText('Grade') as HTMLInputElement;
  const type = (text: string) => {
    field().value = text;
    fireEvent.keyDown(field(), { key: 'Enter' });
  };
  return { onSave, onLeave, type, elsewhere: (text: string) => rerender(at(text)) };
}

describe('a value that another window changes while it is edited', () => {
  it('is not written over: all three wordings are shown, and one is taken', async () => {
    for (const [button, saved] of [
      ['Take mine', 'mine'],
      ['Back to before', 'old'],
    ] as const) {
      const { onSave, type, elsewhere } = editing();
      elsewhere('theirs');
      type('mine');
      expect(onSave).not.toHaveBeenCalled();
      const shown = (await screen.findByRole('alertdialog')).textContent;
      for (const wording of ['mine', 'theirs', 'old']) expect(shown).toContain(wording);
      fireEvent.click(screen.getByRole('button', { name: button }));
      expect(onSave.mock.calls).toEqual([[saved]]);
      cleanup();
    }
  });

  it('stays as the other window wrote it when that is chosen, or when nothing was typed here', async () => {
    const { onSave, onLeave, type, elsewhere } = editing();
    elsewhere('theirs');
    type('mine');
    fireEvent.click(await screen.findByRole('button', { name: 'Leave the book’s' }));
    expect(onLeave).toHaveBeenCalledOnce();
    cleanup();
    const again = editing();
    again.elsewhere('theirs');
    again.type('old');
    expect(again.onLeave).toHaveBeenCalledOnce();
    expect([...onSave.mock.calls, ...again.onSave.mock.calls]).toEqual([]);
  });

  it('is saved at once when nobody else was there, or both wrote the same', () => {
    const { onSave, type } = editing();
    type('mine');
    expect(onSave.mock.calls).toEqual([['mine']]);
    cleanup();
    const again = editing();
    again.elsewhere('same');
    again.type('same');
    expect(again.onSave.mock.calls).toEqual([['same']]);
  });
});

it('what can’t be read stays open, to be mended or left', () => {
  const { onSave, onLeave, type } = editing((text) => text !== 'ten');
  type('ten');
  type('10');
  expect(onSave.mock.calls).toEqual([['ten'], ['10']]);
  cleanup();
  const again = editing(() => false);
  again.type('ten');
  fireEvent.keyDown(screen.getByLabelText('Grade'), { key: 'Escape' });
  expect(again.onLeave).toHaveBeenCalledOnce();
  expect(onLeave).not.toHaveBeenCalled();
});
