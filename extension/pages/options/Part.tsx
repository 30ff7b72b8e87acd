import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface PartProps {
  readonly title: string;
  /** Its name in the page's address, for a link that leads right to it. */
  readonly anchor?: string;
  readonly children: ComponentChildren;
}

/** A part of the settings under its heading. */
export function Part({ title, anchor, children }: PartProps) {
  const id = useId();
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    // The page is drawn after its address was read: what the link named was not there yet.
    if (anchor && location.hash === `#${anchor}`) part.current?.scrollIntoView();
  }, [anchor]);
  return (
    <section class="part" aria-labelledby={id} id={anchor} ref={part}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
