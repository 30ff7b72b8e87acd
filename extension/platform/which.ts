/** Built for Firefox. Decided at build time, so that the other browser's code is not even in the package. */
export const isFirefox: boolean = import.meta.env?.FIREFOX === true;
