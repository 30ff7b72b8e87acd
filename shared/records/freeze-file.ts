import * as v from 'valibot';
import { freezeSchema } from './freeze';

/** What a file of a week put away calls itself. */
export const FREEZE_FORMAT = 'zhanggui/freeze';

const { week, takenAt, program, inputs, review, notes, decisions } = freezeSchema.entries;
const frozenSchema = v.object({ week, takenAt, program, inputs, review, notes, decisions });
const fileSchema = v.object({
  format: v.literal(FREEZE_FORMAT),
  version: v.literal(1),
  ...frozenSchema.entries,
});

/** A week put away, without the envelope of the book's record: what travels as a file. */
export type Frozen = v.InferOutput<typeof frozenSchema>;

/** A week put away, as a file. */
export function freezeFile(frozen: Frozen): string {
  return `${JSON.stringify({ format: FREEZE_FORMAT, version: 1, ...v.parse(frozenSchema, frozen) }, null, 1)}\n`;
}

/** Whether a text says of itself that it is a week put away. */
export function isFreezeFile(text: string): boolean {
  return /^[\s\ufeff]*\{\s*"format"\s*:\s*"zhanggui\/freeze"/.test(text);
}

/** The week in a file; `null` where it is something else, was cut off, or is not of this shape. */
export function readFreezeFile(text: string): Frozen | null {
  if (!isFreezeFile(text)) return null;
  try {
    const read = v.safeParse(fileSchema, JSON.parse(text.replace(/^\ufeff/, '')));
    return read.success ? withoutFormat(read.output) : null;
  } catch {
    return null;
  }
}

function withoutFormat({ format: _, version: __, ...frozen }: v.InferOutput<typeof fileSchema>): Frozen {
  return frozen;
}
