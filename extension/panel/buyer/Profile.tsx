import { lazily } from '@extension/ui/more';

/** The buyer's file: long and seldom needed first, so it comes after the first sight. */
export const Profile = lazily(async () => (await import('../people/profile/Profile')).Profile);
