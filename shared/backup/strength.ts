/** How long a passphrase would hold out against somebody who has the file. */
export interface Strength {
  /** Guesses it takes on average, as a power of two. */
  readonly bits: number;
  /** 0 falls in minutes, 1 in weeks, 2 holds for years, 3 for longer than anybody asks. */
  readonly level: 0 | 1 | 2 | 3;
}

/**
 * Where the levels begin. A guess takes a fifth of a second on one core; whoever rents a thousand makes some millions
 * an hour.
 */
const LEVELS = [38, 52, 62] as const;

/** What everybody tries first: English, keyboards, and what is typed in China and Taiwan. */
const COMMON = [
  'password',
  'passwort',
  'passphrase',
  'secret',
  'letmein',
  'welcome',
  'iloveyou',
  'admin',
  'shop',
  'zhanggui',
  'taobao',
  'pinduoduo',
  'woaini',
  'nihao',
  'wodemima',
  'mima',
  'facai',
  'baobei',
  'laoban',
  'dianpu',
  'master',
  'dragon',
  'monkey',
  'football',
  'sunshine',
  'princess',
  '密码',
  '掌柜',
  '我爱你',
  '发财',
  '宝贝',
  '老板',
  '密碼',
  '掌櫃',
  '發財',
] as const;
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '0123456789', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

/** Bits of one letter of its kind, if it stood there by chance. */
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/\p{Nd}/u, Math.log2(10)],
  [/[a-z]/, Math.log2(26)],
  // Common Chinese text uses some 2,000 letters, and not evenly.
  [/\p{Script=Han}/u, 9.5],
  [/\p{L}/u, Math.log2(52)],
  [/./u, Math.log2(70)],
];
/** A word that is known costs as much as its place in a list of them. */
const WORD = 7;

/**
 * An estimate of how many guesses a passphrase is worth: letters by their kind, and next to nothing for what follows
 * from what stands before it: repeats, neighbours on the keyboard, years, words everybody uses. Written here because
 * the known libraries for it are larger than the panel.
 *
 * @example strengthOf('12345678').level // => 0
 * @example strengthOf('correct horse battery staple').level // => 3
 */
export function strengthOf(passphrase: string): Strength {
  const said = passphrase.normalize('NFKC');
  let text = said.toLowerCase();
  let bits = 0;
  for (const word of COMMON) {
    if (!text.includes(word)) continue;
    text = text.replaceAll(word, '');
    bits += WORD;
  }
  // A year or a date is one of some ten thousand, however many digits it is written with.
  text = text.replace(/(?:19|20)\d{2}(?:[-./年]?\d{1,2}(?:[-./月]?\d{1,2}日?)?)?/g, () => {
    bits += WORD;
    return '';
  });
  const letters = [...text];
  for (const [index, letter] of letters.entries()) {
    bits += follows(letters, index) ? 1 : bitsOf(letter);
  }
  // Capitals at the beginning are what everybody does; others are worth a bit each.
  bits += [...said.slice(1)].filter((letter) => letter !== letter.toLowerCase()).length;
  // Letters in known words come one from another: half of what chance would give.
  const wordlike = text.replace(/[^a-z]/g, '').length / Math.max(1, letters.length);
  if (wordlike > 0.7) bits *= 0.75;
  const level = LEVELS.filter((from) => bits >= from).length as Strength['level'];
  return { bits: Math.round(bits), level };
}

function bitsOf(letter: string): number {
  return KINDS.find(([kind]) => kind.test(letter))?.[1] ?? 0;
}

/** Whether a letter is what anybody would guess after those before it. */
function follows(letters: readonly string[], index: number): boolean {
  const [letter, before] = [letters[index]!, letters[index - 1]];
  if (before === undefined) return false;
  if (letter === before) return true;
  const next = ROWS.some((row) => {
    const [a, b] = [row.indexOf(before), row.indexOf(letter)];
    return a >= 0 && b >= 0 && Math.abs(a - b) === 1;
  });
  if (next) return true;
  // The same pair or more stood here before.
  const pair = before + letter;
  return letters
    .slice(0, index - 1)
    .join('')
    .includes(pair);
}
