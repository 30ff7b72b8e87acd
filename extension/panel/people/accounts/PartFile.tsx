import { unmergeBuyers } from '@extension/book/actions/merge-buyers';
import { unmergePreview } from '@extension/book/reads/merge-preview';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { usePanel } from '../../state/context';
import { Box } from '../Box';
import { counted } from '../counted';
import { fieldWord } from './field-word';
import { Leave } from './LinkAccount';

/** Parts a file from the one it was joined to: what goes back, what stays because it came later. */
export function PartFile({ goneId, onLeave }: { readonly goneId: string; readonly onLeave: () => void }) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const preview = useLive(() => unmergePreview(book, goneId), [book, goneId]);
  if (!preview) return null;
  const { name } = preview.gone;
  async function part(): Promise<void> {
    const line = { key: 'people.done.unmerged', params: { name } } as const;
    if ((await session.run(unmergeBuyers(book, goneId), line)).ok) onLeave();
  }
  const back = counted(preview.back, t);
  const stays = counted(preview.stays, t);
  const fields = [...new Set(preview.changedSince.map(fieldWord))].map((word) => t(word));
  return (
    <Box label={t('people.merge.part', { name })} onLeave={onLeave}>
      {preview.unknown ? (
        <p>{t('people.unmerge.unknown', { name })}</p>
      ) : (
        <>
          <p>
            {back === ''
              ? t('people.unmerge.backNothing', { name })
              : t('people.unmerge.back', { name, what: back })}
          </p>
          {stays !== '' && <p>{t('people.unmerge.stays', { what: stays })}</p>}
          {fields.length > 0 && <p>{t('people.unmerge.fields', { what: fields.join(t('people.join')) })}</p>}
        </>
      )}
      <span class="acts">
        <button type="button" class="primary" onClick={() => void part()}>
          {t('people.unmerge.do')}
        </button>
        <Leave onLeave={onLeave} />
      </span>
    </Box>
  );
}
