/** Shows the pictures of an article above their captions: the picture by its content, or an empty frame of the right proportion. */
import { useEffect } from 'react'
import { call } from '../../app/banxin.ts'
import type { RefObject } from 'react'
import type { Article, Picture } from '../../../shared/page/page.ts'
import type { Outline } from '../editor/use-outline.ts'

/** Sets what the style sheet draws by: proportion, and the picture as an address within the window. */
export function usePictures(box: RefObject<HTMLElement | null>, article: Article, outline: Outline): void {
  useEffect(() => {
    const root = box.current?.closest('.article')
    if (!root) return
    for (const { id, picture } of article.blocks) {
      if (!picture) continue
      const dom = root.querySelector<HTMLElement>(`[data-block="${CSS.escape(id)}"]`)
      if (!dom) continue
      dom.style.setProperty('--proportion', `${picture.width} / ${picture.height}`)
      if (picture.sha256 !== undefined)
        void addressOf(picture.sha256).then(
          (address) => address && dom.style.setProperty('--picture', `url("${address}")`),
        )
      else dom.style.removeProperty('--picture')
    }
    // `outline` is another value when blocks were drawn anew
  }, [box, article, outline])
}

/** Addresses of pictures seen in this window, by content; they live as long as it does. */
const addresses = new Map<string, Promise<string | undefined>>()

/** Address within the window of the picture with this content, or undefined where the archive does not hold it. */
export function addressOf(sha256: string): Promise<string | undefined> {
  const known = addresses.get(sha256)
  if (known) return known
  const made = call('picture.get', { sha256 }).then(
    (found) => found && URL.createObjectURL(new Blob([found.bytes as Uint8Array<ArrayBuffer>], { type: found.type })), // bytes of a message are never shared
    () => undefined,
  )
  const address = made.then((x) => x ?? undefined)
  addresses.set(sha256, address)
  return address
}

/** Files that are pictures, by their names. */
export const isPictureName = (name: string): boolean => /\.(?:jpe?g|png|webp)$/i.test(name)

/** Stores the file's bytes and gives what goes into a caption. */
export const storePicture = async (file: File): Promise<Picture> =>
  call('picture.add', { bytes: new Uint8Array(await file.arrayBuffer()) })
