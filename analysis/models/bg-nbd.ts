import { betaGeometric } from './beta-geometric';

/**
 * BG/NBD (Fader, Hardie & Lee 2005): a buyer may leave after each repeat purchase. Who never came back
 * therefore still counts as a buyer, the model's known weakness; its strength is the fit on few data.
 *
 * @example bgNbd.pAlive([0.243, 4.414, 0.793, 2.426], 2, 30.43, 38.86).toFixed(6) // => '0.726579'
 */
export const bgNbd = betaGeometric((x) => x);
