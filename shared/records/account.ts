import * as v from 'valibot';
import { stored } from './envelope';
import { id, line } from './fields';

/** How far a key proves who somebody is: platform id, id in the address, list row, display name only. */
export const KEY_STRENGTHS = ['platform', 'url', 'row', 'name'] as const;
export type KeyStrength = (typeof KEY_STRENGTHS)[number];

/** One account of a buyer on one platform. A buyer has many; only the seller links them. */
export const accountSchema = stored({
  buyerId: id,
  /** Adapter id or export platform: 'pdd', 'taobao', 'shopify' … */
  platform: line,
  strength: v.picklist(KEY_STRENGTHS),
  key: line,
  displayName: line,
});
export type Account = v.InferOutput<typeof accountSchema>;

/** What identifies an account, before it is in the book. */
export interface AccountKey {
  readonly platform: string;
  readonly strength: KeyStrength;
  readonly key: string;
}
