/** A sentence of the interface in which something stands that a person or a newspaper wrote: that has its own language. */
import { langOf } from './lang-of.ts'

/** Chinese up to the next Latin letter; what stands between two pieces of it belongs to them. */
const CHINESE = /(\p{Script=Han}(?:[^A-Za-z]*\p{Script=Han})?)/u

export const Sentence = ({ text }: { readonly text: string }) => (
  <>
    {text.split(CHINESE).map((piece, index) =>
      langOf(piece) ? (
        // oxlint-disable-next-line react/no-array-index-key -- a piece is nothing but its place
        <bdi key={index} lang={langOf(piece)}>
          {piece}
        </bdi>
      ) : (
        piece
      ),
    )}
  </>
)
