import type { Action } from '@shared/records/action';
import { type Book, emptyBook } from '@shared/records/book';
import type { Buyer } from '@shared/records/buyer';
import type { Note } from '@shared/records/note';
import type { Setting } from '@shared/records/shop';
import { nextStamp } from '@shared/records/stamp';
import fc from 'fast-check';

/** Few enough that two books meet often. */
const ids = fc.constantFrom('a', 'b', 'c', 'd');
const stamp = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom('owner', 'clerk'))
  .map(([time, seat]) => nextStamp(null, time, seat));
/** Any text, lone surrogates included: what a hostile page may have left. */
const text = fc.string({ unit: 'binary', maxLength: 12 });

function envelope(fields: readonly string[]) {
  return fc.record({
    id: ids,
    schema: fc.constant(1),
    seat: fc.constantFrom('owner', 'clerk'),
    deleted: fc.boolean(),
    stamps: fc.record(Object.fromEntries([...fields, 'deleted'].map((field) => [field, stamp]))),
  });
}

export const anyNote: fc.Arbitrary<Note> = fc
  .tuple(
    envelope(['buyerId', 'text', 'notedAt', 'pinned', 'by']),
    fc.record({
      buyerId: ids,
      text,
      notedAt: fc.constantFrom('2026-11-22T12:00:00Z', '2026-11-23T12:00:00.5Z'),
      pinned: fc.boolean(),
      by: text,
    }),
  )
  .map(([head, fields]) => ({ ...head, ...fields }));

const anyBuyer: fc.Arbitrary<Buyer> = fc
  .tuple(
    envelope(['name']),
    fc.record({
      name: text,
      attitude: text,
      source: text,
      grade: text,
      phone: text,
      address: text,
      tags: fc.array(text, { maxLength: 3 }),
      facts: fc.array(text, { maxLength: 3 }),
      caution: fc.option(text),
      since: fc.constant('2026-11-22'),
      cautionEvidence: text,
      moves: fc.uniqueArray(fc.constantFrom('face' as const, 'bargain' as const), { maxLength: 2 }),
      custom: fc.array(fc.record({ name: text, value: text }), { maxLength: 2 }),
      area: text,
      mayBeMentioned: fc.boolean(),
      mayBeWritten: fc.boolean(),
      mergedInto: fc.option(ids),
      sample: fc.boolean(),
    }),
  )
  .map(([head, fields]) => ({ ...head, ...fields }));

const anySetting: fc.Arbitrary<Setting> = fc
  .tuple(envelope(['value']), fc.record({ key: text, value: fc.jsonValue({ maxDepth: 3 }) }))
  .filter(([, { value }]) => !/__proto__|constructor|prototype/.test(JSON.stringify(value)))
  // JSON knows no minus zero.
  .map(([head, fields]) => ({
    ...head,
    ...(JSON.parse(JSON.stringify(fields)) as Pick<Setting, 'key' | 'value'>),
  }));

const anyAction: fc.Arbitrary<Action> = fc.record({
  id: ids,
  name: fc.constantFrom('add-note', 'undo'),
  seat: fc.constant('owner'),
  stamp,
  at: fc.constant('2026-11-22T12:00:00Z'),
  buyerId: fc.option(ids),
  changes: fc.array(fc.record({ table: fc.constant('notes' as const), id: ids, set: fc.record({ text }) }), {
    maxLength: 2,
  }),
  inverse: fc.constant([]),
  undoes: fc.option(ids),
});

const table = <T extends { readonly id: string }>(row: fc.Arbitrary<T>) =>
  fc.uniqueArray(row, { selector: (one) => one.id, maxLength: 4 });

export const anyBook: fc.Arbitrary<Book> = fc
  .record({ notes: table(anyNote), buyers: table(anyBuyer), settings: table(anySetting) })
  .map((tables) => ({ ...emptyBook(), ...tables }));

export const anyHistory: fc.Arbitrary<readonly Action[]> = table(anyAction);
