import * as v from 'valibot';
import { stored } from './envelope';
import { line } from './fields';

const shown = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100)));

/** The platform's own weekly scores, typed in by the owner (J6): shown as such, never mixed with ours. */
export const platformScoreSchema = stored({
  platform: line,
  /** ISO week, e.g. '2026-W47'. */
  week: v.pipe(v.string(), v.regex(/^\d{4}-W\d\d$/)),
  description: shown,
  service: shown,
  delivery: shown,
  /** For platforms that print a single one. */
  overall: shown,
});
export type PlatformScore = v.InferOutput<typeof platformScoreSchema>;
