import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import { isWebAddress } from '@huiyin/domain/web-address.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { CitedComment } from '@huiyin/schemas/report.ts'

const SHOWN = 200
const MENTION = /[@＠][^\s@＠:：,，。.!！?？]{1,40}/gu

/** As a report shows it: no personal data, no names that were called, not longer than a few lines. */
export function citedComment({ id, publishedAt, platform, account, text, link }: StoredComment): CitedComment {
  const masked = maskPersonal(text.replace(MENTION, '@…').replace(/\s+/gu, ' ').trim())
  const shown = Array.from(masked)
  const cut = shown.length > SHOWN ? `${shown.slice(0, SHOWN).join('')}…` : masked
  return {
    ...{ id, publishedAt, platform, account, text: maskPersonal(cut) },
    ...(link !== undefined && isWebAddress(link) && { link })
  }
}
