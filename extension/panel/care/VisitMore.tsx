import { TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { ScoreField } from '@extension/ui/ScoreField';
import { MORE_SCORES, type VisitTyped } from '../forms/visit-typed';

interface VisitMoreProps {
  readonly fields: VisitTyped;
  readonly set: (patch: Partial<VisitTyped>) => void;
}

/** The rest of the return-visit sheet (P13). */
export function VisitMore({ fields, set }: VisitMoreProps) {
  const { t } = useMore();
  return (
    <>
      <div class="scores">
        {MORE_SCORES.map((name) => (
          <ScoreField
            key={name}
            label={t(`records.visit.score.${name}`)}
            value={fields[name]}
            onValue={(value) => set({ [name]: value })}
          />
        ))}
      </div>
      <TextField
        label={t('care.visit.recommend')}
        value={fields.recommend}
        onValue={(recommend) => set({ recommend })}
        placeholder={t('care.visit.recommendHint')}
        narrow
      />
      <TextField
        label={t('care.visit.suggestions')}
        value={fields.suggestions}
        onValue={(suggestions) => set({ suggestions })}
        multiline
      />
    </>
  );
}
