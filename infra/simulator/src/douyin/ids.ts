import { createHash } from 'node:crypto'

/** Encrypted ids as Douyin gives them: 89 characters, always with `@`, `+`, `/` and `=`. */
function encrypted(kind: string, n: number | string): string {
  const text = createHash('sha512').update(`${kind} ${n}`).digest('base64')
  return `@${text.slice(0, 10)}+${text.slice(11, 20)}/${text.slice(21)}`
}

/** The id of a video; the same `n` makes the same id. */
export const douyinItemId = (n: number | string) => encrypted('item', n)

export const douyinCommentId = (n: number | string) => encrypted('comment', n)
