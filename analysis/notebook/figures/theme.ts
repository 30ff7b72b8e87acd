/** The colours and the type a figure is drawn with, read from the page's tokens at the moment of drawing. */
export interface Theme {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly paper: string;
  readonly seal: string;
  readonly kept: string;
  readonly near: string;
  /** `series[0]` stands out most. */
  readonly series: readonly [string, string, string, string, string, string];
  readonly font: string;
}

/** Reads the tokens that hold now (light, dark or print). */
export function readTheme(root: HTMLElement = document.documentElement): Theme {
  const style = getComputedStyle(root);
  const token = (name: string, fallback: string) => style.getPropertyValue(`--${name}`).trim() || fallback;
  return {
    ink: token('ink', '#22252b'),
    quiet: token('quiet', '#6b6759'),
    line: token('line', '#e4dccb'),
    paper: token('paper', '#fbf8f1'),
    seal: token('seal', '#b3261e'),
    kept: token('kept', '#2e6b3f'),
    near: token('near', '#8a5a00'),
    series: [
      token('series-1', '#1b2433'),
      token('series-2', '#7d1f55'),
      token('series-3', '#1f5f99'),
      token('series-4', '#8a6410'),
      token('series-5', '#2f8f6a'),
      token('series-6', '#8d8a96'),
    ],
    font: token('font', 'system-ui, sans-serif'),
  };
}

/** `#rrggbb` of a hexadecimal colour, also a short one; null for any other. A minifier shortens what it can. */
function longHex(color: string): string | null {
  if (/^#[0-9a-f]{6}$/i.test(color)) return color;
  return /^#[0-9a-f]{3}$/i.test(color)
    ? `#${[...color.slice(1)].map((digit) => digit + digit).join('')}`
    : null;
}

/**
 * A colour with less ink, for bands and areas. Hexadecimal colours only; others come back as they are.
 *
 * @example withAlpha('#1f5f99', 0.2) // => '#1f5f9933'
 */
export function withAlpha(color: string, alpha: number): string {
  const long = longHex(color);
  if (long === null) return color;
  return `${long}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;
}

/**
 * A colour between two hexadecimal ones: 0 is the first, 1 the second. Others come back as the first.
 *
 * @example mixed('#ffffff', '#000000', 0.5) // => '#808080'
 * @example mixed('#fff', '#000000', 0.5) // => '#808080'
 */
export function mixed(from: string, to: string, part: number): string {
  const [one, two] = [longHex(from), longHex(to)];
  if (one === null || two === null) return from;
  const channel = (color: string, at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  const mix = (at: number) => Math.round(channel(one, at) * (1 - part) + channel(two, at) * part);
  return `#${[1, 3, 5].map((at) => mix(at).toString(16).padStart(2, '0')).join('')}`;
}

/** Diagonal lines: the second sign beside colour, and what is left of an area in black and white. */
export function hatch(color: string, paper: string, gap = 6): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = gap * 2;
  tile.height = gap * 2;
  const brush = tile.getContext('2d');
  if (!brush) return color;
  brush.fillStyle = paper;
  brush.fillRect(0, 0, tile.width, tile.height);
  brush.strokeStyle = color;
  brush.lineWidth = 2;
  brush.beginPath();
  for (const start of [-gap, 0, gap, gap * 2, gap * 3]) {
    brush.moveTo(start - gap, gap * 2);
    brush.lineTo(start + gap, 0);
  }
  brush.stroke();
  return brush.createPattern(tile, 'repeat') ?? color;
}
