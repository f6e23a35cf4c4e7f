/** Pictures on their way into a file: their kind by their first bytes, and as `data:` addresses. */
import type { Picture } from '../page/page.ts'

const KINDS: readonly {
  readonly mime: string
  readonly extension: string
  readonly at: number
  readonly bytes: readonly number[]
}[] = [
  { mime: 'image/jpeg', extension: 'jpg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { mime: 'image/png', extension: 'png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { mime: 'image/gif', extension: 'gif', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { mime: 'image/webp', extension: 'webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
]

export type PictureKind = { readonly mime: string; readonly extension: string }

/** JPEG, PNG, GIF or WebP; anything else is undefined and is treated as missing. */
export const kindOfPicture = (bytes: Uint8Array): PictureKind | undefined =>
  KINDS.find((k) => k.bytes.every((byte, i) => bytes[k.at + i] === byte))

export type PictureBytes = (sha256: string) => Uint8Array | undefined

/** The bytes of `picture` with their kind, or undefined where it is a placeholder, missing, or of an unknown kind. */
export function pictureFile(
  picture: Picture,
  bytesOf: PictureBytes,
): { readonly bytes: Uint8Array; readonly kind: PictureKind } | undefined {
  const bytes = picture.sha256 === undefined ? undefined : bytesOf(picture.sha256)
  const kind = bytes && kindOfPicture(bytes)
  return bytes && kind ? { bytes, kind } : undefined
}

export function pictureDataUrl(picture: Picture, bytesOf: PictureBytes): string | undefined {
  const file = pictureFile(picture, bytesOf)
  return file && `data:${file.kind.mime};base64,${base64(file.bytes)}`
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 of `bytes`; neither `btoa` nor `Buffer` is everywhere. */
export function base64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let from = 0; from < bytes.length; from += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(from, from + 3)
    const left = bytes.length - from
    const word = (a << 16) | (b << 8) | c
    parts.push(
      (ALPHABET[word >> 18] ?? '') +
        (ALPHABET[(word >> 12) & 63] ?? '') +
        (left > 1 ? (ALPHABET[(word >> 6) & 63] ?? '') : '=') +
        (left > 2 ? (ALPHABET[word & 63] ?? '') : '='),
    )
  }
  return parts.join('')
}
