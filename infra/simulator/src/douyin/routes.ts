import type { Answer } from '../answer.ts'
import type { Call } from './platform.ts'
import { list, replyList, videoList } from './reads.ts'
import { reply, top } from './writes.ts'

/** What an app may have or not have. */
export type DouyinCapability = 'item.comment' | 'ma.item.comment' | 'video.list' | 'renew_refresh_token'

export interface Route {
  needs: DouyinCapability
  /** The most rows that a page may have. */
  most: number
  act: (call: Call) => Answer
}

/** The four acts on comments under the names that one family of paths has for them. */
function family(
  base: string,
  names: { list: string; replyList: string; reply: string; top: string },
  needs: DouyinCapability,
  most: number
): Record<string, Route> {
  return {
    [`GET ${base}/${names.list}/`]: { needs, most, act: list },
    [`GET ${base}/${names.replyList}/`]: { needs, most, act: replyList },
    [`POST ${base}/${names.reply}/`]: { needs, most, act: reply },
    [`POST ${base}/${names.top}/`]: { needs, most, act: top }
  }
}

const WEB = { list: 'list', replyList: 'reply/list', reply: 'reply', top: 'top' }
const APPS = { list: 'list_comment', replyList: 'list_comment_reply', reply: 'reply_comment', top: 'top_comment' }
const videos: Route = { needs: 'video.list', most: 20, act: videoList }

/** By method and path: web apps, the older enterprise paths, the mini-app's twice, the videos twice. */
export const ROUTES: Record<string, Route> = {
  ...family('/item/comment', WEB, 'item.comment', 20),
  ...family('/video/comment', WEB, 'item.comment', 20),
  ...family('/api/apps/v1/item', APPS, 'ma.item.comment', 50),
  ...family('/api/apps/v1/item_bc', APPS, 'ma.item.comment', 50),
  'GET /api/douyin/v1/video/video_list/': videos,
  'GET /video/list/': videos
}
