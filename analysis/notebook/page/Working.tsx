import { isWordKey, sayCode, type Writer } from '../text/writer';

interface WorkingProps {
  readonly step: string;
  readonly part: number;
  /** Whether a letter is there to be read meanwhile: it is not pushed down, nor up at the end. */
  readonly over?: boolean;
  readonly onCancel: () => void;
  readonly writer: Writer;
}

/** How far the work is, and the way out of it. */
export function Working({ step, part, over = false, onCancel, writer }: WorkingProps) {
  const { t } = writer;
  // A step is named by a word key or by a code of ours; what nobody has words for is simply work.
  const named = isWordKey(step) ? t(step) : sayCode(writer, step, 'notebook.step');
  const label = named === step ? t('notebook.working') : named;
  return (
    <section class={over ? 'working over' : 'working'} aria-live="polite">
      <label for="working-bar">{label}</label>
      <progress id="working-bar" max={1} value={part} />
      <button type="button" onClick={onCancel}>
        {t('common.cancel')}
      </button>
    </section>
  );
}
