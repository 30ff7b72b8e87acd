import './desk.css';
import { addSample, removeSample } from '@extension/book/actions/sample';
import { firstDay } from '@extension/book/reads/first-day';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { SAMPLE_BUYER } from '@shared/records/sample';
import { usePanel } from '../state/context';

/** What the first day offers below Today: a sample to try, a book from an old computer (J22). */
export function FirstDay() {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const seen = useLive(() => firstDay(book), [book]);
  if (!seen) return null;
  const name = t('desk.sample.name');
  const settings = `/options.html?lang=${lang}#backup`;
  const open = () => session.openBuyer({ id: SAMPLE_BUYER, name });
  const begin = async () => {
    const words = {
      name,
      promise: t('desk.sample.promise'),
      quote: t('desk.sample.quote'),
      gift: t('desk.sample.gift'),
      reason: t('panel.gift.reasonWait'),
      packing: t('desk.sample.note'),
    };
    const ack = await session.run(addSample(book, words), { key: 'desk.sample.done' });
    if (ack.ok) open();
  };
  return (
    <>
      {seen.sample && (
        <div class="first-day">
          <button type="button" onClick={open}>
            {t('desk.sample.open')}
          </button>
          <RemoveSample />
        </div>
      )}
      {seen.empty && (
        <div class="first-day">
          {!seen.sample && (
            <button type="button" onClick={() => void begin()}>
              {t('desk.sample.offer')}
            </button>
          )}
          <a class="quiet" href={settings} target="_blank" rel="noopener">
            {t('desk.first.restore')}
          </a>
        </div>
      )}
    </>
  );
}

/** One click takes the sample out with all that was tried on it; one undo brings it back. */
export function RemoveSample() {
  const { t } = useMore();
  const { session } = usePanel();
  const remove = async () => {
    const ack = await session.run(removeSample(session.book), { key: 'desk.sample.removed' });
    if (ack.ok && session.view.value.kind === 'buyer') session.back();
  };
  return (
    <button type="button" class="plain" onClick={() => void remove()}>
      {t('desk.sample.remove')}
    </button>
  );
}
