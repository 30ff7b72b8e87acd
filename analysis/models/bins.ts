/**
 * Buyers with so many repeat purchases and more are checked together. It stands alone: a page tells them so without
 * the models.
 */
export const LAST_BIN = 7;
