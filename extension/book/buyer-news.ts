import type { BuyerInput } from '@analysis/imports/buyer-rows';
import type { Change } from '@shared/records/action';
import type { Buyer } from '@shared/records/buyer';
import type { SpecialDate } from '@shared/records/date';
import { derivedId } from '@shared/records/id';
import { creating, type FieldsOf } from './changes';

/** What a list of buyers may say of somebody, beside their account. */
export type ListField =
  | 'phone'
  | 'address'
  | 'area'
  | 'grade'
  | 'source'
  | 'tags'
  | 'note'
  | 'birthday'
  | 'account';

/** What the book has of somebody before a list is taken in. */
export interface KnownOf {
  readonly buyer: Buyer | null;
  readonly notes: ReadonlySet<string>;
  readonly birthday: boolean;
  /** The list's own account is among theirs. */
  readonly account: boolean;
}

export const NOBODY: KnownOf = { buyer: null, notes: new Set(), birthday: false, account: false };

const LINES = ['phone', 'address', 'area', 'grade', 'source'] as const;
/** As a date of one's own is entered by hand: five days for the parcel. */
const LEAD_DAYS = 5;

/** The fields of a buyer's file that a list knows better. An empty cell says nothing, and tags are only added. */
export function buyerFields(
  input: BuyerInput,
  { buyer }: KnownOf,
): Partial<Pick<FieldsOf<'buyers'>, (typeof LINES)[number] | 'tags'>> {
  const lines = LINES.filter((field) => input[field] !== '' && input[field] !== (buyer?.[field] ?? ''));
  const tags = [...new Set([...(buyer?.tags ?? []), ...input.tags])];
  return {
    ...Object.fromEntries(lines.map((field) => [field, input[field]])),
    ...(tags.length > (buyer?.tags.length ?? 0) ? { tags } : {}),
  };
}

/** What a list says of somebody that the book does not know yet, by name. */
export function buyerNews(input: BuyerInput, known: KnownOf): readonly ListField[] {
  return [
    ...(Object.keys(buyerFields(input, known)) as ListField[]),
    ...(input.note !== '' && !known.notes.has(input.note) ? (['note'] as const) : []),
    ...(input.birthday && !known.birthday ? (['birthday'] as const) : []),
    ...(input.key !== null && !known.account ? (['account'] as const) : []),
  ];
}

/** The note and the birthday that come with a list; who has one already keeps it. */
export function besideBuyer(
  input: BuyerInput,
  buyerId: string,
  known: KnownOf,
  { at, by }: { readonly at: string; readonly by: string },
): readonly Change[] {
  const news = new Set(buyerNews(input, known));
  const { note, birthday } = input;
  const changes: Change[] = [];
  if (news.has('note'))
    changes.push(
      creating('notes', derivedId('listed-note', buyerId, note), {
        buyerId,
        text: note,
        notedAt: at,
        pinned: false,
        by,
      }),
    );
  if (birthday && news.has('birthday'))
    changes.push(
      creating('dates', derivedId('listed-birthday', buyerId), {
        buyerId,
        personId: null,
        title: '',
        kind: 'birthday',
        calendar: birthday.lunar === true ? 'lunar' : 'solar',
        month: birthday.month,
        day: birthday.day,
        leap: birthday.leap,
        year: birthday.year,
        yearly: true,
        leadDays: LEAD_DAYS,
        note: '',
        greetedFor: null,
      }),
    );
  return changes;
}

/** A birthday of the buyer's own, not of somebody behind them. */
export function isOwnBirthday({ kind, personId, deleted }: SpecialDate): boolean {
  return kind === 'birthday' && personId === null && !deleted;
}
