const PATIENCE = 250 // ms

/**
 * A button's `loading`: its spinner comes only where the answer takes a while. One that is cut short in its appearing
 * never quite goes, and a screen reader goes on saying "loading".
 */
export const slowly = (busy: boolean) => (busy ? { delay: PATIENCE } : false)
