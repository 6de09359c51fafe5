// What shapes the contexts beside their inputs; a file of its own, so that a run with nothing to do need not load what makes them.

/** Raised by hand when the rules or the wording change what comes out. */
export const enrichVersion = '11';
