import { readBackup } from '@shared/backup/read';
import { writeBackup } from '@shared/backup/write';
import { emptyBook } from '@shared/records/book';
import { recordOf } from '../setup/record';
import { type BenchRow, row, timed, verify } from './case';

/** Writing and reading a whole book, beside plain JSON of the same data. */
export async function backupBench(buyers: number, rounds: number): Promise<BenchRow> {
  const stamp = '0000000003e8-0000-bench';
  const records = Array.from({ length: buyers }, (_, index) =>
    recordOf('buyers', {
      id: `buyer-${String(index).padStart(7, '0')}`,
      schema: 1,
      seat: 'bench',
      deleted: false,
      stamps: { name: stamp, tags: stamp },
      name: `买家 ${index}`,
      attitude: '',
      source: '',
      grade: index % 3 === 0 ? 'A' : '',
      phone: '',
      address: '',
      tags: ['老客'],
      facts: ['油皮'],
      caution: null,
      since: '2026-01-01',
    }),
  );
  const book = { ...emptyBook(), buyers: records };
  const raw = await timed(rounds, () => JSON.parse(JSON.stringify(book)) as typeof book);
  const ours = await timed(rounds, () => {
    const read = readBackup(writeBackup(book, [], '2026-11-22T00:00:00Z'));
    if (!read.ok) throw new Error(`Our own backup was refused: ${read.reason}.`);
    return read.book;
  });
  verify('buyers read back', ours.result.buyers.length, raw.result.buyers.length);
  return row(
    'backup written and read back',
    `${buyers} buyers`,
    ours.ms,
    { name: 'JSON both ways', ms: raw.ms },
    'every buyer is back',
  );
}
