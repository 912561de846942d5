/** Where the comments are asked for: the same questions at two places. */
export interface DouyinPaths {
  list: string
  replies: string
  reply: string
}

/** `item`: web and mobile apps, scope item.comment. `mini-app`: scope ma.item.comment. */
export const DOUYIN_PATHS: Record<'item' | 'mini-app', DouyinPaths> = {
  item: { list: '/item/comment/list/', replies: '/item/comment/reply/list/', reply: '/item/comment/reply/' },
  'mini-app': {
    list: '/api/apps/v1/item/list_comment/',
    replies: '/api/apps/v1/item/list_comment_reply/',
    reply: '/api/apps/v1/item/reply_comment/'
  }
}

export const VIDEO_LIST = '/api/douyin/v1/video/video_list/'
export const PAGE = 20
