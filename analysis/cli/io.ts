import type { Elsewhere } from '../models/elsewhere';

/** The world the command line works in, passed in so that a test can be that world. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether progress may redraw its line. */
  readonly stderrIsTerminal: boolean;
  /** Bytes of a file or of standard input (`-`), as they come. Rejects when it can't be opened or read. */
  readonly read: (path: string) => Promise<AsyncIterable<Uint8Array>>;
  /** Writes a whole file, or nothing: a half-written letter is worse than none. */
  readonly write: (path: string, text: string) => Promise<void>;
  /** The built letter, one HTML page; rejects when it is not built. */
  readonly letterTemplate: () => Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** SHA-256 of pieces in shared memory, begun beside this thread; called for the result. */
  readonly hash?: (pieces: readonly Uint8Array[], signal: AbortSignal) => () => Promise<string>;
  /** A second thread for a part of the fits, where there is one. */
  readonly elsewhere?: Elsewhere;
}

/** Exit codes of the contract; `cancelled` is the shells' own for Ctrl-C. */
export const EXIT = { done: 0, usage: 2, refused: 3, internal: 4, cancelled: 130 } as const;
