import type { Lang } from '@shared/i18n/lang';
import type { ReadOptions, ReviewOptions } from '../options';

export const FORMATS = ['html', 'json', 'md', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** What was asked for on the command line, checked. */
export interface Request {
  readonly files: readonly string[];
  readonly read: ReadOptions;
  /** All but today, which depends on the shop's time zone and is known after reading. */
  readonly review: Omit<ReviewOptions, 'today'>;
  readonly format: Format;
  /** Where to write; `null` is the format's own place, `-` standard output. */
  readonly out: string | null;
  /** Where to list the rows left out; `null`: nowhere. */
  readonly rows: string | null;
  /** To be handed on: names masked, small groups left out. */
  readonly share: boolean;
  readonly partial: boolean;
  readonly progress: boolean;
  readonly lang: Lang;
}

/** Wrong usage is a value: the key of the sentence and what to fill in. */
export interface UsageError {
  readonly ok: false;
  readonly lang: Lang;
  readonly sentence: string;
}
export type Parsed =
  | { readonly ok: true; readonly kind: 'run'; readonly request: Request }
  | { readonly ok: true; readonly kind: 'help'; readonly lang: Lang }
  | UsageError;
