const SECONDS: readonly (readonly [RegExp, number])[] = [
  [/^(天|日|d)/i, 86_400],
  [/^(小|时|時|h)/i, 3600],
  [/^(分|m)/i, 60],
  [/^(秒|s)/i, 1],
];
const PIECE =
  /(\d{1,4})\s*(天|日|days?|d|小时|小時|时|時|hours?|hrs?|h|分钟|分鐘|分|minutes?|mins?|m|秒钟|秒|seconds?|secs?|s)(?![a-z])/gi;
const CLOCK = /^\D*(\d{1,3}):(\d{2})(?::(\d{2}))?\D*$/;
const ONLY =
  /^(?:已?等待|等待|已?超时|未回复|waiting)?\s*(?:\d{1,4}\s*(?:天|小时|小時|分钟|分鐘|分|秒|d|h|min|m|s)\s*)+$/i;

/**
 * How long a page says somebody waits, in seconds; null where it says none.
 *
 * @example parseDuration('4分钟') // => 240
 * @example parseDuration('1h 5m') // => 3900
 * @example parseDuration('03:25') // => 205
 * @example parseDuration('超时') // => null
 */
export function parseDuration(text: string): number | null {
  const line = text.slice(0, 60).replaceAll('：', ':');
  const clock = CLOCK.exec(line);
  if (clock) {
    const [a, b, c] = [Number(clock[1]), Number(clock[2]), clock[3]];
    return c === undefined ? a * 60 + b : a * 3600 + b * 60 + Number(c);
  }
  let total: number | null = null;
  for (const [, amount, unit] of line.matchAll(PIECE)) {
    const factor = SECONDS.find(([name]) => name.test(unit ?? ''))?.[1] ?? 0;
    total = (total ?? 0) + Number(amount) * factor;
  }
  return total;
}

/**
 * Whether a text is nothing but a duration. "等了3分钟了" in a buyer's message is no timer.
 *
 * @example isOnlyDuration('等待 4分钟') // => true
 * @example isOnlyDuration('等了3分钟了') // => false
 */
export function isOnlyDuration(text: string): boolean {
  return text.length <= 30 && ONLY.test(text.trim());
}
