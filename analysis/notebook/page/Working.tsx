import { isWordKey, sayCode, type Writer } from '../text/writer';

interface WorkingProps {
  readonly step: string;
  readonly part: number;
  readonly onCancel: () => void;
  readonly writer: Writer;
}

/** How far the work is, and the way out of it. */
export function Working({ step, part, onCancel, writer }: WorkingProps) {
  const { t } = writer;
  // A step is named by a word key or by a code of ours; what nobody has words for is simply work.
  const named = isWordKey(step) ? t(step) : sayCode(writer, step, 'notebook.step');
  const label = named === step ? t('notebook.working') : named;
  return (
    <section class="working" aria-live="polite">
      <label for="working-bar">{label}</label>
      <progress id="working-bar" max={1} value={part} />
      <button type="button" onClick={onCancel}>
        {t('common.cancel')}
      </button>
    </section>
  );
}
