import type { Envelope } from '@shared/records/envelope';
import type { Frozen } from '@shared/records/freeze-file';
import { derivedId, newId } from '@shared/records/id';
import type { PlatformScore } from '@shared/records/platform-score';
import type { Ack } from '../ack';
import { creating } from '../changes';
import type { OpenBook } from '../open';

/** Puts a week away (P24). A week put away twice stands twice: what was kept is never written over. */
export function freezeWeek(book: OpenBook, frozen: Frozen): Promise<Ack> {
  const change = creating('freezes', newId(book.world), frozen);
  return book.commit({ name: 'freeze-week', plan: { buyerId: null, changes: [change] } });
}

/** A platform's own scores of one week, as its pages show them (J6). */
export type PlatformScoreInput = Omit<PlatformScore, keyof Envelope>;

/** Writes down what a platform says of the shop in a week; said again, it replaces what was said before. */
export function savePlatformScores(book: OpenBook, input: PlatformScoreInput): Promise<Ack> {
  const id = derivedId('platform-score', input.platform, input.week);
  const change = creating('platformScores', id, input);
  return book.commit({ name: 'save-platform-scores', plan: { buyerId: null, changes: [change] } });
}
