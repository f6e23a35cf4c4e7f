/** Width and height of a picture by its first bytes: JPEG, PNG, WebP. */

export type PictureInfo = {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly width: number
  readonly height: number
}

/** Undefined where the bytes are no such picture, or a broken one. */
export function pictureInfo(bytes: Uint8Array): PictureInfo | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const info = png(view) ?? jpeg(view) ?? webp(view)
    return info && info.width > 0 && info.height > 0 ? info : undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined // it ends too early
    throw error
  }
}

const ascii = (v: DataView, at: number, length: number): string =>
  String.fromCharCode(...Array.from({ length }, (_, i) => v.getUint8(at + i)))

function png(v: DataView): PictureInfo | undefined {
  if (v.getUint32(0) !== 0x89504e47 || ascii(v, 12, 4) !== 'IHDR') return undefined
  return { type: 'image/png', width: v.getUint32(16), height: v.getUint32(20) }
}

/** The size stands in the frame header, SOF0 … SOF15 without the three that are none. */
function jpeg(v: DataView): PictureInfo | undefined {
  if (v.getUint16(0) !== 0xffd8) return undefined
  for (let at = 2; ;) {
    if (v.getUint8(at) !== 0xff) return undefined
    const marker = v.getUint8(at + 1)
    if (marker === 0xff) at++
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { type: 'image/jpeg', width: v.getUint16(at + 7), height: v.getUint16(at + 5) }
    else at += 2 + v.getUint16(at + 2)
  }
}

function webp(v: DataView): PictureInfo | undefined {
  if (ascii(v, 0, 4) !== 'RIFF' || ascii(v, 8, 4) !== 'WEBP') return undefined
  const kind = ascii(v, 12, 4)
  const type = 'image/webp'
  if (kind === 'VP8X') {
    const three = (at: number) => v.getUint8(at) | (v.getUint8(at + 1) << 8) | (v.getUint8(at + 2) << 16)
    return { type, width: three(24) + 1, height: three(27) + 1 }
  }
  if (kind === 'VP8 ') return { type, width: v.getUint16(26, true) & 0x3fff, height: v.getUint16(28, true) & 0x3fff }
  if (kind === 'VP8L') {
    const bits = v.getUint32(21, true)
    return { type, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  return undefined
}
