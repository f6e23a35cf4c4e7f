/** Lines that a browser would spread too far: it breaks no number and no address, and fills what stands before one with white. */

/** A run of so many characters without a blank leaves a hole of a quarter of a phone's line. */
const LONG = /[\w@.+/:%-]{10,}/

/** Whether the lines of `text` are better left uneven at the right. */
export const isLoose = (text: string): boolean => LONG.test(text)
