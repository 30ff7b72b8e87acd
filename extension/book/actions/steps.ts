import type { Change } from '@shared/records/action';
import { newId } from '@shared/records/id';
import type { Step } from '@shared/records/step';
import type { Ack } from '../ack';
import { creating } from '../changes';
import type { OpenBook } from '../open';
import { type Moment, missing, momentOf, present } from './common';

/** What a step says; who and when is the moment's. */
export type StepInput = Pick<Step, 'about' | 'aboutId' | 'kind' | 'text' | 'channel' | 'effect'>;

/**
 * Adds a step to a complaint, a guarantee …: evidence, so there is no way to change one. The slip of a moment
 * is undone; after that it stands.
 */
export function addStep(book: OpenBook, input: StepInput): Promise<Ack> {
  return book.commit({
    name: 'add-step',
    plan: async () => {
      const owner = await present(book, input.about, input.aboutId);
      if (!owner) return missing(input.about, input.aboutId);
      return {
        buyerId: owner.buyerId,
        changes: [stepChange(book, owner.buyerId, await momentOf(book), input)],
      };
    },
  });
}

/** The change that adds a step, for actions that do more than that. */
export function stepChange(
  book: OpenBook,
  buyerId: string,
  { at, by }: Pick<Moment, 'at' | 'by'>,
  input: StepInput,
): Change {
  return creating('steps', newId(book.world), { ...input, buyerId, at, by });
}
