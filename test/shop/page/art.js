import { s } from './dom.js';

/** Line icons of the rail and the reply box, on a 20 × 20 grid. */
const ICONS = {
  chat: 'M3 4.5h14v9H9l-4 3v-3H3z',
  orders: 'M5 3h10v14l-2.5-1.6L10 17l-2.5-1.6L5 17zM7.5 7h5M7.5 10.5h5',
  goods: 'M3.5 6.5 10 3l6.5 3.5v7L10 17l-6.5-3.5zM3.5 6.5 10 10l6.5-3.5M10 10v7',
  notice: 'M4 15h12l-1.5-2V9a4.5 4.5 0 0 0-9 0v4zM8.5 17h3',
  leave: 'M8 4H4v12h4M9 10h8m-3-3 3 3-3 3',
  search: 'M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4m4 9 3.5 3.5',
  smile: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M7.3 12c1.4 1.8 4 1.8 5.4 0M7.5 8.2v.1M12.5 8.2v.1',
  close: 'M5 5l10 10M15 5 5 15',
};

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  return s(
    'svg',
    { viewBox: '0 0 20 20', width: 20, height: 20, 'aria-hidden': 'true', class: 'icon' },
    s('path', {
      d: ICONS[name],
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 1.5,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  );
}

const SHAPES = {
  cup: 'M15 17h28l-3 26a4 4 0 0 1-4 3.500H22a4 4 0 0 1-4-3.500zM42.500 22c9-2 10 12-1.500 13',
  teapot: 'M20 26c0-7 24-7 24 0 5 4 5 16-3 21H23c-8-5-8-17-3-21zM29 19h6v-4h-6zM47 32l10-8M17 34 5 28',
  vase: 'M28 8h8v10c0 4 10 9 10 20 0 8-6 14-14 14s-14-6-14-14c0-11 10-16 10-20z',
  bowl: 'M10 24h44c0 13-8 20-15 21v4H25v-4c-7-1-15-8-15-21z',
  caddy: 'M18 22h28v24a4 4 0 0 1-4 4H22a4 4 0 0 1-4-4zM21 14h22v6H21zM28 10h8v4h-8z',
  tray: 'M6 40h52l-3 8H9zM16 26c0-5 16-5 16 0 3 3 3 9-1 13H17c-4-4-4-10-1-13zM40 28h12l-1 11h-10z',
};

/**
 * A picture of a good: its vessel in its glaze on a table.
 *
 * @param {{ shape: keyof typeof SHAPES, glaze: string }} good
 * @param {number} size
 */
export function picture(good, size) {
  return s(
    'svg',
    { viewBox: '0 0 64 64', width: size, height: size, class: 'picture', 'aria-hidden': 'true' },
    s('rect', { width: 64, height: 64, fill: '#efece5' }),
    s('rect', { y: 45, width: 64, height: 19, fill: '#ddd5c7' }),
    s('ellipse', { cx: 32, cy: 50, rx: 20, ry: 3.5, fill: '#c3b9a7' }),
    s('path', {
      d: SHAPES[good.shape],
      fill: good.glaze,
      stroke: '#3b3833',
      'stroke-opacity': 0.35,
      'stroke-width': 1.4,
      'stroke-linejoin': 'round',
    }),
    s('path', {
      d: 'M22 30c0 6 1 9 3 12',
      fill: 'none',
      stroke: '#fff',
      'stroke-opacity': 0.45,
      'stroke-width': 2,
    }),
  );
}

const HUES = ['#7d8fb3', '#b3876a', '#6f9a8a', '#a57f9e', '#8a8f5c', '#5f93a8', '#b07676', '#7c7fae'];

/**
 * A round avatar with the first sign of the masked name, in a colour of the buyer's own.
 *
 * @param {string} uid
 * @param {string} name
 */
export function avatar(uid, name) {
  const hue = HUES[Number(uid.slice(-3)) % HUES.length];
  const letter = s('text', {
    x: 18,
    y: 23.5,
    'text-anchor': 'middle',
    fill: '#fff',
    'font-size': 15,
    'font-weight': 600,
  });
  letter.textContent = name.slice(0, 1).toUpperCase();
  return s(
    'svg',
    { viewBox: '0 0 36 36', width: 36, height: 36, class: 'avatar', 'aria-hidden': 'true' },
    s('circle', { cx: 18, cy: 18, r: 18, fill: hue }),
    letter,
  );
}
