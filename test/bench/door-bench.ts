import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DoorBrowser, openDoor } from '../soak/door/browser';
import { buildDoor, serveDoor } from '../soak/door/serve';
import { type BenchRow, type Goal, median, row, verify, within } from './case';

/** Saves timed one by one, at the pace of somebody who types fast, in milliseconds between two. */
const PACE = 20;

/**
 * The write door in a real browser: another book put in place, a lost one given back, a single save. The yardstick
 * is the same records put into stores of the same shape, in the same page.
 */
export async function doorBench(buyers: number, others: number, saves: number): Promise<readonly BenchRow[]> {
  return atDoor(async (door) => {
    const records = await door.call('make', buyers, others);
    const raw = { name: 'raw bulk add', ms: await door.call('rawAdd') };
    const restored = await putInPlace(door);
    // The mark of the page itself is one more.
    verify('records restored', await door.call('records'), records + 1);
    await door.call('settled');
    const { acked, refused, took } = await door.call('write', 'bench', saves, PACE);
    // On a computer that is busy with other things a save may be refused for lateness: it is in the figure.
    const late = Object.values(refused).reduce((sum, count) => sum + count, 0);
    verify('saves answered', acked.length + late, saves);
    const p95 = took.toSorted((a, b) => a - b)[Math.floor(saves * 0.95)]!;
    const back = await door.call('loseAndOpen');
    verify('records given back', await door.call('records'), records + 1 + 3 * acked.length);
    const whole = 'every record is there';
    const size = `${records} records`;
    return [
      row('another book put in place', size, restored.took, raw, whole, {
        goal: twice(restored.took, raw.ms),
      }),
      row('a lost book given back', size, back, raw, whole, { goal: twice(back, raw.ms) }),
      row('a save, 95 of 100 are faster', size, p95, null, 'each is acknowledged', { goal: within(p95, 30) }),
    ];
  });
}

/**
 * A book of a usual size that the browser has lost, given back from its journal. Three times over, each a fresh
 * loss: one of a few seconds is soon doubled by something else.
 */
export async function lossBench(
  buyers: number,
  others: number,
  rounds: number,
): Promise<readonly BenchRow[]> {
  return withBook([buyers, others], async (door, records) => {
    const took: { readonly back: number; readonly raw: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      const raw = await door.call('rawAdd');
      const back = await door.call('loseAndOpen');
      took.push({ back, raw });
      // The mark of the page itself is one more.
      verify('records given back', await door.call('records'), records + 1);
    }
    const back = median(took.map((one) => one.back));
    const raw = { name: 'raw bulk add', ms: median(took.map((one) => one.raw)) };
    return [
      row('a lost book given back', `${records} records`, back, raw, 'every record is there', {
        goal: twice(back, raw.ms),
      }),
    ];
  });
}

/**
 * Everything about one buyer erased from a large book: the rows, the lines of its history and of its search. The
 * journal forgets them in the background, by a new snapshot of the whole book.
 */
export async function eraseBench(
  buyers: number,
  others: number,
  actions: number,
  rounds: number,
): Promise<readonly BenchRow[]> {
  return withBook([buyers, others, actions], async (door, records) => {
    const took: Awaited<ReturnType<typeof door.call<'erase'>>>[] = [];
    for (let round = 0; round < rounds; round++) {
      took.push(await door.call('erase', `buyer-${String(buyers - 1 - round).padStart(7, '0')}`));
    }
    const raw = { name: 'raw reading of the history', ms: await door.call('rawHistory') };
    verify('buyers who were there', took.filter(({ had }) => had >= 4).length, rounds);
    verify(
      'rows left of those erased',
      took.reduce((sum, { left }) => sum + left, 0),
      0,
    );
    const size = `${buyers} buyers, ${records} records, ${actions} actions`;
    const book = median(took.map((one) => one.book));
    return [
      row('one buyer erased from the book', size, book, raw, 'nothing tells of them', {
        goal: within(book, 1000),
      }),
      row(
        'and from its journal',
        size,
        median(took.map(({ journal }) => journal)),
        null,
        'nothing is due any more',
      ),
    ];
  });
}

/** A browser of its own at the door, with an empty book; closed with all that belongs to it, whatever becomes of it. */
async function atDoor<Result>(use: (door: DoorBrowser) => Promise<Result>): Promise<Result> {
  await buildDoor();
  const server = await serveDoor();
  const profile = mkdtempSync(join(tmpdir(), 'zhanggui-bench-'));
  try {
    const door = await openDoor(server.url, profile, 'leveldb');
    try {
      await door.call('open');
      return await use(door);
    } finally {
      await door.close();
    }
  } finally {
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The same with a made book in place; how many records it has. */
function withBook<Result>(
  made: readonly [buyers: number, others: number, actions?: number],
  use: (door: DoorBrowser, records: number) => Promise<Result>,
): Promise<Result> {
  return atDoor(async (door) => {
    const records = await door.call('make', ...made);
    await putInPlace(door);
    return use(door, records);
  });
}

/** The book that was made, put in the place of the one that is there, and opened. */
async function putInPlace(door: DoorBrowser): Promise<{ readonly took: number }> {
  const restored = await door.call('restore');
  if (!restored.ok) throw new Error(`The book was not put in place: ${restored.detail}.`);
  await door.call('open');
  return restored;
}

function twice(ms: number, raw: number): Goal {
  return { text: '≤ × 2', met: ms <= 2 * raw };
}
