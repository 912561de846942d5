export { checkSignature, decrypt, encrypt, type Signed, sign } from './wechat-crypt.ts'

import { isElement, readXml, type XmlValue } from './wechat-xml.ts'

/**
 * What WeChat tells our callback. `message`: a person wrote to the account; `post` is the article that the message
 * came from, where WeChat says so. `published`: articles went out. `encrypted`: decrypt and read again. `other`: an
 * event, a picture, a voice: nothing to collect.
 *
 * Relied on though no document says so: `Idx` counts from 1, and an article's address holds the msg_data_id that its
 * comments go by as `mid`, its place from 1 as `idx`. Neither `publish_id` nor `MsgID` is that id: articles whose
 * address does not tell it, and no MsgDataId does, are found by the statistics of the next day.
 */
export type WechatMessage =
  | { kind: 'message'; openid: string; text: string; at: number; id: string; post?: string }
  | { kind: 'published'; at: number; posts: { id: string; link?: string }[]; article?: string }
  | { kind: 'encrypted'; encrypted: string }
  | { kind: 'other'; type: string; openid?: string; at?: number }

type Element = Record<string, XmlValue | XmlValue[]>

/** Reads what was posted to the callback; undefined when it is nothing of WeChat's. `at` in ms since 1970. */
export function readMessage(xml: string): WechatMessage | undefined {
  const read = readXml(xml)
  if (!read) return undefined
  const type = text(read.MsgType)
  const encrypted = text(read.Encrypt)
  if (type === undefined) return encrypted ? { kind: 'encrypted', encrypted } : undefined
  const at = timeOf(read)
  const openid = text(read.FromUserName)
  if (at !== undefined && type === 'event') {
    const published = publishedIn(read, at)
    if (published) return published
  }
  const said = type === 'text' ? messageIn(read, openid, at) : undefined
  if (type === 'text' && !said) return undefined
  return (
    said ?? {
      kind: 'other',
      type: text(read.Event) ?? type,
      ...(openid !== undefined && { openid }),
      ...(at !== undefined && { at })
    }
  )
}

const text = (value: XmlValue | XmlValue[] | undefined) => (typeof value === 'string' ? value : undefined)

function timeOf({ CreateTime }: Element): number | undefined {
  const seconds = text(CreateTime)
  return seconds !== undefined && /^\d{1,12}$/.test(seconds) ? Number(seconds) * 1000 : undefined
}

function messageIn(read: Element, openid: string | undefined, at: number | undefined): WechatMessage | undefined {
  const content = text(read.Content)
  const id = text(read.MsgId)
  if (!openid || at === undefined || content === undefined || !id || !/^\d{1,24}$/.test(id)) return undefined
  const post = postOf(text(read.MsgDataId), text(read.Idx))
  return { kind: 'message', openid, text: content, at, id, ...(post !== undefined && { post }) }
}

/** The message and the article's place in it, from 1, as a post. */
function postOf(message: string | undefined, place = '1'): string | undefined {
  if (!message || !/^[1-9]\d{0,14}$/.test(message) || !/^[1-9]\d?$/.test(place)) return undefined
  return `${message}_${Number(place) - 1}`
}

const SENT = /^send ?success$/i

function publishedIn(read: Element, at: number): WechatMessage | undefined {
  const event = text(read.Event)
  if (event === 'MASSSENDJOBFINISH' && SENT.test(text(read.Status) ?? '')) {
    const listed = isElement(read.ArticleUrlResult) ? read.ArticleUrlResult.ResultList : undefined
    const posts = postsIn(listed, 'ArticleUrl')
    const first = postOf(text(read.MsgDataId))
    return { kind: 'published', at, posts: posts.length > 0 || first === undefined ? posts : [{ id: first }] }
  }
  const info = read.PublishEventInfo
  if (event !== 'PUBLISHJOBFINISH' || !isElement(info) || text(info.publish_status) !== '0') return undefined
  const article = text(info.article_id)
  return {
    kind: 'published',
    at,
    posts: postsIn(info.article_detail, 'article_url'),
    ...(article && { article })
  }
}

function postsIn(list: XmlValue | XmlValue[] | undefined, url: string): { id: string; link: string }[] {
  const item = isElement(list) ? list.item : undefined
  const items = (Array.isArray(item) ? item : [item]).filter(isElement)
  return items.flatMap(one => {
    const link = text(one[url]) ?? ''
    const query = URL.canParse(link) ? new URL(link).searchParams : new URLSearchParams()
    const id = postOf(query.get('mid') ?? undefined, query.get('idx') ?? undefined)
    return id === undefined || !/^https?:/.test(link) ? [] : [{ id, link }]
  })
}
