import { lazily } from '@extension/ui/more';

/** What belongs to the desk and not to one buyer: fetched when it is first wanted. */
export const Desk = lazily(async () => (await import('./Desk')).Desk);
export const QueueBoard = lazily(async () => (await import('./QueueBoard')).QueueBoard);
export const EstimateLine = lazily(async () => (await import('./EstimateLine')).EstimateLine);
export const MemoHint = lazily(async () => (await import('./MemoHint')).MemoHint);
export const FirstDay = lazily(async () => (await import('./FirstDay')).FirstDay);
export const BackupHint = lazily(async () => (await import('./BackupHint')).BackupHint);
export const SampleHints = lazily(async () => (await import('./SampleHints')).SampleHints);
