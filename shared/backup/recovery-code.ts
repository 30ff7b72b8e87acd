/** Digits and letters that nobody mistakes for one another on paper (Crockford's 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 25;
const GROUP = 5;

/**
 * A code to print and put away: 125 bits of chance, in groups of five. It opens a backup when the passphrase is
 * forgotten.
 *
 * @param random Fresh random bytes, at least as good as `crypto.getRandomValues`.
 * @example recoveryCode((count) => new Uint8Array(count)) // => '00000-00000-00000-00000-00000'
 */
export function recoveryCode(random: (count: number) => Uint8Array): string {
  return grouped(Array.from(random(LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join(''));
}

/**
 * A recovery code as it was printed, whatever way it was typed; `null` for what is none.
 *
 * @example codeForm('ooooo 11111 il1il 00000 abcde') // => '00000-11111-11111-00000-ABCDE'
 * @example codeForm('three green cups') // => null
 */
export function codeForm(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const fits = letters.length === LENGTH && [...letters].every((letter) => LETTERS.includes(letter));
  return fits ? grouped(letters) : null;
}

function grouped(letters: string): string {
  const groups = Array.from({ length: LENGTH / GROUP }, (_, at) =>
    letters.slice(at * GROUP, at * GROUP + GROUP),
  );
  return groups.join('-');
}
