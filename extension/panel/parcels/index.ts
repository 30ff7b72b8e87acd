import { lazily } from '@extension/ui/more';

/** What the packing and gift forms show besides their fields, fetched when a form is first opened. */
export const CardWords = lazily(async () => (await import('./CardWords')).CardWords);
export const GiftAdvice = lazily(async () => (await import('./GiftAdvice')).GiftAdvice);
export const GiftReceived = lazily(async () => (await import('./GiftReceived')).GiftReceived);
export const RedLineHint = lazily(async () => (await import('@extension/ui/RedLineHint')).RedLineHint);
export const SurpriseLine = lazily(async () => (await import('./SurpriseLine')).SurpriseLine);
