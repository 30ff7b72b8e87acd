import * as v from 'valibot';
import { stored } from './envelope';
import { count, day, id, line, moment, since, text } from './fields';

/** What is asked: to see what the book holds, to have it erased, to have it put right; or an old file was looked at. */
export const REQUEST_KINDS = ['access', 'erasure', 'correction', 'retention'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** Days there are to answer: the month of the GDPR; the Chinese law (PIPL) says "in time", which is no later. */
export const REQUEST_DAYS = 30;

/**
 * One line of the log of requests about personal data: who asked what, when it was due and when it was done. Once
 * a buyer is erased their lines stay, and say no longer whose they were.
 */
export const requestSchema = stored({
  /** `exported` and `erased` are what `access` and `erasure` were called before there was a log. */
  kind: v.picklist([...REQUEST_KINDS, 'exported', 'erased']),
  /** When it was asked. */
  at: moment,
  /** Records it came to: handed out, erased. */
  records: count,
  by: line,
  /** Who asked, in the seller's words; '' once erased. */
  who: since(line, ''),
  /** The buyer it is about, where the book knows them. */
  aboutId: since(v.nullable(id), null),
  dueOn: since(v.nullable(day), null),
  doneAt: since(v.nullable(moment), null),
  note: since(text, ''),
});
export type PrivacyRequest = v.InferOutput<typeof requestSchema>;

/**
 * Something that was erased, a buyer or one of their orders: a salted hash of its identifier and nothing else, so
 * that no older backup and no old export brings it back.
 */
export const erasureSchema = stored({ hash: line, salt: line, erasedOn: day });
export type Erasure = v.InferOutput<typeof erasureSchema>;
