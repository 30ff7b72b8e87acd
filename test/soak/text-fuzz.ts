import { readdirSync, readFileSync } from 'node:fs';
import { seededRandom } from '@analysis/numerics/random';
import { draftHints, promisesInMemo, suggestionsFor } from '@extension/chat/suggest';
import type { SoakRound } from './round';

// Tries F-72 of test/faults.md.

const FOLDER = 'test/fixtures/suggest';
const MESSAGES_PER_ROUND = 1_000;
/** What reading one message may take, in processor time: the machine may be busy with other things. */
export const BUDGET_MS = 5;
/** Other threads of ours (garbage, compiling) count too: only a message that is slow every time is slow. */
const TRIES = 6;
const WORLD = { today: '2026-11-22', currency: 'CNY' };
const SHOP = { byKind: {}, openOn: {}, capacity: null };
/** What hostile text is made of: repeated beginnings of patterns, characters of every width, stops. */
const PIECES = [
  ...[
    '保证',
    '给您',
    '下次',
    '打9折',
    '退',
    '换',
    '周五前',
    '下',
    '个',
    '月',
    '说好',
    '我',
    '不',
    '农历',
    '八月',
  ],
  ...[
    "i'll ",
    'refund ',
    'you ',
    'and ',
    'next ',
    'when ',
    'a',
    ' ',
    '  ',
    'the ',
    'my ',
    'is ',
    'allergic to ',
  ],
  ...[
    '1',
    '9',
    '.',
    ',',
    '$',
    '%',
    '-',
    '/',
    '?',
    '!',
    '\n',
    '"',
    '“',
    '」',
    '\u200b',
    '\ufe0f',
    '😀',
    '\ud83d',
  ],
  ...['ﷺ', '㎏', 'ｚ', '發', '\u0301', 'Z̷', '元', '块', '岁', '码', '一', '二', '十'],
];

function lines(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.tsv'))
    .flatMap((file) => readFileSync(`${FOLDER}/${file}`, 'utf8').trimEnd().split('\n'))
    .map((line) => line.slice(line.indexOf('\t') + 1));
}

/** A message nobody would write: real ones spliced, pieces repeated, up to 10,000 characters. */
function hostile(random: () => number, real: readonly string[]): string {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!;
  const length = Math.floor(10_000 ** random());
  switch (Math.floor(random() * 4)) {
    case 0:
      return pick(PIECES)
        .repeat(Math.ceil(length / 2))
        .slice(0, 10_000);
    case 1: {
      const chosen = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(PIECES)).join('');
      return (chosen.repeat(Math.ceil(length / chosen.length)) + pick(PIECES)).slice(0, 10_000);
    }
    case 2:
      return Array.from({ length: Math.min(length, 2_000) }, () => pick(PIECES)).join('');
    default: {
      const text = Array.from({ length: 1 + Math.floor(random() * 8) }, () => pick(real)).join(pick(PIECES));
      const at = Math.floor(random() * text.length);
      return text.slice(0, at) + pick(PIECES).repeat(Math.floor(random() * 30)) + text.slice(at);
    }
  }
}

const READINGS: Readonly<Record<string, (text: string) => unknown>> = {
  seller: (text) => suggestionsFor({ side: 'seller', text }, WORLD),
  buyer: (text) => suggestionsFor({ side: 'buyer', text }, WORLD),
  memo: (text) => promisesInMemo(text, WORLD),
  draft: (text) => draftHints(text, WORLD, { platform: 'pdd', shop: SHOP }),
};

/** The slowest of so many hostile messages read in the slowest of the ways, in milliseconds. */
export function slowestReading(seed: number, messages: number): number {
  const random = seededRandom(seed);
  const real = lines();
  let slowest = 0;
  for (let count = 0; count < messages; count++) {
    const text = hostile(random, real);
    for (const read of Object.values(READINGS)) slowest = Math.max(slowest, fastest(text, read));
  }
  return slowest;
}

function fastest(text: string, read: (text: string) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < TRIES && best > BUDGET_MS; attempt++) {
    const since = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(since);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
}

/** Hostile chat messages: read within the budget, never a crash. */
export function textFuzz(): SoakRound {
  const real = lines();
  return {
    name: 'hostile messages',
    unit: 'messages',
    goal: 1_000,
    run: async (number) => {
      const random = seededRandom(number);
      for (let count = 0; count < MESSAGES_PER_ROUND; count++) {
        const text = hostile(random, real);
        for (const [name, read] of Object.entries(READINGS)) {
          const took = fastest(text, read);
          if (took > BUDGET_MS)
            throw new Error(
              `round ${number}, message ${count} (${name}): ${took.toFixed(1)} ms for ${JSON.stringify(text.slice(0, 80))}`,
            );
        }
      }
      return MESSAGES_PER_ROUND;
    },
  };
}
