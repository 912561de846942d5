/** How the real server shapes what it tells: its serializers and its text formatter, in our own words. */

export interface Person {
  id: string
  username: string
  domain?: string
  name?: string
  suspended?: boolean
}

export interface Said {
  id: string
  by: Person
  text: string
  at: number
  editedAt?: number
  warning?: string
  visibility: 'public' | 'unlisted' | 'private' | 'direct'
  /** Null also when what it answers was deleted. */
  to: string | null
  toAccount: string | null
  reply: boolean
  mentions: Person[]
  favourites: Set<string>
  boosts: number
  replies: number
  boostOf?: Said
}

export const acctOf = ({ username, domain }: Person) => (domain ? `${username}@${domain}` : username)
export const iso = (at: number) => new Date(at).toISOString()

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, one => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[one]!)

const PARTS = /(https?:\/\/[^\s，。！？]+)|(@[a-z0-9_]+(?:@[a-z0-9.-]+)?)|(#[\p{L}\p{N}_]+)/giu

function linkOf(url: string): string {
  const prefix = /^https?:\/\/(?:www\.)?/.exec(url)?.[0] ?? ''
  const rest = url.slice(prefix.length)
  const shown = `<span class="${rest.length > 30 ? 'ellipsis' : ''}">${escaped(rest.slice(0, 30))}</span>`
  const ends = `<span class="invisible">${escaped(rest.slice(30))}</span>`
  const begins = `<span class="invisible">${prefix}</span>`
  return `<a href="${escaped(url)}" target="_blank" rel="nofollow noopener" translate="no">${begins}${shown}${ends}</a>`
}

export function htmlOf({ text, mentions }: Pick<Said, 'text' | 'mentions'>, origin: string): string {
  if (text.trim() === '') return ''
  let html = ''
  let at = 0
  for (const found of text.matchAll(PARTS)) {
    const [whole, url, call, tag] = found
    html += escaped(text.slice(at, found.index))
    at = found.index + whole.length
    const called = call && mentions.find(person => `@${acctOf(person)}`.toLowerCase() === call.toLowerCase())
    if (url) html += linkOf(url)
    else if (called) {
      const href = `${origin}/@${acctOf(called)}`
      html += `<span class="h-card" translate="no"><a href="${href}" class="u-url mention">@<span>${called.username}</span></a></span>`
    } else if (tag) {
      html += `<a href="${origin}/tags/${encodeURIComponent(tag.slice(1))}" class="mention hashtag" rel="tag">#<span>${tag.slice(1)}</span></a>`
    } else html += escaped(whole)
  }
  html += escaped(text.slice(at))
  const paragraphs = html.split(/\n\n+/).map(one => `<p>${one.replaceAll('\n', '<br />')}</p>`)
  return paragraphs.join('')
}

export function accountRow(person: Person, origin: string) {
  const { id, username, name, suspended } = person
  const url = person.domain ? `https://${person.domain}/@${username}` : `${origin}/@${username}`
  return {
    id,
    username,
    acct: acctOf(person),
    display_name: suspended ? '' : (name ?? ''),
    locked: false,
    bot: false,
    discoverable: null,
    indexable: false,
    group: false,
    created_at: '2025-03-01T00:00:00.000Z',
    note: '',
    url,
    uri: url,
    avatar: `${origin}/avatars/original/missing.png`,
    avatar_static: `${origin}/avatars/original/missing.png`,
    header: `${origin}/headers/original/missing.png`,
    header_static: `${origin}/headers/original/missing.png`,
    followers_count: -1, // whoever hides the number
    following_count: 0,
    statuses_count: 3,
    last_status_at: '2026-01-05',
    hide_collections: null,
    noindex: false,
    emojis: [],
    roles: [],
    fields: [],
    ...(suspended && { suspended: true })
  }
}

export function statusRow(said: Said, viewer: Person, origin: string): Record<string, unknown> {
  const { id, by, boostOf, mentions } = said
  return {
    id,
    created_at: iso(said.at),
    in_reply_to_id: said.to,
    in_reply_to_account_id: said.toAccount,
    sensitive: said.warning !== undefined,
    spoiler_text: said.warning ?? '',
    visibility: said.visibility,
    language: 'zh',
    uri: `${origin}/users/${by.username}/statuses/${id}`,
    url: `${origin}/@${acctOf(by)}/${id}`,
    replies_count: said.replies,
    reblogs_count: said.boosts,
    favourites_count: said.favourites.size,
    quotes_count: 0,
    edited_at: said.editedAt === undefined ? null : iso(said.editedAt),
    favourited: said.favourites.has(viewer.id),
    reblogged: false,
    muted: false,
    bookmarked: false,
    ...(by === viewer && { pinned: false }),
    content: boostOf ? htmlOf(boostOf, origin) : htmlOf(said, origin),
    filtered: [],
    reblog: boostOf ? statusRow(boostOf, viewer, origin) : null,
    ...(by === viewer && { application: { name: 'Huiyin', website: null } }),
    account: accountRow(by, origin),
    media_attachments: [],
    mentions: mentions.map(one => ({
      id: one.id,
      username: one.username,
      url: `${origin}/@${acctOf(one)}`,
      acct: acctOf(one)
    })),
    tags: [],
    emojis: [],
    quote: null,
    card: null,
    poll: null
  }
}
