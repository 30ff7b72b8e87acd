import { addNote } from '@extension/book/actions/notes';
import { Dexie } from 'dexie';
import { expect, it, vi } from 'vitest';
import { wang } from '../desk';
import { aComputer } from './computer';

/** The power goes in the first second of a new shop: every call of the files that are being made, one after the other. */
it('a power cut while the very first files are made leaves an empty book or a whole one (F-03)', async () => {
  // Each start that finds no journal says so.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  let acked = 0;
  for (let call = 1; ; call++) {
    const computer = aComputer();
    computer.disk.failAt(call, 'die');
    const first = await computer.page(2_000);
    const saved = (await addNote(first.book, wang, 'the first of all')).ok;
    const reached = computer.disk.calls() >= call;
    computer.kill();
    computer.disk.cutPower();
    computer.disk.failAt(0);
    const again = await computer.page();
    const notes = (await again.book.db.notes.toArray()).map(({ text }) => text);
    expect(notes, `call ${call}`).toEqual(saved ? ['the first of all'] : notes.slice(0, 1));
    expect((await addNote(again.book, wang, 'and goes on')).ok, `call ${call}`).toBe(true);
    computer.kill();
    if (saved) acked++;
    if (!reached) break;
  }
  expect(acked).toBeGreaterThan(0);
  expect(await Dexie.exists('zhanggui')).toBe(true);
});
