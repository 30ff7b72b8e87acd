import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own in a file: it can be cut off from its power, and filled, without harm to anything else. */
export interface DiskImage {
  readonly folder: string;
  /**
   * The power goes: what the disk was not told to keep is gone. Mounts it again, as after the start of a computer.
   *
   * @param asItGoes called at that moment: what the browser still says afterwards, a computer would not
   * @param before what has to be done before it is mounted again
   */
  readonly cutPower: (asItGoes: () => void, before: () => Promise<void>) => Promise<void>;
  readonly fill: () => void;
  readonly free: () => void;
  readonly close: () => void;
}

/** EXT4_IOC_SHUTDOWN without flushing the log, at a word: what a power cut does to an honest disk. */
const CUT = `import fcntl,os,struct,sys
disk = os.open(sys.argv[1], os.O_RDONLY)
print('ready', flush=True)
sys.stdin.readline()
fcntl.ioctl(disk, 0x8004587D, struct.pack('I', 2))`;

function run(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, [...args], { stdio: 'ignore' }).status === 0;
}

/** Why there can be no such disk here; `null` when there can. */
export function noImages(): string | null {
  if (process.platform !== 'linux') return 'loop mounts are there on Linux only';
  if (process.getuid?.() !== 0) return 'loop mounts need root';
  for (const tool of ['mkfs.ext4', 'mount', 'umount', 'python3']) {
    if (!run('sh', '-c', `command -v ${tool}`)) return `${tool} is not installed`;
  }
  try {
    openImage(16).close();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export function openImage(megabytes: number): DiskImage {
  const base = mkdtempSync(join(tmpdir(), 'zhanggui-disk-'));
  const image = join(base, 'disk.img');
  const folder = join(base, 'disk');
  const filler = join(folder, 'filler');
  mkdirSync(folder);
  const close = () => {
    run('umount', folder) || run('umount', '-l', folder);
    rmSync(base, { recursive: true, force: true });
  };
  const mount = () => {
    if (run('mount', '-o', 'loop', image, folder)) return;
    close();
    throw new Error('a loop mount was refused here');
  };
  run('truncate', '-s', `${megabytes}M`, image);
  run('mkfs.ext4', '-q', '-m', '0', image);
  mount();
  return {
    folder,
    cutPower: async (asItGoes, before) => {
      const cutter = spawn('python3', ['-c', CUT, folder], { stdio: ['pipe', 'pipe', 'ignore'] });
      await Promise.race([once(cutter.stdout, 'data'), once(cutter, 'exit')]);
      asItGoes();
      cutter.stdin.end('\n');
      if (cutter.exitCode === null) await once(cutter, 'exit');
      await before();
      // The dead browser's last files close a moment after it.
      for (let tries = 0; tries < 50 && !run('umount', folder); tries++) {
        await new Promise((done) => setTimeout(done, 100));
      }
      mount();
    },
    fill: () => {
      const file = openSync(filler, 'w');
      const block = Buffer.alloc(1 << 16);
      try {
        for (let length = block.length; length > 0; ) {
          try {
            writeSync(file, block, 0, length);
          } catch {
            // Smaller and smaller, until not one more byte has room.
            length >>= 1;
          }
        }
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    close,
  };
}
