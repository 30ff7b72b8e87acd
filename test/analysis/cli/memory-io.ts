import { run } from '@analysis/cli/run';

const NOW = Date.UTC(2026, 10, 22, 4);
const TEMPLATE =
  '<!doctype html><html lang="en"><title>t</title><script id="review" type="application/json"></script></html>';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly written: ReadonlyMap<string, string>;
}

/** Runs the program in a world of texts: files by name, `-` being standard input. */
export async function runWith(
  files: Readonly<Record<string, string | Uint8Array>>,
  argv: readonly string[],
  parts: {
    readonly env?: Record<string, string>;
    readonly template?: string | null;
    readonly full?: boolean;
    /** Error code of a place that can't be written to. */
    readonly badPlace?: 'ENOENT' | 'EISDIR';
  } = {},
): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const written = new Map<string, string>();
  const code = await run(argv, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    stderrIsTerminal: false,
    async read(path) {
      const content = files[path];
      if (content === undefined) throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });
      return pieces(typeof content === 'string' ? new TextEncoder().encode(content) : content);
    },
    async write(path, text) {
      if (parts.badPlace) throw Object.assign(new Error(parts.badPlace), { code: parts.badPlace });
      if (parts.full) throw new Error('no space left on device');
      written.set(path, text);
    },
    async letterTemplate() {
      if (parts.template === null) throw new Error('not built');
      return parts.template ?? TEMPLATE;
    },
    env: parts.env ?? {},
    now: () => NOW,
    signal: new AbortController().signal,
  });
  return { code, stdout, stderr, written };
}

/** In small pieces, as a pipe gives them: characters may be cut in the middle. */
async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}
