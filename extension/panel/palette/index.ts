import { lazily } from '@extension/ui/more';

/** What is looked at now and then: fetched when it is first wanted. */
export const Palette = lazily(async () => (await import('./Palette')).Palette);
export const Keys = lazily(async () => (await import('../Keys')).Keys);
