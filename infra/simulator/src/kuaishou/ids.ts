import { createHash } from 'node:crypto'

const digest = (kind: string, n: number | string) => createHash('sha256').update(`${kind} ${n}`).digest()

/** The id of a work: `3x` and 13 letters and digits; the same `n` makes the same id. */
export const kuaishouPhotoId = (n: number | string) =>
  `3x${digest('photo', n).readBigUInt64BE().toString(36).padStart(13, '0')}`

/** The id of a comment as the partner protocol gives it: up to 19 digits. */
export const kuaishouCommentId = (n: number | string) => String(digest('comment', n).readBigUInt64BE() >> 1n)
