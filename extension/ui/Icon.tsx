/** One line set, drawn on a 20 px grid; decorative always, because a word stands beside it or names the button. */
const PATHS = {
  find: 'M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM13 13l4 4',
  menu: 'M4 6h12M4 10h12M4 14h12',
  fill: 'M4 4v5a3 3 0 0 0 3 3h9M12 8l4 4-4 4',
  check: 'M4 10.5l4 4 8-9',
  close: 'M5 5l10 10M15 5L5 15',
  late: 'M10 3.5v8M10 15.2v1',
  clock: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM10 6v4l3 2',
  gift: 'M3.5 8h13v3h-13zM5 11v6h10v-6M10 8v9M10 8C6 8 5.5 4 8 4s2 4 2 4 .5-4 2.5-4S14 8 10 8Z',
  parcel: 'M3 6.5L10 3l7 3.5v7L10 17l-7-3.5zM3 6.5l7 3.5 7-3.5M10 10v7',
  promise: 'M4 3.5h9l3 3v10H4zM7 8h6M7 11h6M7 14h3',
  discount: 'M4 4h6l7 7-6 6-7-7zM7.2 7.2h.1',
  note: 'M4 4h12v8l-4 4H4zM12 16v-4h4',
  open: 'M7 5l5 5-5 5',
  fold: 'M5 7.5l5 5 5-5',
  people:
    'M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 17c0-3.5 2-5.5 5-5.5s5 2 5 5.5M13 9a2.5 2.5 0 1 0 0-5M14 11.7c2.4.3 4 2.2 4 5.3',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  back: 'M12 4l-6 6 6 6',
  home: 'M3.5 9.5L10 4l6.5 5.5V16.5h-13zM8 16.5v-4h4v4',
  add: 'M10 4v12M4 10h12',
  wait: 'M6 3h8M6 17h8M6.5 3c0 4 7 5 7 7s-7 3-7 7M13.5 3c0 4-7 5-7 7s7 3 7 7',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: 16 | 20 }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
