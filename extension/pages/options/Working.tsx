import { useMore } from '@extension/ui/more';

interface WorkingProps {
  readonly label: string;
  /** 0 to 1. */
  readonly part: number;
  readonly onStop?: () => void;
}

/** Something that takes a while: how far it is, and the way out of it. */
export function Working({ label, part, onStop }: WorkingProps) {
  const { t } = useMore();
  return (
    <div class="notice working">
      <label>
        {label} <progress max={1} value={part} />
      </label>
      {onStop && (
        <button type="button" class="plain" onClick={onStop}>
          {t('common.cancel')}
        </button>
      )}
    </div>
  );
}
