import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const XVFB = '/usr/bin/Xvfb';
const XDOTOOL = '/usr/bin/xdotool';
/** What is missing for pressing real keys; '' when nothing is. */
export const missingForKeys = (): string =>
  [XVFB, XDOTOOL].filter((program) => !existsSync(program)).join(' and ');

/** A screen of its own, and the keyboard in front of it: keys that reach the browser itself, not only a page. */
export interface Screen {
  readonly env: Record<string, string>;
  /** Presses keys together, as `alt+shift+p`. */
  readonly press: (keys: string) => void;
  readonly type: (words: string) => void;
  readonly close: () => void;
}

export async function startScreen(): Promise<Screen> {
  const server = spawn(XVFB, ['-displayfd', '3', '-screen', '0', '1500x950x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await displayOf(server);
  const env = { ...(process.env as Record<string, string>), DISPLAY: `:${display}` };
  const run = (...args: readonly string[]) => {
    const { status, stderr } = spawnSync(XDOTOOL, args, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`xdotool ${args.join(' ')}: ${stderr}`);
  };
  return {
    env,
    press: (keys) => run('key', '--clearmodifiers', keys),
    type: (words) => run('type', '--delay', '20', words),
    close: () => server.kill(),
  };
}

/** The number the screen got, which it writes down once it is there. */
function displayOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const pipe = server.stdio[3];
    if (!pipe || !('on' in pipe)) return reject(new Error('Xvfb has no pipe to say its number on.'));
    pipe.on('data', (data: Buffer) => resolve(data.toString().trim()));
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it had a screen.`)));
  });
}
