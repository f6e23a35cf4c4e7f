/** A saved state by its number, or the OCR text. */
export type State = number | 'source'
