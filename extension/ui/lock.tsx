import './keeping.css';
import { knownCode } from '@extension/book/generations';
import type { Lang } from '@shared/i18n/lang';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { type DurableWords, durableWords } from './durable-words';
import { isIdle, type Lock, opensLock, readLock, touch } from './lock-store';

/** How often is looked whether nobody has touched a page for too long, in milliseconds. */
const LOOK = 2_000;
/** A touch is noted at most so often, in milliseconds. */
const NOTED = 5_000;

/** Not from the library: it numbers each tree it draws anew, and this is the second one of the page. */
const FIELD = 'screen-password';

let screen: HTMLElement | null = null;

/** Hides a page while the lock is on and nobody has touched any page for as long as it says. */
export function guardScreen(app: HTMLElement): void {
  let noted = 0;
  const touched = () => {
    const now = Date.now();
    if (screen || now - noted < NOTED || !readLock()) return;
    noted = now;
    touch(now);
  };
  const look = () => {
    const lock = readLock();
    if (!lock || !isIdle(lock, Date.now())) show(app);
    else if (!screen) void hide(app, lock);
  };
  for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, touched, { capture: true });
  // No key of the hidden page works behind it.
  window.addEventListener('keydown', keepKeys, { capture: true });
  window.addEventListener('storage', look);
  setInterval(look, LOOK);
  look();
}

function keepKeys(event: KeyboardEvent): void {
  if (!screen) return;
  if (!(event.target instanceof Node && screen.contains(event.target))) {
    event.stopImmediatePropagation();
    event.preventDefault();
  }
}

function show(app: HTMLElement): void {
  app.hidden = false;
  if (!screen) return;
  render(null, screen);
  screen.remove();
  screen = null;
}

async function hide(app: HTMLElement, lock: Lock): Promise<void> {
  screen = document.createElement('div');
  document.body.append(screen);
  app.hidden = true;
  const here = screen;
  const t = await durableWords(document.documentElement.lang as Lang);
  if (screen !== here) return;
  const onOpen = () => {
    touch(Date.now());
    show(app);
  };
  render(<LockScreen lock={lock} t={t} onOpen={onOpen} />, here);
}

interface LockScreenProps {
  readonly lock: Lock;
  readonly t: DurableWords;
  readonly onOpen: () => void;
}

function LockScreen({ lock, t, onOpen }: LockScreenProps) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [trying, setTrying] = useState(false);
  async function open(): Promise<void> {
    setTrying(true);
    const code = await knownCode().catch(() => null);
    const opens = await opensLock(lock, typed, code);
    setTrying(false);
    setTyped('');
    setWrong(!opens);
    if (opens) onOpen();
  }
  return (
    <main class="page lock-screen">
      <form
        onKeyDown={(event) => event.stopPropagation()}
        onSubmit={(event) => {
          event.preventDefault();
          if (!trying && typed !== '') void open();
        }}
      >
        <label for={FIELD}>{t('durable.lock.locked')}</label>
        <input
          id={FIELD}
          type="password"
          value={typed}
          autocomplete="current-password"
          // The page was just hidden: whoever comes back types.
          autofocus
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="primary" disabled={trying}>
          {t('durable.lock.open')}
        </button>
        {wrong && <p role="alert">{t('durable.lock.wrong')}</p>}
        <p class="quiet small">{t('durable.lock.honest')}</p>
      </form>
    </main>
  );
}
