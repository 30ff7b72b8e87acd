import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findChromium } from '../setup/browsers.mjs';
import { backupRounds } from './backups';
import { coverageRounds } from './coverage';
import { doorRounds } from './door-rounds';
import { flowRounds } from './flows';
import { cellFuzz, importFuzz } from './import-fuzz';
import { killRounds } from './kill';
import { largeFiles } from './large-file';
import { pageFuzz } from './page-fuzz';
import { patternCheck } from './pattern-check';
import { propertyRounds } from './properties';
import type { Reached, SoakRound } from './round';
import { textFuzz } from './text-fuzz';

/**
 * `npm run soak -- --minutes 20 --only "power cut,disk full"`: the long rounds, or those with such names. Each kind
 * runs in turn until the time is up; what was reached is kept in `.output/soak.json`, and the next run goes on there.
 */
const FILE = '.output/soak.json';
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '20' }, only: { type: 'string' } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error(`--minutes ${values.minutes}: give a number of minutes above 0.`);
  process.exit(2);
}

const reached: Record<string, Reached> = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
const rounds: SoakRound[] = [
  backupRounds(),
  importFuzz(),
  cellFuzz(),
  propertyRounds(),
  flowRounds(),
  coverageRounds(),
  textFuzz(),
  patternCheck(),
];
if (await findChromium()) rounds.push(await killRounds(), pageFuzz(), largeFiles());
else console.log('skipped: the rounds in Chromium, because none was found.');
rounds.push(...(await doorRounds()));

const deadline = Date.now() + minutes * 60_000;
const wanted = rounds.filter(({ name }) =>
  (values.only ?? '').split(',').some((part) => name.includes(part)),
);

let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    stopped = true;
  });
const goesOn = () => !stopped && Date.now() < deadline;

const missing = ({ name, goal }: SoakRound) => (reached[name]?.rounds ?? 0) < goal;

async function runOne(round: SoakRound): Promise<void> {
  reached[round.name] ??= { rounds: 0, checked: 0, faults: [] };
  const sum = reached[round.name]!;
  try {
    sum.checked += await round.run(sum.rounds);
  } catch (error) {
    // A browser that does not start writes pages about it.
    sum.faults.push((error instanceof Error ? error.message : String(error)).slice(0, 400));
  }
  sum.rounds += 1;
  mkdirSync('.output', { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(reached, null, 2)}\n`);
}

for (let open = wanted.filter(missing); open.length > 0 && goesOn(); open = open.filter(missing)) {
  for (const round of open) {
    for (let row = round.inRow ?? 1; row > 0 && missing(round) && goesOn(); row--) await runOne(round);
    await round.rest?.();
  }
}
for (const { name, goal, unit } of wanted) {
  const { rounds: done, checked, faults } = reached[name] ?? { rounds: 0, checked: 0, faults: [] };
  console.log(`${name}: ${done} of ${goal} rounds, ${checked} ${unit}, ${faults.length} faults`);
  for (const fault of faults) console.log(`  ${fault}`);
}
await Promise.all(rounds.map((round) => round.close?.()));
process.exit(wanted.some(({ name }) => (reached[name]?.faults.length ?? 0) > 0) ? 1 : 0);
