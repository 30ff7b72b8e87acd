import { noteReceived } from '@extension/book/actions/gifts';
import { EditValue } from '@extension/ui/EditValue';
import { useMore } from '@extension/ui/more';
import type { Gift } from '@shared/records/gift';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';

/** How a gift that went out was received: a click, a few words, Enter (P8). */
export function GiftReceived({ gift }: { readonly gift: Gift }) {
  const { t } = useMore();
  const { session } = usePanel();
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <EditValue
        label={t('parcels.gift.received')}
        start={gift.received}
        maxLength={400}
        class="received-field"
        onSave={(text) => {
          setEditing(false);
          if (text === gift.received) return;
          void session.run(noteReceived(session.book, gift.id, text), { key: 'parcels.gift.receivedDone' });
        }}
        onLeave={() => setEditing(false)}
      />
    );
  }
  return (
    <span class="received">
      {gift.received !== '' && <q>{gift.received}</q>}
      <button type="button" class="plain" onClick={() => setEditing(true)}>
        {t(gift.received === '' ? 'parcels.gift.askReceived' : 'parcels.stock.edit')}
      </button>
    </span>
  );
}
