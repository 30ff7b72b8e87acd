const QUARTER_HOUR = 900_000;

/**
 * Minutes east of UTC of a zone at an instant. Answers are kept per quarter of an hour: the platform's own
 * look-up is a thousand times slower, and a file has a million times.
 */
export function zoneOffsets(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const known = new Map<number, number>();
  return (instant) => {
    const slot = Math.floor(instant / QUARTER_HOUR);
    const found = known.get(slot);
    if (found !== undefined) return found;
    const parts = new Map(
      format.formatToParts(slot * QUARTER_HOUR).map((part) => [part.type, Number(part.value)]),
    );
    const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
    const wall = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
    const offset = Math.round((wall - slot * QUARTER_HOUR) / 60_000);
    known.set(slot, offset);
    return offset;
  };
}

/**
 * The instant at which a zone's clocks show a wall time. In the hour that autumn repeats it is the first; in
 * the hour that spring skips, the time an unmoved clock would show.
 *
 * @example instantOfWall(Date.UTC(2026, 10, 22, 8), zoneOffsets('Asia/Shanghai')) // => 1795305600000
 */
export function instantOfWall(wall: number, offsetAt: (instant: number) => number): number {
  const before = offsetAt(wall - 86_400_000);
  const instant = wall - before * 60_000;
  if (offsetAt(instant) === before) return instant;
  const after = wall - offsetAt(wall + 86_400_000) * 60_000;
  return offsetAt(after) * 60_000 + after === wall ? after : instant;
}
