import { eraseBuyer, erasingDone } from '@extension/book/actions/erase-buyer';
import type { OpenBook } from '@extension/book/open';
import { TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import type { Buyer } from '@shared/records/buyer';
import { matchKey } from '@shared/text/normalize';
import { useState } from 'preact/hooks';
import { forgetDrafts } from './forget-drafts';

interface EraseFormProps {
  readonly book: OpenBook;
  readonly buyer: Buyer;
  readonly records: number;
  readonly onLeave: () => void;
  readonly onErased: (said: string) => void;
}

/** Asked before somebody is erased: what goes, what stays out of reach, and the name typed. Then there is no undo. */
export function EraseForm({ book, buyer, records, onLeave, onErased }: EraseFormProps) {
  const { t } = useMore();
  const [typed, setTyped] = useState('');
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const sure = matchKey(typed) !== '' && matchKey(typed) === matchKey(buyer.name);
  async function erase(): Promise<void> {
    if (!sure || working) return;
    setWorking(true);
    setFault(null);
    const from = performance.now();
    const accounts = await book.db.accounts.where('buyerId').equals(buyer.id).toArray();
    const ack = await eraseBuyer(book, buyer.id);
    if (!ack.ok) {
      setWorking(false);
      setFault(t(`records.refused.${ack.reason}`, { detail: ack.detail }));
      return;
    }
    forgetDrafts(localStorage, [buyer.id, ...accounts.map(({ key }) => key)]);
    const clean = await erasingDone(book);
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    onErased(t(clean ? 'privacy.erase.done' : 'privacy.erase.later', { seconds, n: records }));
  }
  return (
    <form
      class="notice privacy-erase no-print"
      aria-label={t('privacy.erase.what', { name: buyer.name })}
      onSubmit={(event) => {
        event.preventDefault();
        void erase();
      }}
    >
      <p>
        <strong>{t('privacy.erase.what', { name: buyer.name })}</strong>
      </p>
      <p>{t('privacy.erase.how', { n: records })}</p>
      <p>{t('privacy.erase.left')}</p>
      <p>{t('privacy.erase.never')}</p>
      <TextField
        label={t('privacy.erase.type')}
        value={typed}
        onValue={setTyped}
        placeholder={buyer.name}
        autofocus
      />
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <div class="acts">
        <button type="submit" class="primary" disabled={!sure || working}>
          {t(working ? 'privacy.erase.working' : 'privacy.erase.do')}
        </button>
        <button type="button" class="plain" disabled={working} onClick={onLeave}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
