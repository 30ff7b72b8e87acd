import './companion.css';
import { openFile } from '@extension/book/actions/companion';
import { linkOrders } from '@extension/book/actions/orders';
import { orderNumberIn } from '@extension/chat/read/ops';
import { SelectField, TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { platformName } from '@extension/ui/platform-name';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { byName, lastProgram, PROGRAMS, type Program, rememberProgram } from './programs';

/**
 * Nobody fits what was typed or pasted: one press opens a file. An order number is no name; it is put down as an
 * order of whoever is named.
 */
export function NewBuyer({ typed, onOpened }: { readonly typed: string; readonly onOpened: () => void }) {
  const { t } = useMore();
  const { session } = usePanel();
  const number = orderNumberIn(typed);
  const [name, setName] = useState(number === null ? typed.trim().slice(0, 60) : '');
  const [program, setProgram] = useState<Program>(lastProgram(session.storage));

  async function open(event: Event): Promise<void> {
    event.preventDefault();
    if (name.trim() === '') return;
    const { book } = session;
    rememberProgram(session.storage, program);
    const who = byName(program, name);
    const line = { key: 'companion.opened', params: { name: who.account.displayName } } as const;
    const ack = await session.run(openFile(book, who), line);
    if (!ack.ok || ack.buyerId === null) return;
    if (number !== null) await linkOrders(book, ack.buyerId, program, [number], 'seller');
    onOpened();
    session.openBuyer({ id: ack.buyerId, name: who.account.displayName });
  }
  return (
    <form class="new-buyer" onSubmit={(event) => void open(event)} aria-label={t('companion.new')}>
      <TextField label={t('companion.newName')} value={name} onValue={setName} />
      <SelectField
        label={t('companion.program')}
        value={program}
        options={PROGRAMS.map((value) => ({
          value,
          label: value === 'qianniu' ? t('companion.qianniu') : platformName(value, t),
        }))}
        onValue={setProgram}
      />
      {number !== null && <p class="quiet small">{t('companion.order', { number })}</p>}
      <button type="submit" class="primary">
        {t('companion.open')}
      </button>
    </form>
  );
}
