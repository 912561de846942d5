export type PlatformKind = 'wechat' | 'weibo'

/** A government office's account at a platform. */
export interface Office {
  platform: PlatformKind
  /** appid at WeChat, uid at Weibo. */
  id: string
  name: string
  /** WeChat's app secret; at Weibo the access token that a person once authorised. */
  secret: string
}

export interface Person {
  id: string
  name: string
  place: string
  followers: number
  verified: boolean
  /** Commented with an identity that WeChat does not tell. */
  withoutOpenid: boolean
}

export interface SimPost {
  platform: PlatformKind
  account: string
  id: string
  title: string
  publishedAt: number
}

export interface SimComment {
  platform: PlatformKind
  account: string
  post: string
  id: string
  root: string
  parent?: string
  /** Absent: the office itself. */
  author?: Person
  text: string
  publishedAt: number
  likes: number
  elected: boolean
  deleted: boolean
  /** Counted by the platform but not shown to the API: pages become short. */
  hidden: boolean
}
