import { ATTACHMENT_LIMITS } from '@huiyin/schemas/attachment.ts'

const NAMELESS = '附件'

/** Control, format (bidi among them), private and unassigned characters, and what separates lines. */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu
/** What some file system or shell takes for more than a letter. */
const SPECIAL = /[<>:"/\\|?*]/g

/**
 * A file's name as it may be shown and kept: the last part of a path, without anything that hides or turns letters, in
 * 200 characters at most, its ending kept. What is left of nothing is called 附件.
 */
export function fileName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(UNSHOWN, '').replace(SPECIAL, '_').replace(/\s+/g, ' ')
  const named = plain.replace(/^[.\s]+|(?<![.\s])[.\s]+$/g, '')
  return cut(named === '' ? NAMELESS : named)
}

/** What it ends with after its last full stop, in lower case; empty where it has none. */
export const endingOf = (name: string): string => /\.([\p{L}\p{N}]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? ''

function cut(name: string): string {
  const letters = Array.from(name)
  if (name.length <= ATTACHMENT_LIMITS.name) return name
  const ending = endingOf(name) === '' ? '' : name.slice(name.lastIndexOf('.'))
  let head = letters.slice(0, ATTACHMENT_LIMITS.name - ending.length)
  while (head.join('').length + ending.length > ATTACHMENT_LIMITS.name) head = head.slice(0, -1)
  return head.join('') + ending
}
