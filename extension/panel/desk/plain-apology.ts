import type { AnyTranslate } from '@extension/ui/more';
import { waitWords } from '@extension/ui/when';
import { callOf, fillTemplate } from '@shared/text/template';
import type { Waiting } from '../queue/waiting';

/** The apology for a wait that promises nothing: what the gift test compares with. */
export function plainApology(name: string, waiting: Waiting | null, t: AnyTranslate): string {
  return fillTemplate(t('desk.coin.say'), {
    call: callOf(name, t('panel.say.call')),
    ahead: waiting && waiting.place > 1 ? String(waiting.place - 1) : null,
    waited: waiting ? waitWords(waiting.seconds, waiting.exact, t) : null,
  }).text;
}
