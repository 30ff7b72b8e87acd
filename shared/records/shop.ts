import * as v from 'valibot';
import type { Json } from '../text/json';
import { stored } from './envelope';
import { line } from './fields';

const json = v.custom<Json>(
  (value) =>
    value !== undefined &&
    typeof value !== 'function' &&
    typeof value !== 'symbol' &&
    typeof value !== 'bigint',
);

/**
 * A setting of the shop. Its id is `setting:<key>`, so that two seats write the same record. Keys in use are
 * listed in `SETTING_KEYS`.
 */
export const settingSchema = stored({ key: line, value: json });
export type Setting = v.InferOutput<typeof settingSchema>;

/** A site the owner taught or imported; the adapter itself is checked by `extension/chat`. */
export const siteSchema = stored({ adapterId: line, adapter: json });
export type Site = v.InferOutput<typeof siteSchema>;

export const SETTING_KEYS = [
  'currency',
  'timeZone',
  'language',
  'shopName',
  'seatName',
  'apologyGift',
  'seatNames',
  'giftBudgetDay',
  'giftBudgetBuyer',
  'quietHours',
  'sections',
  'decisions',
  'care',
  'keepBuyersMonths',
  'keepLeadsMonths',
] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];
