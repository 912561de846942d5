import { serverNow } from './data/server-time.ts'
import { known, t } from './language.ts'
import { clockTime } from './time.ts'

type Named = {
  title?: string | undefined
  platform?: string | undefined
  /** When it was published or found, UTC in ms. */
  at?: number | undefined
}

/** What a post is called: by its title, else by where and when it was published, never by a number of the platform's. */
export function postName({ title, platform, at }: Named): string {
  if (title?.trim()) return title
  const where = platform === undefined ? undefined : known(`platform.${platform}`)
  if (where === undefined && at === undefined) return t('post.no-title')
  return t('post.by-time', { platform: where ?? '', at: at === undefined ? '' : clockTime(at, serverNow()) }).trim()
}

/** Ids of posts begin with their platform. */
export const platformOfPost = (id: string): string | undefined => id.split('/')[0]
