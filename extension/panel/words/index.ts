import { lazily } from '@extension/ui/more';

/** Words at hand and prepared messages, fetched when they are first wanted. */
export const WordsPicker = lazily(async () => (await import('./WordsPicker')).WordsPicker);
export const Prepared = lazily(async () => (await import('./Prepared')).Prepared);
