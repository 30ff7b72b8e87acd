import { entryText, NO_HEAD } from '@extension/book/journal/entry';
import { frameOf } from '@extension/book/journal/frame';
import { beginLog, logHeader, openLog } from '@extension/book/journal/log';
import { describe, expect, it } from 'vitest';
import { entryOf } from './entries';
import { type Fault, memoryDisk } from './memory-disk';

// Tries F-02 of test/faults.md.

const header = logHeader({ epoch: 1, seat: 'owner', shape: 1, base: NO_HEAD, fromEmpty: true });

async function aLog(entries: number) {
  const disk = memoryDisk();
  const file = await disk.root.open('log-1');
  const log = beginLog(file, header);
  for (let seq = 1; seq <= entries; seq++) log.append(entryOf(seq));
  return { disk, file, log };
}

describe('a log', () => {
  it('gives back what was appended, after a power cut too', async () => {
    const { disk, file } = await aLog(3);
    disk.cutPower();
    const log = openLog(file);
    expect(log.header).toEqual(header);
    expect(log.damaged).toBe(false);
    expect(log.marks.map((mark) => log.entryAt(mark))).toEqual([1, 2, 3].map((seq) => entryOf(seq)));
  });

  it('cut at any byte, keeps the whole entries, takes the torn one off and goes on', async () => {
    const { file, log } = await aLog(3);
    const starts = log.marks.map((mark) => mark.at);
    const whole = file.read(0, file.size());
    for (let cut = log.marks[0]!.at; cut < whole.length; cut++) {
      const one = await memoryDisk().root.open('x');
      one.write(whole.slice(0, cut), 0);
      const torn = openLog(one);
      const kept = torn.marks.length;
      expect(kept).toBe([1, 2, 3].filter((seq) => (starts[seq] ?? whole.length) <= cut).length);
      expect(torn.damaged).toBe(false);
      torn.append(entryOf(kept + 1));
      const again = openLog(one);
      expect(again.marks.map((mark) => mark.seq)).toEqual(
        Array.from({ length: kept + 1 }, (_, index) => index + 1),
      );
      expect(again.damaged).toBe(false);
    }
  });

  it.each<Fault>(['error', 'full', 'short'])(
    'that can not be written (%s) throws and keeps nothing of it',
    async (fault) => {
      for (let call = 1; ; call++) {
        const { disk, file, log } = await aLog(2);
        disk.failAt(call, fault);
        let failed = false;
        try {
          log.append(entryOf(3));
        } catch (error) {
          failed = true;
          expect((error as DOMException).name).toMatch(/QuotaExceededError|UnknownError/);
        }
        disk.failAt(0);
        const whole = openLog(file).marks.map((mark) => mark.seq);
        expect(whole).toEqual(failed ? [1, 2] : [1, 2, 3]);
        if (!failed) break;
        log.append(entryOf(3));
        expect(openLog(file).marks.map((mark) => mark.seq)).toEqual([1, 2, 3]);
      }
    },
  );

  it('takes its newest entry back', async () => {
    const { file, log } = await aLog(2);
    log.takeBack();
    expect(openLog(file).marks.map((mark) => mark.seq)).toEqual([1]);
    log.append(entryOf(2));
    expect(openLog(file).marks.map((mark) => mark.seq)).toEqual([1, 2]);
  });

  it('knows damage in its midst from a torn end', async () => {
    const { file, log } = await aLog(3);
    const second = log.marks[1]!;
    file.write(Uint8Array.of(0x20), second.at + 30);
    const damaged = openLog(file);
    expect(damaged.damaged).toBe(true);
    expect(damaged.marks.map((mark) => mark.seq)).toEqual([1, 3]);
    expect(frameOf(entryText(entryOf(3))).crc).toBe(damaged.marks[1]!.crc);
  });
});
