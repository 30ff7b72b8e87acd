import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Writer } from '../text/writer';

interface MoreActsProps {
  readonly writer: Writer;
  readonly children: ComponentChildren;
}

/** Acts of a bar that a narrow window keeps behind one button; a wide one shows them all. */
export function MoreActs({ writer, children }: MoreActsProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="more-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {writer.t('notebook.more')}
      </button>
      <span class={open ? 'bar-acts open' : 'bar-acts'}>{children}</span>
    </>
  );
}
