import { rememberAllowed } from '@extension/book/actions/allowed-sites';
import { adapterForAddress } from '@extension/chat/another-page';
import { TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';

/** A page that is not allowed does not even tell its address: the seller gives it, and the browser asks once. */
export function AllowAddress() {
  const { t } = useMore();
  const { session } = usePanel();
  const [address, setAddress] = useState('');
  const [fault, setFault] = useState<string | null>(null);

  function allow(event: Event): void {
    event.preventDefault();
    const known = session.followed.value?.matches ?? [];
    const adapter = adapterForAddress(address);
    const matches = known.length > 0 ? known : (adapter?.matches ?? []);
    if (matches.length === 0) {
      setFault(t('chat.another.bad', { address: address.trim().slice(0, 80) }));
      return;
    }
    const refused = () => setFault(t('panel.follow.refused', { site: matches[0] ?? '' }));
    // Nothing awaited before the request: the browser asks its question only right after a click.
    session.port.allow(matches).then((allowed) => {
      if (!allowed) return refused();
      setFault(null);
      void rememberAllowed(session.book, matches);
    }, refused);
  }
  const named = (session.followed.value?.matches.length ?? 0) > 0;
  return (
    <form class="teach" onSubmit={allow}>
      <p>{t('teach.where')}</p>
      {!named && (
        <TextField label={t('chat.another.address')} value={address} onValue={setAddress} autofocus />
      )}
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <button type="submit" class="primary">
        {t('teach.allow')}
      </button>
    </form>
  );
}
