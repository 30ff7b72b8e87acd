const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Minutes since midnight on the clock of a zone, 0–1439.
 *
 * @example minuteOfDay(Date.UTC(2026, 10, 22, 16, 30), 'Asia/Shanghai') // => 30
 */
export function minuteOfDay(instant: number, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(timeZone, formatter);
  }
  const [hour, minute] = formatter.format(instant).split(':').map(Number);
  return hour! * 60 + minute!;
}
