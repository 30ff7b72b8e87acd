import { composing } from '@extension/ui/keys';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface BoxProps {
  readonly label: string;
  readonly onLeave: () => void;
  readonly children: ComponentChildren;
}

/** A question asked in its place, before something is done: Esc leaves it, and the focus goes back where it was. */
export function Box({ label, onLeave, children }: BoxProps) {
  const box = useRef<HTMLElement>(null);
  // Before the frame is drawn: who types on at once must not lose the first letters.
  useLayoutEffect(() => {
    const before = document.activeElement;
    if (!box.current?.contains(before)) {
      box.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    }
    box.current?.scrollIntoView?.({ block: 'nearest' });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <section
      ref={box}
      class="people-box"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || composing(event)) return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    >
      <p class="people-box-title">{label}</p>
      {children}
    </section>
  );
}
