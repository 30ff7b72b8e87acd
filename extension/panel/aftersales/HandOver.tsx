import '../people/people.css';
import { settleGuarantee, tickHandOver } from '@extension/book/actions/guarantees';
import { CheckField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { type Guarantee, HAND_OVER } from '@shared/records/guarantee';
import { missingHandOver } from '@shared/records/guarantee-rule';
import { Box } from '../people/Box';
import { usePanel } from '../state/context';

/** The hand-over of an exchange, line by line; only when all of it is done are the goods exchanged (P15). */
export function HandOver({
  guarantee,
  onLeave,
}: {
  readonly guarantee: Guarantee;
  readonly onLeave: () => void;
}) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const { id, what, handOver } = guarantee;
  const missing = missingHandOver(guarantee).length;
  async function exchanged(): Promise<void> {
    const line = { key: 'aftersales.done.exchanged', params: { what } } as const;
    if ((await session.run(settleGuarantee(book, id, 'exchanged'), line)).ok) onLeave();
  }
  return (
    <Box label={t('aftersales.exchange')} onLeave={onLeave}>
      {HAND_OVER.map((part) => (
        <CheckField
          key={part}
          label={t(`aftersales.handOver.${part}`)}
          checked={handOver.includes(part)}
          onChecked={(done) =>
            void session.run(tickHandOver(book, id, part, done), {
              key: 'aftersales.done.handOver',
              params: { what: t(`aftersales.handOver.${part}`) },
            })
          }
        />
      ))}
      {missing > 0 && <p class="notice">{t('aftersales.handOver.why', { n: missing })}</p>}
      <div class="acts">
        <button type="button" class="primary" disabled={missing > 0} onClick={() => void exchanged()}>
          {t('aftersales.handOver.done')}
        </button>
        <button type="button" class="plain" onClick={onLeave}>
          {t('common.close')}
        </button>
      </div>
    </Box>
  );
}
