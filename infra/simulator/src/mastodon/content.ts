import type { World } from '../world.ts'
import {
  accountId,
  acct,
  type Holder,
  holderOf,
  profile,
  type Status,
  standingStatus,
  textOf,
  username
} from './things.ts'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, char => ESCAPES[char]!)

const link = (holder: Holder) =>
  `<span class="h-card" translate="no"><a href="${profile(holder)}" class="u-url mention">@<span>${username(holder)}</span></a></span>`

const MENTION = /@([a-z0-9_]+(?:@[a-z0-9.-]+)?)/gi

/** Whom a name means in a thread: the office or one who wrote below it. */
function named(world: World, { post }: Status, name: string): Holder | undefined {
  const called = (holder: Holder) => acct(holder).toLowerCase() === name.toLowerCase()
  const office: Holder = { office: world.office('mastodon', post.account)! }
  if (called(office)) return office
  const authors = [post, ...world.under('mastodon', post.account, post.id)].flatMap(({ author }) => author ?? [])
  const person = authors.find(person => called({ person }))
  return person && { person }
}

/** `direct`: a citizen who answers another citizen does not name the office, which then hears nothing of it. */
export type Naming = 'all' | 'direct'

/** Whom a citizen's words are addressed to: their page puts the names in front by itself. */
function addressed(world: World, { post, comment }: Status, naming: Naming): Holder[] {
  const office: Holder = { office: world.office('mastodon', post.account)! }
  if (!comment) return post.author ? [office] : []
  if (!comment.author) return []
  const above = standingStatus(world, comment.parent ?? post.id)
  const answered = above ? holderOf(world, above) : office
  if (answered.office) return [office]
  const others = answered.person.id === comment.author.id ? [] : [answered]
  return naming === 'all' ? [...others, office] : others
}

/** Those who are named in a status, in the order in which they stand there. */
export function mentioned(world: World, status: Status, naming: Naming): Holder[] {
  const written = Array.from(textOf(status).matchAll(MENTION), ([, name]) => named(world, status, name!))
  const all = [...addressed(world, status, naming), ...written.filter(holder => holder !== undefined)]
  return [...new Map(all.map(holder => [accountId(holder), holder])).values()]
}

/** The text as Mastodon keeps it, the names in front included. */
export const sourceText = (world: World, status: Status, naming: Naming) =>
  [...addressed(world, status, naming).map(holder => `@${acct(holder)}`), textOf(status)].join(' ')

/** HTML: paragraphs, breaks, names as links; everything else escaped. */
export function contentOf(world: World, status: Status, naming: Naming): string {
  const linked = (text: string) =>
    escaped(text).replace(MENTION, (whole, name: string) => {
      const holder = named(world, status, name)
      return holder ? link(holder) : whole
    })
  return sourceText(world, status, naming)
    .split(/\n{2,}/)
    .map(paragraph => `<p>${linked(paragraph).replaceAll('\n', '<br />')}</p>`)
    .join('')
}

const URL_LENGTH = 23

/** Characters as Mastodon counts them: links are 23, of a name the server does not count. */
export const lengthOf = (text: string) =>
  [...text.replace(/https?:\/\/\S+/g, 'x'.repeat(URL_LENGTH)).replace(MENTION, (_, name) => `@${name.split('@')[0]}`)]
    .length
