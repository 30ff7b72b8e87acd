import * as v from 'valibot';
import { stored } from './envelope';
import { count, id, line, text } from './fields';
import { PROMISE_KINDS } from './promise';

export const TEMPLATE_CATEGORIES = [
  'greeting',
  'thanks',
  'farewell',
  'apology',
  'delay',
  'shipped',
  'promise',
  'care',
  'holiday',
  'card',
  'visit',
  'complaint',
  'other',
] as const;

/** Words at hand (P22), with variables of the reader's language (J10). */
export const templateSchema = stored({
  title: line,
  category: v.picklist(TEMPLATE_CATEGORIES),
  text,
  /** Letters that find it at once, e.g. 'fh'. */
  short: line,
  pictureIds: v.array(id),
  /** A template that promises writes the promise when it is filled. */
  promises: v.nullable(
    v.strictObject({ what: line, kind: v.picklist(PROMISE_KINDS), inDays: v.nullable(count) }),
  ),
  /** `''`: for every language. */
  language: line,
  used: count,
});
export type Template = v.InferOutput<typeof templateSchema>;
