import { codeForm } from '@shared/backup/recovery-code';
import { ITERATIONS } from '@shared/backup/seal';
import { hexOf } from '@shared/text/sha256';
import * as v from 'valibot';
import { LOCK_KEY } from './page';

/**
 * The lock of the screen: after so many minutes in which nobody touched a page, the pages are hidden until the
 * passphrase is typed. It keeps eyes away and nothing else: the book on the disk is as it was, and whoever can open
 * the browser's files can read it.
 */
const lockSchema = v.object({
  minutes: v.pipe(v.number(), v.minValue(1), v.maxValue(1440)),
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  check: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
export type Lock = v.InferOutput<typeof lockSchema>;

/** When a page was last touched, in milliseconds since the epoch; all pages of the extension share it. */
const TOUCHED_KEY = 'zhanggui-touched';

export function readLock(): Lock | null {
  const stored = localStorage.getItem(LOCK_KEY);
  if (stored === null) return null;
  try {
    const parsed = v.safeParse(lockSchema, JSON.parse(stored));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Sets the lock, or takes it off. */
export async function setLock(minutes: number, passphrase: string): Promise<void> {
  const salt = hexOf(crypto.getRandomValues(new Uint8Array(16)));
  const lock: Lock = { minutes, salt, check: await checkOf(passphrase, salt) };
  touch(Date.now());
  localStorage.setItem(LOCK_KEY, JSON.stringify(lock));
}

export function dropLock(): void {
  localStorage.removeItem(LOCK_KEY);
}

/** Whether what was typed is the passphrase, or the recovery code of this computer's backups. */
export async function opensLock(lock: Lock, typed: string, code: string | null): Promise<boolean> {
  if (code !== null && codeForm(typed) === code) return true;
  return (await checkOf(typed, lock.salt)) === lock.check;
}

/** Whether the pages are to be hidden. A clock that was set back or forward hides them. */
export function isIdle(lock: Lock, now: number): boolean {
  const touched = Number(localStorage.getItem(TOUCHED_KEY) ?? 0);
  return Math.abs(now - touched) > lock.minutes * 60_000;
}

export function touch(now: number): void {
  localStorage.setItem(TOUCHED_KEY, String(now));
}

/** Slow on purpose: a guess costs what it costs at a sealed backup. */
async function checkOf(passphrase: string, salt: string): Promise<string> {
  const words = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const key = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveBits']);
  const bytes = Uint8Array.from(salt.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes, iterations: ITERATIONS };
  return hexOf(new Uint8Array(await crypto.subtle.deriveBits(how, key, 256)));
}
