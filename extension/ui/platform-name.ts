import type { Translate } from '@shared/i18n/shop';
import { hasOrderExports, orderPlatform } from '@shared/records/platform';

/** A platform as its sellers call it; a site of the owner's own teaching by its id. */
export function platformName(id: string, t: Translate): string {
  if (id === 'wecom' || id === 'desktop') return t(`records.platform.${id}`);
  const platform = orderPlatform(id);
  return hasOrderExports(platform) ? t(`records.platform.${platform}`) : id;
}
