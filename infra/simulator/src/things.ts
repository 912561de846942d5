export type PlatformKind = 'wechat' | 'weibo' | 'douyin' | 'kuaishou' | 'mastodon'

/** A government office's account at a platform. */
export interface Office {
  platform: PlatformKind
  /** appid at WeChat, uid at Weibo, open_id at Douyin and Kuaishou, account id at Mastodon. */
  id: string
  name: string
  /** WeChat's app secret; elsewhere the access token that a person once authorised. */
  secret: string
  /** The app through which it is asked, at Douyin and Kuaishou. */
  app?: { id: string; secret: string }
  /** The refresh token that came with the access token, at Douyin and Kuaishou. */
  refresh?: string
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

/** A text as it stood from an instant on. */
export interface Version {
  text: string
  at: number
}

export interface SimPost {
  platform: PlatformKind
  account: string
  id: string
  title: string
  publishedAt: number
  /** A citizen's own, which names the office; absent: the office's. */
  author?: Person
  /** Only those who are named can see it and what is below. */
  direct?: boolean
  /** What the platform counts besides comments; absent: 0. */
  reads?: number
  likes?: number
  reposts?: number
  /** Taken down. */
  gone?: boolean
  /** When the office changed its text last. */
  editedAt?: number
  /** What it said before, the oldest first. */
  earlier?: Version[]
  /** Shown first on the office's page. */
  pinned?: boolean
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
  /** When its author changed the text last, where a platform lets them. */
  editedAt?: number
  /** What it said before, the oldest first. */
  earlier?: Version[]
  /** Shown first by the office. */
  pinned?: boolean
  elected: boolean
  deleted: boolean
  /** Counted by the platform but not shown to the API: pages become short. */
  hidden: boolean
}

/** A comment that will be written when its time has come. */
export interface Planned {
  /** Tells it from the others that are planned. */
  plan: string
  platform: PlatformKind
  account: string
  post: string
  text: string
  author: Person
  publishedAt: number
}
