import type { Adapter } from '@extension/chat/adapter';
import type { PickRefusal, Step } from '@extension/chat/teach/steps';
import type { ChatState } from './chat-state';

/** Name of the line between the panel that teaches and the picker in a page. */
export const TEACH_LINE = 'teach';

/** What the panel tells the picker. `say` is what the seller is asked, in the panel's language. */
export type PickerCommand =
  | { readonly do: 'pick'; readonly step: Step; readonly say: string }
  | { readonly do: 'rest' }
  | { readonly do: 'forget'; readonly step: Step }
  /** The description the page has so far. */
  | { readonly do: 'base'; readonly base: Adapter | null }
  | { readonly do: 'preview'; readonly day: string };

/** What the picker tells the panel. */
export type PickerWord =
  | { readonly told: 'picked'; readonly step: Step; readonly words: string }
  | { readonly told: 'refused'; readonly step: Step; readonly why: PickRefusal }
  | { readonly told: 'left' }
  | {
      readonly told: 'preview';
      readonly adapter: Adapter;
      readonly state: ChatState;
      readonly box: boolean;
    };

/** Our own panel speaks; still, it may be of another version than this script. */
export function isPickerCommand(message: unknown): message is PickerCommand {
  return typeof message === 'object' && message !== null && 'do' in message;
}
