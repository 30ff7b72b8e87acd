// @vitest-environment happy-dom
import { recordPromise } from '@extension/book/actions/promises';
import type { OpenBook } from '@extension/book/open';
import { backupText } from '@extension/book/save-backup';
import { BackupPart } from '@extension/pages/options/Backup';
import { useActs } from '@extension/pages/use-acts';
import { WordsProvider } from '@extension/ui/words';
import { translator } from '@shared/i18n';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, promiseOf } from '../book/desk';

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
});
afterEach(() => {
  cleanup();
  book.close();
});

function Page() {
  return <BackupPart acts={useActs(book)} />;
}

function choose(text: string): void {
  render(
    <WordsProvider words={{ lang: 'en', t: translator('en') }}>
      <Page />
    </WordsProvider>,
  );
  const field = screen.getByLabelText('Restore a backup') as HTMLInputElement;
  const file = new File([text], 'backup.json', { type: 'application/json' });
  Object.defineProperty(field, 'files', { value: [file], configurable: true });
  act(() => {
    fireEvent.change(field);
  });
}

describe('restore', () => {
  it('tells what the backup holds before anything is replaced', async () => {
    done(await recordPromise(book, anna, promiseOf()));
    choose(await backupText(book));
    await screen.findByText(/Buyers 1 · Promises 1/);
    expect(screen.getByRole('button', { name: 'Put it in place' })).toBeTruthy();
    expect(await book.db.promises.count()).toBe(1);
  });

  it.each([
    ['{"hello":1}', /not a backup/],
    ['{"format":"zhanggui/backup","version":1,"made":"2026', /cut off/],
    ['', /not a backup/],
  ])('refuses %s with a sentence and offers nothing', async (text, sentence) => {
    choose(text);
    expect((await screen.findByRole('alert')).textContent).toMatch(sentence);
    expect(screen.queryByRole('button', { name: 'Put it in place' })).toBeNull();
  });
});
