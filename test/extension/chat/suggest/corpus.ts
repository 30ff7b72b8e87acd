import { readdirSync, readFileSync } from 'node:fs';

/** `tune`: the rules were fitted to these. `held-out`: set aside before, only ever counted. */
export type Part = 'tune' | 'held-out';

/** A labelled line of `test/fixtures/suggest`. */
export interface Line {
  readonly text: string;
  /** What a reader finds in it; empty for a near-miss. */
  readonly labels: readonly Label[];
  /** The file it stands in. */
  readonly file: string;
  readonly part: Part;
}

export interface Label {
  readonly kind: string;
  /** As written after the colon: '10', '10%', '-5'. */
  readonly amount: string | null;
  /** As written after the at sign: a day, or the name of a condition. */
  readonly due: string | null;
}

const FOLDER = 'test/fixtures/suggest';
const HELD_OUT_TENTHS = 4;

/** FNV-1a over UTF-16 units: the part a line belongs to depends on its words alone. */
export function tenthOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % 10;
}

function label(written: string): Label {
  const [, kind, amount, due] = /^([a-z-]+)(?::([^@]+))?(?:@(.+))?$/.exec(written) ?? [];
  if (kind === undefined) throw new Error(`${FOLDER}: the label ${written} is not kind:amount@due.`);
  return { kind, amount: amount ?? null, due: due ?? null };
}

/** The lines of every file whose name starts so: 'promises' takes 'promises-zh.tsv' and the near-misses. */
export function corpus(name: string): readonly Line[] {
  return readdirSync(FOLDER)
    .filter((file) => file.startsWith(name) && file.endsWith('.tsv'))
    .sort()
    .flatMap((file) =>
      readFileSync(`${FOLDER}/${file}`, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => {
          const [written, text] = line.split('\t') as [string, string];
          return {
            text,
            file,
            labels: written === 'none' ? [] : written.split(',').map(label),
            part: tenthOf(text) < HELD_OUT_TENTHS ? 'held-out' : 'tune',
          } as const;
        }),
    );
}
