import type { Action } from '@shared/records/action';
import { BOOK_TABLES, type Book, emptyBook } from '@shared/records/book';
import { RECORD_SCHEMA } from '@shared/records/envelope';
import { nextStamp } from '@shared/records/stamp';
import * as v from 'valibot';

const STAMP = '0000000003e8-0000-owner';
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗';
const GIVEN = '一乙丁大万三上下不与丑专世丙业东两严个中丰临丹为主';

/** A shop of any size: buyers with an account each, and notes about them. */
export function bigBook(buyers: number, others: number): Book {
  const envelope = (id: string) => ({ id, schema: RECORD_SCHEMA, seat: 'owner', deleted: false });
  const stamped = (fields: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(['deleted', ...Object.keys(fields)].map((field) => [field, STAMP]));
  const record = (id: string, fields: Readonly<Record<string, unknown>>) => ({
    ...envelope(id),
    stamps: stamped(fields),
    ...fields,
  });
  const notedAt = '2026-11-20T08:00:00Z';
  const people = Array.from({ length: buyers }, (_, index) => {
    const name = `${SURNAMES[index % 20]}${GIVEN[index % 24]}${GIVEN[Math.floor(index / 24) % 24]}`;
    const phone = `138${String(index).padStart(8, '0')}`;
    const facts = { tags: ['老客'], facts: [], caution: null, since: '2026-01-01' };
    return { name, attitude: '', source: '', grade: '', phone, address: '', ...facts };
  });
  const buyerOf = (index: number) => `buyer-${String(index % buyers).padStart(7, '0')}`;
  const accounts = people.map(({ name }, index) => ({
    buyerId: buyerOf(index),
    platform: 'pdd',
    strength: 'platform',
    key: String(8_240_000_000_000 + index),
    displayName: name,
  }));
  const notes = Array.from({ length: others }, (_, index) => ({
    buyerId: buyerOf(index),
    text: `第 ${index} 条：皮肤偏干，喜欢月白`,
    notedAt,
    pinned: false,
    by: 'owner',
  }));
  const full = (table: 'buyers' | 'accounts' | 'notes', rows: readonly Record<string, unknown>[]) => {
    if (rows.length === 0) return [];
    // What later fields mean when they are missing is filled in by the schema, once.
    const sample = v.parse(BOOK_TABLES[table], record('sample', rows[0]!)) as unknown as Record<
      string,
      unknown
    >;
    const { id, schema, seat, deleted, stamps, ...fields } = sample;
    return rows.map((row, index) =>
      record(`${table.slice(0, -1)}-${String(index).padStart(7, '0')}`, { ...fields, ...row }),
    );
  };
  return {
    ...emptyBook(),
    buyers: full('buyers', people),
    accounts: full('accounts', accounts),
    notes: full('notes', notes),
  } as unknown as Book;
}

/** The action by which a note of the shop was written. */
export function noteAction(
  { id, buyerId, text, notedAt, pinned, by }: Book['notes'][number],
  index: number,
): Action {
  const set = { deleted: false, buyerId, text, notedAt, pinned, by };
  return {
    id: `action-${id}`,
    name: 'add-note',
    seat: 'owner',
    stamp: nextStamp(null, 2_000 + index, 'owner'),
    at: notedAt,
    buyerId,
    changes: [{ table: 'notes', id, set }],
    inverse: [{ table: 'notes', id, set: { deleted: true } }],
    undoes: null,
  };
}
