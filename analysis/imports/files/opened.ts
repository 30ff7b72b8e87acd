import type { FileRefusal } from '../../dataset';
import type { Pause } from '../pause';
import type { Table } from './table';

/** What a file holds once unpacked: tables, or a text in JSON. */
export type Part =
  | {
      readonly kind: 'tables';
      readonly name: string;
      readonly tables: readonly Table[];
      readonly cutTail: boolean;
    }
  | { readonly kind: 'json'; readonly name: string; readonly text: string };

export interface Opened {
  readonly parts: readonly Part[];
  readonly refusals: readonly FileRefusal[];
}

export function refused(refusal: FileRefusal): Opened {
  return { parts: [], refusals: [refusal] };
}

export interface How {
  readonly pause: Pause;
  readonly password: string | null;
  /** Whether a packed file may be in it: only what was given itself. */
  readonly outer: boolean;
}
