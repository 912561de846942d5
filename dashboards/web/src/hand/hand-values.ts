import type { HandComment } from '@huiyin/schemas/api-intake.ts'
import { type AccountKey, nameOfKey } from '../data/accounts.ts'
import type { Published } from '../data/posts.ts'
import type { Field } from '../form/spec.ts'
import { t } from '../language.ts'
import { postName } from '../post-name.ts'
import { keyOfName } from '../posts/place.ts'
import { base64Of, type Picture } from './picture.ts'

/** A comment that a person writes down: the values of its form, and what is sent. */

export type Given = Readonly<Record<string, string>>
type Known = AccountKey & { name: string }

/** The account of a post by the post's id. */
export function accountOfPost(id: string | undefined): AccountKey | undefined {
  const [platform, account] = (id ?? '').split('/')
  return account === undefined ? undefined : keyOfName(`${platform}/${decodeURIComponent(account)}`)
}

const titleOf = ({ title, platform, publishedAt, foundAt }: Published) =>
  postName({ title, platform, at: publishedAt ?? foundAt })

export const fieldsOf = (accounts: readonly Known[], posts: readonly Published[], now: number): Field[] => [
  {
    as: 'choice',
    name: 'account',
    label: t('hand.account'),
    of: accounts.map(one => ({ value: nameOfKey(one), label: `${one.name} · ${t(`platform.${one.platform}`)}` }))
  },
  {
    as: 'choice',
    name: 'post',
    label: t('hand.post'),
    of: [
      { value: 'none', label: t('hand.post-unknown') },
      ...posts.map(row => ({ value: row.id, label: titleOf(row) }))
    ]
  },
  { as: 'line', name: 'link', label: t('hand.link'), max: 2000, hint: t('hand.link-hint') },
  { as: 'line', name: 'author', label: t('hand.author'), max: 200, hint: t('hand.author-hint') },
  { as: 'when', name: 'at', label: t('hand.at'), hint: t('hand.at-hint'), to: now }
]

export const textField = (): Field => ({ as: 'lines', name: 'text', label: t('hand.text'), max: 20_000, rows: 5 })

/** Undefined while something is missing. */
export function bodyOf(
  given: Given,
  posts: readonly Published[],
  picture: Picture | undefined
): HandComment | undefined {
  const said = (name: string) => given[name]?.trim() || undefined
  const of = keyOfName(given.account ?? null)
  const [link, text, at, author] = [said('link'), said('text'), Number(said('at')), said('author')]
  if (!of || !link || !text || !at || !/^https?:\/\//.test(link)) return
  const post = posts.find(({ id }) => id === given.post)
  return {
    platform: of.platform,
    account: of.id,
    link,
    text,
    publishedAt: at,
    ...(post && { post: post.post }),
    ...(post?.title !== undefined && { postTitle: post.title }),
    ...(author && { author: { name: author } }),
    ...(picture && { screenshot: base64Of(picture) })
  }
}
