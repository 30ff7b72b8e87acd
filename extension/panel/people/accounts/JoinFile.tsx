import { mergeBuyers } from '@extension/book/actions/merge-buyers';
import { mergePreview } from '@extension/book/reads/merge-preview';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import type { Buyer } from '@shared/records/buyer';
import type { ChosenField, MergeChoice, MergeSide } from '@shared/records/merged-buyer';
import { useState } from 'preact/hooks';
import { usePanel } from '../../state/context';
import { Box } from '../Box';
import { counted } from '../counted';
import { FindFile } from './FindFile';
import { fieldWord } from './field-word';
import { Leave } from './LinkAccount';
import { Side } from './Side';
import { useAccountName } from './use-account-name';

interface JoinFileProps {
  readonly buyer: Buyer;
  /** The other file, when it is known already; else it is looked up. */
  readonly goneId: string | null;
  readonly onLeave: () => void;
}

/** Two files of one person become one: look up the other one, see what would come together, then do it. */
export function JoinFile({ buyer, goneId, onLeave }: JoinFileProps) {
  const { t } = useMore();
  const [chosen, setChosen] = useState(goneId);
  const nameOf = useAccountName();
  return (
    <Box label={t('people.accounts.merge')} onLeave={onLeave}>
      {chosen !== null ? (
        <JoinConfirm keep={buyer} goneId={chosen} onLeave={onLeave} />
      ) : (
        <>
          <FindFile buyer={buyer} onFirst={(found) => setChosen(found.buyer.id)}>
            {(found) => (
              <button type="button" class="plain" onClick={() => setChosen(found.buyer.id)}>
                <Name of={found.buyer.name} />
                <span class="quiet small">{found.accounts.map(nameOf).join(' · ')}</span>
              </button>
            )}
          </FindFile>
          <Leave onLeave={onLeave} />
        </>
      )}
    </Box>
  );
}

interface JoinConfirmProps {
  readonly keep: Buyer;
  readonly goneId: string;
  readonly onLeave: () => void;
}

/** What differs side by side, what moves, and the one act that does it. */
export function JoinConfirm({ keep, goneId, onLeave }: JoinConfirmProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const [choice, setChoice] = useState<MergeChoice>({});
  const preview = useLive(() => mergePreview(book, keep.id, goneId), [book, keep.id, goneId]);
  if (!preview) return null;
  const { gone, fields, moving } = preview;
  // Where only one of the two says anything there is nothing to choose.
  const said = (buyer: Buyer, field: ChosenField) => buyer[field] !== '' && buyer[field] !== null;
  const choices = fields.filter(({ field }) => said(preview.keep, field) && said(gone, field));
  const only = fields
    .filter((one) => !choices.includes(one))
    .map(({ field }) => t(fieldWord(field)))
    .join(t('people.join'));
  const choose = (field: ChosenField, side: MergeSide) => setChoice({ ...choice, [field]: side });
  async function join(): Promise<void> {
    const action = mergeBuyers(book, keep.id, goneId, choice);
    const line = { key: 'people.done.merged', params: { name: keep.name } } as const;
    if ((await session.run(action, line)).ok) onLeave();
  }
  const moves = counted(moving, t);
  return (
    <>
      <p>
        <strong>{t('people.merge.title', { keep: keep.name, gone: gone.name })}</strong>
      </p>
      {choices.length > 0 && (
        <div class="people-sides">
          <p class="quiet small">{t('people.merge.which')}</p>
          {choices.map(({ field, suggested }) => (
            <Side
              key={field}
              field={field}
              keep={preview.keep}
              gone={gone}
              side={choice[field] ?? suggested}
              onSide={(side) => choose(field, side)}
            />
          ))}
        </div>
      )}
      {fields.length === 0 && <p class="quiet">{t('people.merge.same')}</p>}
      {only !== '' && <p class="small quiet">{t('people.merge.only', { what: only })}</p>}
      <p class="small quiet">{t('people.merge.lists')}</p>
      <p>{moves === '' ? t('people.merge.movingNothing') : t('people.merge.moving', { what: moves })}</p>
      <span class="acts">
        <button type="button" class="primary" onClick={() => void join()}>
          {t('people.merge.do')}
        </button>
        <Leave onLeave={onLeave} />
      </span>
    </>
  );
}
