import { CheckField } from '@extension/ui/fields';
import { guestLooks, letGuestLook } from '@extension/ui/guest';
import { useMore } from '@extension/ui/more';
import { Part } from '../../options/Part';

/** Somebody looks over the shoulder: names are masked on every page of this computer at once. */
export function GuestPart() {
  const { t } = useMore();
  return (
    <Part title={t('privacy.guest.title')}>
      <CheckField label={t('privacy.guest.switch')} checked={guestLooks.value} onChecked={letGuestLook} />
      <p class="quiet">{t('privacy.guest.about')}</p>
    </Part>
  );
}
