import type { WordKey } from '../i18n/shop';
import type { Params } from '../i18n/translate';
import type { Action, Change } from './action';
import { ACTION_NAMES, type ActionName } from './action-name';

/** Fields that say in a few words what a record is about. */
const SAID_BY = ['what', 'title', 'text', 'name', 'number', 'key', 'adapterId', 'displayName'] as const;
/** Records that come along when somebody is met for the first time: never what an action is about. */
const COMPANIONS: ReadonlySet<string> = new Set(['buyers', 'accounts', 'orderLinks', 'parcels']);

/** A line of the timeline: a sentence of the dictionary with what it needs. */
export interface TimelineSentence {
  readonly key: WordKey;
  readonly params: Params;
}

/**
 * What an action did, as a sentence. `what` is taken from the action itself, or given by the caller when the
 * action changed only a state (the words then stand in the record).
 *
 * @example timelineSentence({ name: 'pack-parcel', changes: [] }).key // => 'records.timeline.pack-parcel'
 */
export function timelineSentence(action: Pick<Action, 'name' | 'changes'>, what?: string): TimelineSentence {
  const known = ACTION_NAMES.find((name): name is ActionName => name === action.name);
  const params = { what: what ?? whatOf(action.changes) ?? '', n: countOf(action) };
  return { key: known ? `records.timeline.${known}` : 'records.timeline.other', params };
}

/** How many an import was about: its orders, or the buyers of a list. */
function countOf({ name, changes }: Pick<Action, 'name' | 'changes'>): number {
  if (name !== 'import-buyers') return changes.filter(({ table }) => table === 'orders').length;
  return new Set(changes.map(({ table, id, set }) => (table === 'buyers' ? id : set.buyerId))).size;
}

/** The words of the records an action wrote, if it wrote any. */
export function whatOf(changes: readonly Change[]): string | null {
  const own = changes.filter((change) => !COMPANIONS.has(change.table));
  for (const change of own.length > 0 ? own : changes) {
    for (const field of SAID_BY) {
      const value = Object.hasOwn(change.set, field) ? change.set[field] : undefined;
      if (typeof value === 'string' && value !== '') return value;
    }
  }
  return null;
}
