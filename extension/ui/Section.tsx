import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SectionProps {
  readonly title: string;
  readonly count?: number | undefined;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly tools?: ComponentChildren;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A collapsible region with a heading. `<details>` keeps keyboard and screen reader behaviour the browser's own. */
export function Section({ title, count, open, onToggle, tools, class: kind = '', children }: SectionProps) {
  const id = useId();
  return (
    <section class={`section ${kind}`} aria-labelledby={id}>
      <details open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
        <summary>
          <h2 id={id}>{title}</h2>
          {count !== undefined && count > 0 && <span class="count">{count}</span>}
        </summary>
        {children}
      </details>
      {tools && <div class="section-tools">{tools}</div>}
    </section>
  );
}
