import { useMore } from '@extension/ui/more';
import { Line } from './Line';

interface CautionProps {
  readonly caution: string;
  readonly evidence: string;
  readonly onSave: (fields: { caution?: string | null; cautionEvidence?: string }) => void;
}

/** A caution with what it rests on: yellow, for the shop's eyes only. Taken away, its evidence goes with it. */
export function Caution({ caution, evidence, onSave }: CautionProps) {
  const { t } = useMore();
  return (
    <>
      <Line
        label={t('panel.profile.caution')}
        value={caution}
        multiline
        class={caution === '' ? '' : 'private people-caution'}
        onSave={(text) => onSave(text === '' ? { caution: null, cautionEvidence: '' } : { caution: text })}
      />
      {caution !== '' && (
        <Line
          label={t('people.profile.evidence')}
          value={evidence}
          empty={t('people.profile.evidenceAdd')}
          multiline
          class="private people-evidence"
          onSave={(text) => onSave({ cautionEvidence: text })}
        />
      )}
    </>
  );
}
