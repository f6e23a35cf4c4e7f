/** A text with some of its words lit. The text is shown as text, whatever it holds. */
import { langOf } from '../../ui/lang-of.ts'
import { pieces } from './pieces.ts'

export const Lit = ({ text, lit }: { readonly text: string; readonly lit: readonly (readonly [number, number])[] }) => (
  <>
    {pieces(text, lit).map((piece, index) =>
      // oxlint-disable-next-line react/no-array-index-key -- a piece is nothing but its place
      piece.lit ? (
        <mark key={index} lang={langOf(text)}>
          {piece.text}
        </mark>
      ) : (
        <span key={index} lang={langOf(text)}>
          {piece.text}
        </span>
      ),
    )}
  </>
)
