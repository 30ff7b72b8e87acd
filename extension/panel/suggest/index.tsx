import './slot.css';
import type { BuyerView } from '@extension/book/reads/buyer';
import { lazily } from '@extension/ui/more';
import type { BuyerSubject } from '../state/subject';

/** What the messages of the open chat suggest, with the rules that read them: fetched with the first chat. */
const SuggestLine = lazily(async () => (await import('./SuggestLine')).SuggestLine);

export interface SuggestProps {
  readonly subject: BuyerSubject;
  readonly view: BuyerView | null;
}

/**
 * The line over the acts where one suggestion or one hint stands at a time. Its place is kept while it is empty:
 * whatever comes or goes, nothing moves under the pointer.
 */
export function SuggestSlot({ subject, view }: SuggestProps) {
  if (subject.conversation === null) return null;
  return (
    <div class="suggest-slot" aria-live="polite">
      <SuggestLine subject={subject} view={view} />
    </div>
  );
}
