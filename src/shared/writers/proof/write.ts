/** The 大样 as PDF on A3. */
import { typstOf } from '../../layout/draw.ts'
import { proofOf } from '../../layout/proof.ts'
import { composedOf, documentTitle, pictureFiles, saidOf } from '../pdf/write.ts'
import type { Writer } from '../writer.ts'

export const proofWriter: Writer = {
  id: 'proof',
  extension: '.proof.pdf',
  name: { zh: '大样（A3 校样 PDF）', en: 'Proof on A3 (PDF)' },
  write: async (page, context) => {
    const { since } = context.print ?? {}
    const composed = proofOf(page, composedOf(page, context), {
      lang: context.lang,
      ...(since ? { since } : {}),
      ...(context.words ? { words: context.words } : {}),
    })
    const { files, nameOf } = pictureFiles([page], context)
    const source = typstOf([{ composed, said: saidOf(page) }], {
      title: `${documentTitle(page)} 大样`,
      picture: nameOf,
    })
    return [{ name: `${context.name}.proof.pdf`, bytes: await context.typeset(source, { files }) }]
  },
}
