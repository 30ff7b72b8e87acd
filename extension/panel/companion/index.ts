import { lazily } from '@extension/ui/more';

/** What belongs to work beside a chat program: fetched when it is first wanted. */
export const Companion = lazily(async () => (await import('./Companion')).Companion);
export const NewBuyer = lazily(async () => (await import('./NewBuyer')).NewBuyer);
export const HandQueue = lazily(async () => (await import('./HandQueue')).HandQueue);
