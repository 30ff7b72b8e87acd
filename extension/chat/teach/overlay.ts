/** What the picker draws over the page, in a closed shadow tree: no style of the page reaches in, none gets out. */
export interface Overlay {
  /** Frames an element; null frames nothing. */
  readonly frame: (element: Element | null) => void;
  /** Frames everything that was found, faintly. */
  readonly found: (elements: readonly Element[]) => void;
  readonly say: (words: string) => void;
  /** While a press lasts nothing of the page lies under the pointer: what follows it reaches no button. */
  readonly shield: (on: boolean) => void;
  readonly remove: () => void;
}

const INK = '#1f4e79';
const PAPER = '#fbf8f1';
const TOP = '2147483647';
const MOST_FOUND = 200;

export function createOverlay(document: Document): Overlay {
  const host = document.createElement('div');
  // Styles are set one by one: the page's policy may forbid a style sheet, and `all` undoes what the page says of divs.
  dress(host, { all: 'initial', position: 'fixed', inset: '0', 'z-index': TOP, 'pointer-events': 'none' });
  host.setAttribute('aria-hidden', 'true');
  const root = host.attachShadow({ mode: 'closed' });
  const ring = document.createElement('div');
  dress(ring, { ...box, border: `2px solid ${INK}`, 'background-color': `${INK}22`, display: 'none' });
  const label = document.createElement('div');
  dress(label, {
    position: 'fixed',
    left: '50%',
    top: '8px',
    transform: 'translateX(-50%)',
    'max-width': '90%',
    padding: '6px 12px',
    border: `1px solid ${INK}`,
    'border-radius': '6px',
    'background-color': PAPER,
    color: '#22252b',
    font: '14px/20px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui',
    display: 'none',
  });
  const marks = document.createElement('div');
  root.append(marks, ring, label);
  document.documentElement.append(host);
  return {
    frame(element) {
      if (!element) {
        dress(ring, { display: 'none' });
        return;
      }
      dress(ring, { display: 'block', ...placeOf(element) });
    },
    found(elements) {
      const drawn = elements.slice(0, MOST_FOUND).map((element) => {
        const mark = document.createElement('div');
        dress(mark, { ...box, border: `1px dashed ${INK}`, ...placeOf(element) });
        return mark;
      });
      marks.replaceChildren(...drawn);
    },
    say(words) {
      label.textContent = words;
      dress(label, { display: words === '' ? 'none' : 'block' });
    },
    shield(on) {
      dress(host, { 'pointer-events': on ? 'auto' : 'none' });
    },
    remove: () => host.remove(),
  };
}

const box = {
  position: 'fixed',
  'box-sizing': 'border-box',
  'border-radius': '3px',
  'pointer-events': 'none',
} as const;

function placeOf(element: Element): Readonly<Record<string, string>> {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left: `${left - 2}px`, top: `${top - 2}px`, width: `${width + 4}px`, height: `${height + 4}px` };
}

function dress(element: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}
