import type { Office, Person, SimComment, SimPost } from '../things.ts'
import type { World } from '../world.ts'

/** A post of the office or what was written below it: at Mastodon both are a status. */
export type Status = { post: SimPost; comment?: undefined } | { post: SimPost; comment: SimComment }

/** An account: an office, or a citizen. */
export type Holder = { office: Office; person?: undefined } | { person: Person; office?: undefined }

/** Longer is newer; of the same length the greater. */
export const compareIds = (a: string, b: string) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)

export const idOf = ({ post, comment }: Status) => comment?.id ?? post.id
export const parentOf = ({ post, comment }: Status) => comment && (comment.parent ?? post.id)
export const textOf = ({ post, comment }: Status) => comment?.text ?? post.title
export const thingOf = ({ post, comment }: Status) => comment ?? post
export const isGone = ({ post, comment }: Status) => (comment ? comment.deleted || comment.hidden : post.gone === true)

/** The status with this id, whatever has become of it. */
export function findStatus(world: World, id: string): Status | undefined {
  const comment = world.find('mastodon', id)
  if (comment) return { comment, post: world.post('mastodon', comment.account, comment.post)! }
  for (const office of world.offices) {
    const post = office.platform === 'mastodon' && world.post('mastodon', office.id, id)
    if (post) return { post }
  }
  return undefined
}

/** The status, unless it is gone. */
export function standingStatus(world: World, id: string): Status | undefined {
  const found = findStatus(world, id)
  return found && !isGone(found) ? found : undefined
}

export function holderOf(world: World, { post, comment }: Status): Holder {
  const { author } = comment ?? post
  return author ? { person: author } : { office: world.office('mastodon', post.account)! }
}

export const accountId = ({ office, person }: Holder) => office?.id ?? person!.id

export const username = ({ office, person }: Holder) => (office ? `gov${office.id.slice(-4)}` : `citizen${person!.id}`)

const REMOTE = 'town.example'
/** Every third citizen lives on another server. */
const isRemote = ({ person }: Holder) => person !== undefined && Number(person.id) % 3 === 0

/** How others call it: with its server when that is another one. */
export const acct = (holder: Holder) => (isRemote(holder) ? `${username(holder)}@${REMOTE}` : username(holder))

export const profile = (holder: Holder) =>
  `https://${isRemote(holder) ? REMOTE : 'simulated.example'}/@${username(holder)}`

/** What stands directly below a status, the oldest first. */
export function repliesTo(world: World, { post, comment }: Status): Status[] {
  const below = comment
    ? world.repliesTo(comment)
    : world.under('mastodon', post.account, post.id).filter(({ parent }) => parent === undefined)
  return below
    .map(comment => ({ post, comment }))
    .filter(status => !isGone(status))
    .sort((a, b) => compareIds(idOf(a), idOf(b)))
}
