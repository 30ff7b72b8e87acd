import { editBuyer } from '@extension/book/actions/buyers';
import { recordPromise } from '@extension/book/actions/promises';
import { remoteJobs } from '@extension/book/backups/remote';
import { saveFile, takeFile } from '@extension/book/backups/take';
import { bookName } from '@extension/book/generations';
import { type OpenBook, openBook } from '@extension/book/open';
import { wholeBook } from '@extension/book/reads/whole';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { anna, done, freshBook, promiseOf, type TestWorld, testWorld, wang } from '../desk';

/** Two computers began with one book, and both went on writing in it. */
let world: TestWorld;
let here: OpenBook;
/** The file both began with. */
let common: Blob;
beforeEach(async () => {
  world = testWorld();
  here = await freshBook(world);
  done(await editBuyer(here, anna, { phone: '13900000000', address: 'Lane 1' }));
  done(await editBuyer(here, wang, { phone: '13800000000' }));
  common = await fileOf(here);
});
afterEach(() => here.close());

const fileOf = async (book: OpenBook) => (await saveFile(book, remoteJobs(book), null)).file;

/** What the other computer makes of the common book; this one is its book again afterwards. */
async function elsewhere(at: string, work: () => Promise<unknown>): Promise<Blob> {
  const mine = await fileOf(here);
  await take(common);
  world.at(at);
  await work();
  const theirs = await fileOf(here);
  await take(mine);
  return theirs;
}

async function take(file: Blob, way: 'replace' | 'merge' = 'replace') {
  const jobs = remoteJobs(here);
  await jobs.look(bookName(here.generation), file, null, () => undefined);
  const taken = await takeFile(here, jobs, way);
  if (!taken.ok) throw new Error('the file was not taken');
  here.close();
  here = await openBook(world);
}

async function clashes(file: Blob) {
  const answer = await remoteJobs(here).look(bookName(here.generation), file, null, () => undefined);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.looked.clashes;
}

it('what both have written is shown with both wordings and the one before; a merge keeps the later', async () => {
  world.at('2026-11-23T04:00:00Z');
  done(await editBuyer(here, anna, { phone: '13911111111' }));
  const theirs = await elsewhere('2026-11-24T04:00:00Z', async () => {
    done(await editBuyer(here, anna, { phone: '13922222222', address: 'Lane 2' }));
    done(await editBuyer(here, wang, { phone: '13833333333' }));
  });
  const { count, shown } = await clashes(theirs);
  // The address and the other buyer were changed there alone: no two wordings stand against each other.
  expect(count).toBe(1);
  expect(shown).toMatchObject([
    {
      table: 'buyers',
      field: 'phone',
      here: '13911111111',
      there: '13922222222',
      before: '13900000000',
      stays: 'there',
    },
  ]);
  await take(theirs, 'merge');
  expect((await wholeBook(here)).buyers.map(({ phone }) => phone).sort()).toEqual([
    '13833333333',
    '13922222222',
  ]);
});

it('the later wording is the one of here when it was written later', async () => {
  const theirs = await elsewhere('2026-11-24T04:00:00Z', () =>
    editBuyer(here, anna, { phone: '13922222222' }),
  );
  world.at('2026-11-25T04:00:00Z');
  done(await editBuyer(here, anna, { phone: '13911111111' }));
  expect((await clashes(theirs)).shown).toMatchObject([{ stays: 'here', who: 'Anna' }]);
});

it('there is none in an older copy of the same book, nor where only one side went on', async () => {
  world.at('2026-11-23T04:00:00Z');
  done(await editBuyer(here, anna, { phone: '13911111111' }));
  done(await recordPromise(here, anna, promiseOf()));
  expect(await clashes(common)).toEqual({ count: 0, shown: [] });
  const later = await fileOf(here);
  await take(common);
  expect(await clashes(later)).toEqual({ count: 0, shown: [] });
});
