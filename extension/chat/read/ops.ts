import type { Op } from '../adapter';

const TIME_TAIL =
  /\s*(?:(?:\d{4}\s*[-/.年]\s*)?(?:0?[1-9]|1[0-2])\s*[-/.月]\s*(?:3[01]|[12]\d|0?[1-9])日?\s*)?\d{1,2}:\d{2}(?::\d{2})?\s*$/;
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;

/** Puts a value through the fixed steps; null when it turns out not to have the shape asked for. */
export function applyOps(value: string, ops: readonly Op[] | undefined): string | null {
  let at: string | null = value;
  for (const op of ops ?? []) {
    at = step(at, op);
    if (at === null) return null;
  }
  return at.trim() || null;
}

function step(value: string, op: Op): string | null {
  switch (op[0]) {
    case 'before':
      return value.includes(op[1]) ? value.slice(0, value.indexOf(op[1])) : value;
    case 'after':
      return after(value, op[1]);
    case 'between': {
      const tail = after(value, op[1]);
      return tail?.includes(op[2]) ? tail.slice(0, tail.indexOf(op[2])) : tail;
    }
    case 'drop':
      return value.replaceAll(op[1], '');
    case 'dropBrackets':
      return value.replace(/\[[^\]]*\]|【[^】]*】/g, '');
    case 'dropTimeTail':
      return value.replace(TIME_TAIL, '');
    case 'firstLine':
      return value.trim().split('\n')[0] ?? '';
    case 'digits':
      return /\d+/.exec(value)?.[0] ?? null;
    case 'notDigits':
      return /^\s*\d+\s*$/.test(value) ? null : value;
    case 'lastSegment':
      return value.replace(/\/+$/, '').split('/').pop() ?? '';
    case 'uuid':
      return UUID.exec(value)?.[0] ?? null;
    case 'orderNo':
      return orderNumberIn(value);
  }
}

function after(value: string, mark: string): string | null {
  const at = value.indexOf(mark);
  return at < 0 ? null : value.slice(at + mark.length);
}

/**
 * The first order number in a text: Pinduoduo's with its date in front, a long run of digits (a Chinese mobile
 * number is none), or a code of capitals and digits.
 *
 * @example orderNumberIn('订单编号：260908-123456789012345') // => '260908-123456789012345'
 * @example orderNumberIn('请打 13800138000') // => null
 * @example orderNumberIn('Order SN 2309087ABCDEFG') // => '2309087ABCDEFG'
 */
export function orderNumberIn(text: string): string | null {
  const dated = /(?<!\d)\d{6}-\d{12,16}(?!\d)/.exec(text);
  if (dated) return dated[0];
  for (const [run] of text.matchAll(/(?<![\dA-Za-z-])[A-Z0-9]{10,24}(?![\dA-Za-z])/g)) {
    const digits = run.replace(/\D/g, '').length;
    const mobile = run.length === 11 && /^1[3-9]\d{9}$/.test(run);
    if (!mobile && (digits === run.length || digits >= 6)) return run;
  }
  return null;
}
