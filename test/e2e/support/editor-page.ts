import type { insertText } from '@extension/chat/insert/insert';
import type { FillRequest, FillResult } from '@extension/messaging/protocol';
import type { EditorName, Filled, Tried } from './editor-lab';

/** Runs in the page: mounts one real editor, has it filled our way and notes everything that happens meanwhile. */

interface Mounted {
  readonly box: HTMLElement;
  /** The editor's own model as text. */
  readonly text: () => string;
}

interface Editor {
  readonly mount: (holder: HTMLElement) => Mounted | Promise<Mounted>;
}

const KEYS = ['keydown', 'keypress', 'keyup', 'click', 'mousedown', 'pointerdown', 'submit'] as const;

let editors: Readonly<Record<EditorName, Editor>>;
let insert: typeof insertText | null;
let at: Mounted;
let pressed: string[] = [];

/** @param insertion null: a content script puts the texts in */
export function start(all: Readonly<Record<EditorName, Editor>>, insertion: typeof insertText | null): void {
  editors = all;
  insert = insertion;
  for (const kind of KEYS) document.addEventListener(kind, () => pressed.push(kind), true);
}

export async function mount(name: EditorName): Promise<void> {
  const form = document.createElement('form');
  form.innerHTML = '<div></div><button>发送</button>';
  document.body.replaceChildren(form);
  at = await editors[name].mount(form.firstElementChild as HTMLElement);
}

export const model = (): string => at.text();

/** Puts the focus into the box, as a click does. */
export const caret = (): void => at.box.focus();

export async function fill(text: string, draft: FillRequest['draft']): Promise<Filled> {
  const { box } = at;
  const before = at.text();
  const tried: Tried[] = [];
  const note = (way: string) => {
    if (tried.at(-1)?.way !== way) tried.push({ way, untouched: at.text() === before });
  };
  const onEvent = (event: Event) => {
    // What the editor or the browser makes of our command is not a way of its own.
    if (!event.isTrusted) note(event.type);
  };
  for (const kind of ['paste', 'beforeinput']) document.addEventListener(kind, onEvent, true);
  const own = document.execCommand;
  document.execCommand = (...given) => {
    note('command');
    return own.apply(document, given);
  };
  pressed = [];
  try {
    const result = await (insert ? fillHere(insert, box, text, draft) : askContent(box, text, draft));
    return { result, model: at.text(), tried, pressed };
  } finally {
    document.execCommand = own;
    for (const kind of ['paste', 'beforeinput']) document.removeEventListener(kind, onEvent, true);
  }
}

function fillHere(
  into: typeof insertText,
  box: HTMLElement,
  text: string,
  draft: FillRequest['draft'],
): Promise<FillResult> {
  return into(
    box,
    { text, draft },
    {
      firefox: false,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      stillSame: () => true,
      composing: () => false,
    },
  );
}

function askContent(box: HTMLElement, text: string, draft: FillRequest['draft']): Promise<FillResult> {
  return new Promise((resolve) => {
    document.addEventListener(
      'filled',
      (event) => resolve(JSON.parse((event as CustomEvent<string>).detail) as FillResult),
      { once: true },
    );
    const detail = JSON.stringify({ text, draft });
    box.dispatchEvent(new CustomEvent('fill', { detail, bubbles: true, composed: true }));
  });
}
