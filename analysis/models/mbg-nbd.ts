import { betaGeometric } from './beta-geometric';

/**
 * MBG/NBD (Batislam, Denizel & Filiztekin 2007; Hoppe & Wagner 2007): as BG/NBD, but a buyer may leave right
 * after the first purchase too, so one-time buyers are not all "alive".
 *
 * @example mbgNbd.pAlive([0.525, 6.183, 0.891, 1.614], 0, 0, 38.86).toFixed(6) // => '0.389735'
 */
export const mbgNbd = betaGeometric((x) => x + 1);
