import { KEY_STRENGTHS } from '@shared/records/account';
import * as v from 'valibot';
import { CHAT_STATUSES, type ChatState } from './chat-state';
import type { ChatAnswer, FillResult, KnownSite } from './protocol';

/**
 * What may come in from a content script, with the limits it promises to keep. Anything larger was not sent by
 * our reader.
 */
const text = v.pipe(v.string(), v.maxLength(400));
const key = v.pipe(v.string(), v.maxLength(500));
const instant = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const label = v.object({ zh: text, en: text });
const several = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(item), v.maxLength(most), v.readonly());

const buyer = v.object({
  platform: key,
  strength: v.picklist(KEY_STRENGTHS),
  key,
  name: text,
  masked: v.boolean(),
  sure: v.boolean(),
});

const message = v.object({
  id: key,
  side: v.picklist(['buyer', 'seller', 'system', 'unknown']),
  text,
  at: v.nullable(instant),
});

const row = v.object({
  key,
  name: text,
  unread: count,
  preview: text,
  active: v.boolean(),
  waitingSince: v.nullable(instant),
  waitExact: v.boolean(),
  place: v.nullable(count),
});

export const chatStateSchema = v.object({
  status: v.picklist(CHAT_STATUSES),
  missing: several(key, 20),
  won: v.optional(v.record(v.pipe(v.string(), v.maxLength(20)), v.pipe(v.string(), v.maxLength(20)))),
  adapterId: key,
  label,
  host: key,
  buyer: v.nullable(buyer),
  candidates: several(text, 10),
  conversation: v.nullable(key),
  messages: several(message, 50),
  orderNumbers: several(key, 40),
  rows: v.nullable(several(row, 100)),
  draft: text,
  selection: text,
}) satisfies v.GenericSchema<unknown, ChatState>;

export const chatAnswerSchema = v.object({
  state: chatStateSchema,
  frameId: count,
}) satisfies v.GenericSchema<unknown, ChatAnswer>;

export const fillResultSchema = v.union([
  v.object({ ok: v.literal(true) }),
  v.object({
    ok: v.literal(false),
    reason: v.picklist(['no-box', 'changed', 'has-draft', 'not-verified', 'no-page']),
  }),
]) satisfies v.GenericSchema<unknown, FillResult>;

export const helloSchema = v.object({ url: v.pipe(v.string(), v.maxLength(4000)) });

export const knownSitesSchema = v.array(
  v.object({ id: key, label, matches: v.array(key), held: v.boolean(), own: v.boolean(), seen: key }),
) satisfies v.GenericSchema<unknown, readonly KnownSite[]>;
