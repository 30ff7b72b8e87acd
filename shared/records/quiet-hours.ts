import type { Json } from '../text/json';

/** When the desktop stays silent, in minutes of the shop's day. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** 00:30–08:00 (J14): the evening is the busiest time, the small hours are for sleep. */
export const QUIET_HOURS: QuietHours = { from: 30, to: 480 };

/**
 * The setting `quietHours`: `{"from":"00:30","to":"08:00"}`, or `null` for none. Anything else is the default.
 *
 * @example readQuietHours({ from: '22:00', to: '07:30' }) // => { from: 1320, to: 450 }
 * @example readQuietHours(null) // => null
 * @example readQuietHours('late') // => { from: 30, to: 480 }
 */
export function readQuietHours(value: Json | undefined): QuietHours | null {
  if (value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value)) return QUIET_HOURS;
  const { from, to } = value as { readonly from?: Json; readonly to?: Json };
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return start === null || end === null ? QUIET_HOURS : { from: start, to: end };
}

function minuteOf(text: Json | undefined): number | null {
  const match = typeof text === 'string' ? /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) : null;
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/**
 * Whether a minute of the day lies in the quiet hours, which may run over midnight.
 *
 * @example isQuiet({ from: 1320, to: 450 }, 30) // => true
 * @example isQuiet({ from: 30, to: 480 }, 480) // => false
 */
export function isQuiet(hours: QuietHours | null, minute: number): boolean {
  if (hours === null) return false;
  const { from, to } = hours;
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}
